using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>What a supplier sells, with the item's name and the price before.</summary>
/// <param name="ChangedAt">Since when it costs what it costs.</param>
/// <param name="Before">What it cost before; null when it never had another price.</param>
public sealed record OfferRow(Offer Offer, string Item, BaseUnit Unit, DateTimeOffset? ChangedAt, decimal? Before);

/// <summary>A par with the names of what it is about and what lies there, usable, in base units.</summary>
public sealed record ParRow(Guid ItemId, string Item, BaseUnit Unit, Guid PlaceId, string Place, decimal Level, decimal? ReorderAt, decimal OnHand);

/// <summary>Reads what the office knows of its suppliers.</summary>
public sealed class SupplierList(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>All suppliers, by name.</summary>
    public async Task<IReadOnlyList<Supplier>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Suppliers.AsNoTracking().OrderByDescending(s => s.Active).ThenBy(s => s.Name).ToListAsync(cancel);
    }

    /// <summary>A supplier; null when there is none.</summary>
    public async Task<Supplier?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
    }

    /// <summary>What a supplier sells, by item.</summary>
    public async Task<IReadOnlyList<OfferRow>> OffersAsync(Guid supplier, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await RowsAsync(db, db.Offers.Where(o => o.SupplierId == supplier), cancel);
    }

    /// <summary>What should lie where, by item and place.</summary>
    public async Task<IReadOnlyList<ParRow>> ParsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from p in db.Pars
            join i in db.Items on p.ItemId equals i.Id
            join a in db.Places on p.PlaceId equals a.Id
            orderby i.Name, a.Position
            select new ParRow(i.Id, i.Name, i.Unit, a.Id, a.Name, p.Level, p.ReorderAt,
                (from s in db.Set<StockLot>() join l in db.Set<Lot>() on s.LotId equals l.Id where s.ItemId == i.Id && s.PlaceId == a.Id && l.State == LotState.Usable select s.OnHand).Sum())).ToListAsync(cancel);
    }

    internal static async Task<List<OfferRow>> RowsAsync(KitchenContext db, IQueryable<Offer> offers, CancellationToken cancel)
    {
        var rows = await (
            from o in offers.AsNoTracking()
            join i in db.Items on o.ItemId equals i.Id
            orderby i.Name
            select new { Offer = o, i.Name, i.Unit, Last = o.Prices.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Select(p => new { p.At, p.Before }).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(r => new OfferRow(r.Offer, r.Name, r.Unit, r.Last?.At, r.Last?.Before))];
    }
}
