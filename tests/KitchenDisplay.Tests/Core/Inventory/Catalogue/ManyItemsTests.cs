using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

/// <summary>So many items that nobody would page through them.</summary>
public sealed class ManyItemsTests(Warehouse house) : IClassFixture<Warehouse>
{
    [Theory]
    [InlineData(SortBy.Name, "", false)]
    [InlineData(SortBy.Name, "", true)]
    [InlineData(SortBy.Code, "", false)]
    [InlineData(SortBy.Category, "", false)]
    [InlineData(SortBy.Name, "brand:brand-1", false)]
    [InlineData(SortBy.Name, "has:organic", false)]
    [InlineData(SortBy.Category, "has:organic", true)]
    public async Task A_jump_lands_within_a_hundredth(SortBy by, string typed, bool isDescending)
    {
        var wish = new ItemWish(ItemFilter.Read(typed)) { Order = new(by, null, isDescending) };
        var all = (await house.FindAsync(wish with { PageSize = Warehouse.Items + 1000 })).Rows.Select(r => r.Id).ToList();

        foreach (var part in new[] { 0.1, 0.5, 0.9 })
        {
            var rank = (long)(all.Count * part);
            var key = await house.JumpAsync(wish, rank);
            var page = await house.FindAsync(wish with { After = key, PageSize = 5 });
            Assert.InRange(all.IndexOf(page.Rows[0].Id), rank - (all.Count * 0.01) - 2, rank + (all.Count * 0.01) + 2);
        }
    }

    [Theory]
    [InlineData("brand:brand-1", SortBy.Name, false)]
    [InlineData("brand:brand-1", SortBy.Name, true)]
    [InlineData("brand:\"Brand-1\"|Brand-2 has:organic", SortBy.Code, false)]
    [InlineData("brand:brand-1", SortBy.Category, false)]
    [InlineData("ware shelf:\"far away\"", SortBy.Name, false)]
    [InlineData("far", SortBy.Name, true)]
    public async Task What_few_have_is_paged_through_without_reading_all_of_them(string typed, SortBy by, bool isDescending)
    {
        var wish = new ItemWish(ItemFilter.Read(typed)) { Order = new(by, null, isDescending), PageSize = 40 };
        var all = (await house.FindAsync(wish with { PageSize = Warehouse.Items })).Rows.Select(r => r.Id).ToList();
        Assert.InRange(all.Count, 400, 2_000);
        Assert.Matches(@"i\.id\) [<>]= \(", string.Concat((await house.ExplainAsync(wish)).Select(r => r.Sql)));

        var pages = new List<ItemsFound> { await house.FindAsync(wish) };
        while (pages[^1].HasAfter) pages.Add(await house.FindAsync(wish with { After = pages[^1].Rows[^1].Key }));
        Assert.Equal(all, pages.SelectMany(p => p.Rows).Select(r => r.Id));
        for (var page = pages[^1]; page.HasBefore; pages.Add(page)) page = await house.FindAsync(wish with { Before = page.Rows[0].Key });
        Assert.Equal(all[..40], pages[^1].Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task They_are_counted()
    {
        var (few, many) = (await house.CountAsync("brand:brand-1"), await house.CountAsync(""));

        Assert.Equal(new ItemCount(Warehouse.Items / 50, true), few);
        Assert.InRange(many.Items, Warehouse.Items, Warehouse.Items + 100);
    }
}

/// <summary>Sixty thousand items.</summary>
public sealed class Warehouse : IAsyncLifetime
{
    public const int Items = 60_000;

    private const string Fill = """
        insert into items (id, name, unit, allergens, active, code, category, attributes)
            select gen_random_uuid(), 'Ware ' || md5(n::text), 'Gram', '[]', true, 'W' || md5('c' || n), 'Category ' || n % 40, jsonb_build_object('brand', 'Brand-' || n % 50) || case when n % 3 = 0 then '{"organic": true}' else '{}' end::jsonb || case when md5(n::text) > 'f4' and n % 2 = 0 then '{"shelf": "Far away"}' else '{}' end::jsonb from generate_series(1, {items}) n;
        insert into stock (item_id, on_hand, reserved, allow_short, always_strict, is_limiting) select id, 0, 0, true, false, true from items where name like 'Ware %';
        analyze items; analyze item_keys
        """;

    private readonly TestKitchen kitchen = new();
    private ServiceProvider services = null!;
    private ItemCensus census = null!;

    private ItemCatalogue Catalogue => ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census);

    public async Task InitializeAsync()
    {
        await kitchen.InitializeAsync();
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, Fill.Replace("{items}", $"{Items}", StringComparison.Ordinal));
        services = TestKitchen.Provide(kitchen.Connections);
        census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
    }

    public async Task DisposeAsync()
    {
        census.Dispose();
        await services.DisposeAsync();
        await kitchen.DisposeAsync();
    }

    public Task<ItemsFound> FindAsync(ItemWish wish) => Catalogue.FindAsync(wish);

    public Task<IReadOnlyList<QueryRun>> ExplainAsync(ItemWish wish) => Catalogue.ExplainAsync(wish);

    public Task<ItemKey?> JumpAsync(ItemWish wish, long rank) => Catalogue.JumpAsync(wish, rank);

    public Task<ItemCount> CountAsync(string typed) => Catalogue.CountAsync(ItemFilter.Read(typed));
}
