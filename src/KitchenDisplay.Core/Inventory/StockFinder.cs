using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>Something that was found by what somebody typed or scanned.</summary>
public sealed record FoundItem(Guid ItemId, string Name, BaseUnit Unit);

/// <summary>Finds items and lots by a name, a number or what a scanner reads.</summary>
public sealed class StockFinder(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>More than this nobody reads while doing something else.</summary>
    public const int Most = 12;

    private const int Gtin = 14;

    /// <summary>Items: by barcode or number alone when it is one, else by what their name contains, those that begin with it first.</summary>
    public async Task<IReadOnlyList<FoundItem>> ItemsAsync(string text, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (code, like) = (text.Trim(), StockList.Like(text));
        var gtin = code.PadLeft(Gtin, '0');
        var byCode = await db.Items.Where(i => i.Code == code || i.Barcodes.Any(b => b.Code == code || b.Code == gtin)).OrderBy(i => i.Name).Take(Most).Select(i => new FoundItem(i.Id, i.Name, i.Unit)).ToListAsync(cancel);
        if (byCode.Count > 0) return byCode;
        var begins = like[1..];
        return await db.Items.Where(i => i.Active && EF.Functions.ILike(i.Name, like, @"\")).OrderByDescending(i => EF.Functions.ILike(i.Name, begins, @"\")).ThenBy(i => i.Name).Take(Most).Select(i => new FoundItem(i.Id, i.Name, i.Unit)).ToListAsync(cancel);
    }

    /// <summary>Lots that lie somewhere: by their own code, by their item's barcode or number, else by what the item's name contains; what goes first comes first.</summary>
    /// <param name="place">Only there; null for everywhere.</param>
    public async Task<IReadOnlyList<LotRow>> LotsAsync(string text, Guid? place = null, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (code, like) = (text.Trim(), StockList.Like(text));
        var gtin = code.PadLeft(Gtin, '0');
        var there = StockList.Rows(db).Where(l => place == null || l.PlaceId == place);
        var byCode = await there.Where(l => l.Code == code || db.Set<Item>().Any(i => i.Id == l.ItemId && (i.Code == code || i.Barcodes.Any(b => b.Code == code || b.Code == gtin)))).Take(Most * 4).ToListAsync(cancel);
        var found = byCode.Count > 0 ? byCode : await there.Where(l => EF.Functions.ILike(l.Item, like, @"\") || EF.Functions.ILike(l.Code, like, @"\")).OrderBy(l => l.Item).Take(Most * 4).ToListAsync(cancel);
        return [.. found.OrderBy(l => l.Item, StringComparer.CurrentCulture).ThenBy(l => l.UseBy ?? l.BestBefore ?? DateOnly.MaxValue).ThenBy(l => l.LotId).Take(Most)];
    }
}
