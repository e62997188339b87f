using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>The items that some rows may be about, found in one go.</summary>
internal sealed class KnownItems
{
    private readonly Dictionary<string, Item> byName, byCode, byBarcode;

    private KnownItems(List<Item> items, List<ItemBarcode> barcodes)
    {
        var all = items.ToDictionary(i => i.Id);
        (byName, byCode) = (items.ToDictionary(i => i.Name), items.Where(i => i.Code is not null).ToDictionary(i => i.Code!));
        byBarcode = barcodes.Where(b => all.ContainsKey(b.ItemId)).ToDictionary(b => b.Code, b => all[b.ItemId]);
    }

    /// <summary>Reads them.</summary>
    /// <param name="isLocked">Whether they are changed: then they are locked, in the order of their ids.</param>
    internal static async Task<KnownItems> ReadAsync(KitchenContext db, IEnumerable<(string? Code, string? Name, IReadOnlyList<string> Barcodes)> rows, bool isLocked, CancellationToken cancel)
    {
        var all = rows.ToList();
        var (codes, names, barcodes) = (all.Select(r => r.Code).OfType<string>().Distinct().ToArray(), all.Select(r => r.Name).OfType<string>().Distinct().ToArray(), all.SelectMany(r => r.Barcodes).Distinct().ToArray());
        var stood = await db.ItemBarcodes.AsNoTracking().Where(b => barcodes.Contains(b.Code)).ToListAsync(cancel);
        var owners = stood.Select(b => b.ItemId).Distinct().ToArray();
        var wanted = await db.Database.SqlQuery<Guid>($"select id as \"Value\" from items where code = any({codes}) union select id from items where name = any({names}) union select unnest({owners})").ToArrayAsync(cancel);
        if (isLocked) await db.Database.ExecuteSqlAsync($"select from items where id = any({wanted}) order by id for no key update", cancel);
        var items = await db.Items.AsNoTracking().Include(i => i.Measures).Where(i => wanted.Contains(i.Id)).ToListAsync(cancel);
        return new(items, stood);
    }

    /// <summary>The item that a row means; null when nobody knows it.</summary>
    internal Item? Find(string? code, IEnumerable<string> barcodes, string? name) =>
        (code is null ? null : byCode.GetValueOrDefault(code)) ?? barcodes.Select(b => byBarcode.GetValueOrDefault(b)).FirstOrDefault(i => i is not null) ?? (name is null ? null : byName.GetValueOrDefault(name));

    /// <summary>Whether a code stands for it already.</summary>
    internal bool Has(Item item, string barcode) => byBarcode.GetValueOrDefault(barcode)?.Id == item.Id;

    /// <summary>What else the row names that belongs to another item than the one that it is about.</summary>
    internal IEnumerable<Sentence> Others(Item? item, string? code, IEnumerable<string> barcodes, string? name)
    {
        if (name is not null && byName.GetValueOrDefault(name) is { } named && named.Id != item?.Id) yield return new("There already is an item “{0}”, and this row is about another one.", name);
        if (code is not null && byCode.GetValueOrDefault(code) is { } coded && coded.Id != item?.Id) yield return new("{0} has the code {1}. Choose another one.", coded.Name, code);
        foreach (var barcode in barcodes)
            if (byBarcode.GetValueOrDefault(barcode) is { } scanned && scanned.Id != item?.Id) yield return new("The barcode {0} stands for {1}. Take it away there first.", barcode, scanned.Name);
    }
}
