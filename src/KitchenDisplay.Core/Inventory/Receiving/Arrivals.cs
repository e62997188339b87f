using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What a scan means to this house.</summary>
/// <param name="Item">With its measures; null when nobody has said yet what the code stands for.</param>
/// <param name="Pack">What is known of the code; null as well then.</param>
public sealed record ScanFound(ScannedCode Code, Item? Item, ItemBarcode? Pack);

/// <summary>A lot that came in, for its label.</summary>
/// <param name="Gtin">The house's own number for the item; null when it has none yet.</param>
/// <param name="Quantity">What came of it, in base units.</param>
public sealed record LabelledLot(Lot Lot, string Item, BaseUnit Unit, string? Gtin, string Place, decimal Quantity);

/// <summary>Reads what whoever receives has to know.</summary>
public sealed class Arrivals(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>Understands a scan and looks up what it stands for.</summary>
    /// <exception cref="Refusal">It cannot be read, or names no product.</exception>
    public async Task<ScanFound> FindAsync(string typed, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var code = BarcodeReader.Read(typed, await InventoryService.TodayAsync(db, clock.GetUtcNow(), cancel));
        if (code.Code is null) throw new Refusal("This is the number of a pallet or a parcel, not of what is in it. Scan the label of the product.");
        return await KnownAsync(db, code, cancel);
    }

    /// <summary>The same once more, after somebody has said what the code stands for.</summary>
    public async Task<ScanFound> KnownAsync(ScannedCode code, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await KnownAsync(db, code, cancel);
    }

    /// <summary>How cold and how warm things may come in.</summary>
    public async Task<ArrivalLimits> LimitsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new(await db.ArrivalLimits.AsNoTracking().ToListAsync(cancel), await db.Places.AsNoTracking().ToListAsync(cancel));
    }

    /// <summary>Where an item lies, or has lain last; null when it never came in.</summary>
    public async Task<Guid?> PlaceOfAsync(Guid item, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.StockLots.Where(s => s.ItemId == item).Join(db.Lots, s => s.LotId, l => l.Id, (s, l) => new { s.PlaceId, s.OnHand, l.ReceivedAt }).OrderByDescending(s => s.OnHand > 0).ThenByDescending(s => s.ReceivedAt).Select(s => (Guid?)s.PlaceId).FirstOrDefaultAsync(cancel)
            ?? await db.Pars.Where(p => p.ItemId == item).Select(p => (Guid?)p.PlaceId).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The lots of a delivery, without what was rejected.</summary>
    public async Task<IReadOnlyList<LabelledLot>> LotsAsync(Guid delivery, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await (
            from d in db.DeliveryLines.Where(d => d.DeliveryId == delivery && d.Decision != ArrivalDecision.Rejected)
            join l in db.Lots.AsNoTracking() on d.Id equals l.Id
            join i in db.Items on d.ItemId equals i.Id
            join p in db.Places on d.PlaceId equals p.Id
            orderby i.Name, l.Id
            select new LabelledLot(l, i.Name, i.Unit, db.Set<ItemBarcode>().Where(b => b.ItemId == i.Id && b.Code.StartsWith(Gtin.Own) && b.Code.Length == 14).Select(b => b.Code).FirstOrDefault(), p.Name, d.Quantity)).ToListAsync(cancel);
        return rows;
    }

    /// <summary>Today's business day.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await InventoryService.TodayAsync(db, clock.GetUtcNow(), cancel);
    }

    private static async Task<ScanFound> KnownAsync(KitchenContext db, ScannedCode code, CancellationToken cancel)
    {
        var pack = await db.ItemBarcodes.AsNoTracking().SingleOrDefaultAsync(b => b.Code == code.Code, cancel);
        return pack is null ? new(code, null, null) : new(code, await InventoryService.ItemAsync(db, pack.ItemId, cancel), pack);
    }
}
