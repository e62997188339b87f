using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>All that is known of an item besides its stock.</summary>
/// <param name="Template">The fields of its category.</param>
/// <param name="Offers">Who sells it, and the number that they have for it.</param>
/// <param name="Categories">All that there are, to choose from.</param>
/// <param name="Paths">The attributes that items have, the most common first.</param>
public sealed record FactSheet(Item Item, IReadOnlyList<TemplateField> Template, IReadOnlyList<ItemBarcode> Barcodes, IReadOnlyList<(string Supplier, string? Code)> Offers, IReadOnlyList<string> Categories, IReadOnlyList<string> Paths)
{
    public IReadOnlyList<Fact> Facts { get; } = Fact.Of(Item.Attributes, Template);
}

/// <summary>Reads it.</summary>
public sealed class FactSheets(IDbContextFactory<KitchenContext> contexts, CategoryTemplates templates, ItemNames names)
{
    private const int MostPaths = 200;

    /// <summary>Of one item; null when there is no such item.</summary>
    public async Task<FactSheet?> ReadAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Items.AsNoTracking().Include(i => i.Barcodes).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } item) return null;
        var offers = await (from o in db.Offers where o.ItemId == id && o.Active join s in db.Suppliers on o.SupplierId equals s.Id orderby s.Name select new { s.Name, o.Code }).ToListAsync(cancel);
        return new(item, await templates.FieldsAsync(item.Category, cancel), [.. item.Barcodes.OrderBy(b => b.Code)], [.. offers.Select(o => (o.Name, o.Code))],
            [.. (await templates.AllAsync(cancel)).Select(t => t.Category)], [.. (await names.AttributesAsync(cancel)).Where(a => a.HasValues).Take(MostPaths).Select(a => a.Path)]);
    }
}
