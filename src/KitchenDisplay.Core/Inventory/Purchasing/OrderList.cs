using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>An order as a list shows it.</summary>
public sealed record OrderRow(Guid Id, long Number, Guid SupplierId, string Supplier, OrderState State, DateOnly? DeliverOn, DateTimeOffset? SentAt, decimal Total, int Lines);

/// <summary>An order with everything that its page and its paper say.</summary>
/// <param name="Offers">By item: all that its supplier sells now.</param>
public sealed record OrderSheet(PurchaseOrder Order, Supplier Supplier, IReadOnlyDictionary<Guid, Item> Items, IReadOnlyList<OfferRow> Offers)
{
    public Item Item(PurchaseLine line) => Items[line.ItemId];

    /// <summary>What a pack of it costs now, where that is not what the order says.</summary>
    public decimal? NewPrice(PurchaseLine line) => Offers.FirstOrDefault(o => o.Offer.Id == line.OfferId) is { } row && row.Offer.Price != line.Price ? row.Offer.Price : null;
}

/// <summary>Reads orders to suppliers.</summary>
public sealed class OrderList(IDbContextFactory<KitchenContext> contexts)
{
    private const int Most = 50;

    /// <summary>The orders on which something is still to be done, and then the last ones that are done.</summary>
    public async Task<IReadOnlyList<OrderRow>> LatestAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await Rows(db, db.PurchaseOrders.Where(o => o.State != OrderState.Received && o.State != OrderState.Cancelled).OrderBy(o => o.DeliverOn).ThenBy(o => o.Number)).ToListAsync(cancel),
            .. await Rows(db, db.PurchaseOrders.Where(o => o.State == OrderState.Received || o.State == OrderState.Cancelled).OrderByDescending(o => o.Number).Take(Most)).ToListAsync(cancel)];
    }

    /// <summary>The orders of which something is still to come, the next one first.</summary>
    public async Task<IReadOnlyList<OrderRow>> AwaitedAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db, db.PurchaseOrders.Where(o => o.State == OrderState.Sent || o.State == OrderState.PartlyReceived).OrderBy(o => o.DeliverOn).ThenBy(o => o.Number)).ToListAsync(cancel);
    }

    /// <summary>One order; null when there is none.</summary>
    public async Task<OrderSheet?> SheetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var order = await db.PurchaseOrders.AsNoTracking().Include(o => o.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(o => o.Id == id, cancel);
        if (order is null) return null;
        var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == order.SupplierId, cancel);
        var offers = await SupplierList.RowsAsync(db, db.Offers.Where(o => o.SupplierId == supplier.Id), cancel);
        var items = order.Lines.Select(l => l.ItemId).Concat(offers.Select(o => o.Offer.ItemId)).Distinct().ToList();
        return new(order, supplier, await db.Items.AsNoTracking().Include(i => i.Measures).Where(i => items.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel), offers);
    }

    private static IQueryable<OrderRow> Rows(KitchenContext db, IQueryable<PurchaseOrder> orders) =>
        from o in orders
        join s in db.Suppliers on o.SupplierId equals s.Id
        select new OrderRow(o.Id, o.Number, s.Id, s.Name, o.State, o.DeliverOn, o.SentAt, db.Set<PurchaseLine>().Where(l => l.OrderId == o.Id).Sum(l => l.Packs * l.Price), db.Set<PurchaseLine>().Count(l => l.OrderId == o.Id));
}
