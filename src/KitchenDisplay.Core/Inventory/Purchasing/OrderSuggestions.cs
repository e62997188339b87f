using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>An item with a par: what is there, what comes, what is missing, and where it would be ordered. Quantities in base units.</summary>
/// <param name="Offer">Null when nobody sells it.</param>
/// <param name="Packs">Whole packs of the offer; 0 when nothing is to be ordered.</param>
public sealed record Suggestion(Guid ItemId, string Item, BaseUnit Unit, decimal Par, decimal OnHand, decimal OnTheWay, Missing Missing, OfferRow? Offer, int Packs);

/// <summary>What would be ordered from a supplier.</summary>
/// <param name="Supplier">Null for what nobody sells.</param>
/// <param name="Next">The next delivery for which there is still time.</param>
public sealed record SupplierSuggestions(Supplier? Supplier, DeliverySlot? Next, IReadOnlyList<Suggestion> Lines)
{
    public decimal Total => Lines.Sum(l => l.Packs * (l.Offer?.Offer.Price ?? 0));
}

/// <summary>Works out what to order up to par.</summary>
public sealed class OrderSuggestions(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>All items with a par that lie below it, by supplier; who has to be told first comes first.</summary>
    public async Task<IReadOnlyList<SupplierSuggestions>> FindAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var now = clock.GetUtcNow();
        var pars = (await db.Pars.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.ItemId);
        var wanted = pars.Select(p => p.Key).ToList();
        var items = await db.Items.AsNoTracking().Where(i => wanted.Contains(i.Id) && i.Active).OrderBy(i => i.Name).Select(i => new { i.Id, i.Name, i.Unit }).ToListAsync(cancel);
        var shelf = await ShelfAsync(db, wanted, house.BusinessDay(now), cancel);
        var onTheWay = await OnTheWayAsync(db, wanted, cancel);
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => s.Active).ToDictionaryAsync(s => s.Id, cancel);
        var offers = (await SupplierList.RowsAsync(db, db.Offers.Where(o => wanted.Contains(o.ItemId) && o.Active), cancel)).Where(o => suppliers.ContainsKey(o.Offer.SupplierId)).ToLookup(o => o.Offer.ItemId);
        var found = items.Select(i => Suggest(i.Id, i.Name, i.Unit, [.. pars[i.Id]], shelf[i.Id].ToDictionary(s => s.PlaceId, s => s.OnHand), onTheWay.GetValueOrDefault(i.Id), Best(offers[i.Id]))).Where(s => s.Missing.Quantity > 0);
        return [.. found.GroupBy(s => s.Offer?.Offer.SupplierId).Select(g => BySupplier(g.Key is { } id ? suppliers[id] : null, [.. g], house, now)).OrderBy(s => s.Supplier is null).ThenBy(s => s.Next?.SendBy ?? DateTimeOffset.MaxValue)];
    }

    private static Suggestion Suggest(Guid item, string name, BaseUnit unit, IReadOnlyList<Par> pars, Dictionary<Guid, decimal> there, decimal onTheWay, OfferRow? offer)
    {
        var places = pars.Select(p => new ParPlace(p.Level, p.ReorderAt, there.GetValueOrDefault(p.PlaceId))).ToList();
        var onHand = there.Values.Sum();
        var missing = ParRule.Of(places, onHand - places.Sum(p => p.OnHand), onTheWay);
        var packs = offer is { Offer: var o } ? ParRule.Packs(missing, o.PackInBase, o.Rounding, o.LeastPacks) : 0;
        return new(item, name, unit, pars.Sum(p => p.Level), onHand, onTheWay, missing, offer, packs);
    }

    private static SupplierSuggestions BySupplier(Supplier? supplier, IReadOnlyList<Suggestion> lines, Restaurant house, DateTimeOffset now) =>
        new(supplier, supplier is null ? null : DeliveryCalendar.From(supplier, house, now).FirstOrDefault(), lines);

    private static OfferRow? Best(IEnumerable<OfferRow> offers) => offers.OrderByDescending(o => o.Offer.IsPreferred).ThenBy(o => o.Offer.UnitPrice).FirstOrDefault();

    // What may be used: neither what is kept back nor what is over.
    private static async Task<ILookup<Guid, StockLot>> ShelfAsync(KitchenContext db, IReadOnlyList<Guid> items, DateOnly today, CancellationToken cancel)
    {
        var there = await (
            from s in db.StockLots
            join l in db.Lots on s.LotId equals l.Id
            where items.Contains(s.ItemId) && s.OnHand > 0 && l.State == LotState.Usable && (l.UseBy == null || l.UseBy >= today)
            group s.OnHand by new { s.ItemId, s.PlaceId } into g
            select new StockLot { ItemId = g.Key.ItemId, PlaceId = g.Key.PlaceId, OnHand = g.Sum() }).ToListAsync(cancel);
        return there.ToLookup(s => s.ItemId);
    }

    // Drafts as well: what stands in one would be suggested a second time.
    private static async Task<Dictionary<Guid, decimal>> OnTheWayAsync(KitchenContext db, IReadOnlyList<Guid> items, CancellationToken cancel) =>
        await (
            from l in db.PurchaseLines
            join o in db.PurchaseOrders on l.OrderId equals o.Id
            where items.Contains(l.ItemId) && (o.State == OrderState.Draft || o.State == OrderState.Sent || o.State == OrderState.PartlyReceived) && !l.IsClosed && l.Packs * l.PackInBase > l.Received
            group l.Packs * l.PackInBase - l.Received by l.ItemId into g
            select new { g.Key, Open = g.Sum() }).ToDictionaryAsync(g => g.Key, g => g.Open, cancel);
}
