using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Inventory;

/// <summary>Something that managers ask, and the same in SQL that somebody wrote by hand for it alone.</summary>
/// <param name="Bare">With the values as $1, $2.</param>
/// <param name="Address">The page that shows it.</param>
internal sealed record Question(string Name, Func<int, ItemWish> Wish, string Bare, Func<int, object[]> Values, Func<int, string> Address);

/// <summary>All of them.</summary>
internal static class Questions
{
    private const string Select = "select i.id, i.name, i.unit, i.code, i.category, i.attributes::text, i.nearly_out_at, i.active, i.version, s.on_hand, s.reserved, not s.allow_short, s.is_limiting, s.short_at is not null, i.name_key from items i join stock s on s.item_id = i.id where";
    private const string First = "order by i.name_key, i.id limit 51";

    public static async Task<IReadOnlyList<Question>> MakeAsync(KitchenNode node, ManyItems stock, int count, CancellationToken cancel)
    {
        var fat = (await node.CallAsync((ItemCatalogue catalogue) => catalogue.PromotedAsync(cancel))).Single(p => p.Name == "fat");
        var rank = count / 10 * 9;
        var far = await node.CallAsync((ItemCatalogue catalogue) => catalogue.JumpAsync(new(ItemFilter.None), rank, cancel));
        return
        [
            Typed("first_page", _ => "", $"{Select} true {First}", _ => []),
            Typed("prefix", n => stock.Prefix(n), $"{Select} i.name_key like $1 {First}", n => [$"{stock.Prefix(n)}%"]),
            Typed("typo", n => stock.Slip(n).Typed, $"{Select} i.search @@ $1::text::tsquery {First}", n => [$"'{stock.Slip(n).Meant}':*"]),
            Typed("barcode", n => stock.Barcode(n), $"{Select} i.id = (select item_id from item_barcodes where code = $1)", n => [$"0{stock.Barcode(n)}"]),
            Typed("attribute", n => $"brand:\"{ManyItems.Brand(n % 300)}\"", $"{Select} i.attributes @> $1::text::jsonb {First}", n => [$$"""{"brand": "{{ManyItems.Brand(n % 300)}}"}"""]),
            Typed("exists", n => $"has:{ManyItems.RareKey(n % 20)}", $"{Select} i.attr_paths @> array[$1] {First}", n => [ManyItems.RareKey(n % 20)]),
            new("range_sort", n => new(ItemFilter.Read($"fat:{n % 80}..{(n % 80) + 2}")) { Order = new(SortBy.Attribute, fat) },
                $"{Select} kitchen_number(i.attributes #> '{{fat}}') >= $1 and kitchen_number(i.attributes #> '{{fat}}') <= $2 order by kitchen_number(i.attributes #> '{{fat}}'), i.id limit 51", n => [(double)(n % 80), (double)((n % 80) + 2)],
                n => $"office/stock?sort=fat&q=fat:{n % 80}..{(n % 80) + 2}"),
            new("jump", _ => new(ItemFilter.None) { After = far }, $"{Select} (i.name_key, i.id) > ($1, $2) {First}", _ => [far!.Keys[0], far.Id], _ => $"office/stock?at={rank}"),
        ];
    }

    public static Actor Manager(KitchenNode node) => node.Board.Snapshot.All<Person>().First(p => p.Roles.Contains(Role.Manager)).Acting();

    private static Question Typed(string name, Func<int, string> typed, string bare, Func<int, object[]> values) =>
        new(name, n => new(ItemFilter.Read(typed(n))), bare, values, n => $"office/stock?q={Uri.EscapeDataString(typed(n))}");
}
