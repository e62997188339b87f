using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>An item as a list of the stock shows it. Quantities in base units.</summary>
public sealed record StockRow(Guid ItemId, string Name, BaseUnit Unit, decimal OnHand, decimal Reserved, bool IsStrict, bool IsLimiting, bool IsNearlyOut, bool IsShort, bool Active)
{
    public decimal Available => OnHand - Reserved;
}

/// <summary>How much of a lot lies at a place, usable or not.</summary>
public sealed record LotRow
{
    public required Guid ItemId { get; init; }
    public required string Item { get; init; }
    public required BaseUnit Unit { get; init; }
    public required Guid LotId { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Code { get; init; }
    public required string Place { get; init; }

    /// <summary>In base units.</summary>
    public required decimal OnHand { get; init; }
    public required DateOnly? UseBy { get; init; }
    public required DateOnly? BestBefore { get; init; }
    public required LotState State { get; init; }

    /// <summary>Of one base unit, in the restaurant's currency.</summary>
    public required decimal UnitCost { get; init; }
    public required DateTimeOffset? OpenedAt { get; init; }
}

/// <summary>A row of the ledger with the names of what it is about.</summary>
/// <param name="Kind">As stored: a <see cref="MovementKind"/>.</param>
/// <param name="Ticket">The number of the ticket that it was for; null when it was done by hand.</param>
public sealed record LedgerRow(Guid Id, DateTimeOffset At, string Kind, string? Who, string? Place, string? Lot, decimal OnHandDelta, decimal ReservedDelta, decimal LotDelta, string? Reason, long? Ticket, bool IsReversed)
{
    /// <summary>Whether a manager may take it back in a row of its own.</summary>
    public bool CanBeReversed => !IsReversed && Ticket is null && Kind is nameof(MovementKind.Received) or nameof(MovementKind.Wasted) or nameof(MovementKind.Counted);
}

/// <summary>Reads what is in stock, for those who look at it.</summary>
public sealed class StockList(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>More than this nobody reads: then one searches.</summary>
    public const int Most = 100;

    /// <summary>The first items whose name contains this, by name.</summary>
    public async Task<IReadOnlyList<StockRow>> FindAsync(string text, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var like = Like(text);
        return await (
            from i in db.Items.Where(i => EF.Functions.ILike(i.Name, like, @"\")).OrderBy(i => i.Name)
            join s in db.Stock on i.Id equals s.ItemId
            select new StockRow(i.Id, i.Name, i.Unit, s.OnHand, s.Reserved, !s.AllowShort, s.IsLimiting, i.NearlyOutAt != null && s.OnHand - s.Reserved <= i.NearlyOutAt, s.ShortAt != null, i.Active)).Take(Most).ToListAsync(cancel);
    }

    /// <summary>An item with its measures, and how much of it there is; null when there is no such item.</summary>
    public async Task<(Item Item, Stock Stock)?> ItemAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var item = await db.Items.AsNoTracking().Include(i => i.Measures).SingleOrDefaultAsync(i => i.Id == id, cancel);
        return item is null ? null : (item, await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == id, cancel));
    }

    /// <summary>The lots that lie somewhere, in the order in which they go; those that may not be used come last.</summary>
    public async Task<IReadOnlyList<LotRow>> LotsAsync(Guid item, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. (await Rows(db).Where(l => l.ItemId == item).ToListAsync(cancel)).OrderBy(l => l.State != LotState.Usable).ThenBy(l => Earlier(l.UseBy, l.BestBefore)).ThenBy(l => l.OpenedAt ?? DateTimeOffset.MaxValue).ThenBy(l => l.LotId)];
    }

    /// <summary>The last rows of an item's ledger, the newest first.</summary>
    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(Guid item, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<LedgerRow>($"""
            select m.id as "Id", m.at as "At", m.kind as "Kind", p.name as "Who", a.name as "Place", l.code as "Lot", m.on_hand_delta as "OnHandDelta", m.reserved_delta as "ReservedDelta", m.lot_delta as "LotDelta",
                m.reason as "Reason", t.number as "Ticket", exists (select from movements r where r.item_id = m.item_id and r.at >= m.at and r.reverses_id = m.id) as "IsReversed"
            from (select * from movements where item_id = {item} order by at desc, id desc limit {Most}) m
            left join people p on p.id = m.person_id left join places a on a.id = m.place_id left join lots l on l.id = m.lot_id
            left join lines n on n.id = m.line_id left join tickets t on t.id = n.ticket_id
            order by m.at desc, m.id desc
            """).ToListAsync(cancel);
    }

    /// <summary>Where stock can lie.</summary>
    public async Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Places.AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancel);
    }

    /// <summary>What lies of all lots, everywhere.</summary>
    internal static IQueryable<LotRow> Rows(KitchenContext db) =>
        from s in db.StockLots
        where s.OnHand > 0
        join l in db.Lots on s.LotId equals l.Id
        join i in db.Items on s.ItemId equals i.Id
        join p in db.Places on s.PlaceId equals p.Id
        select new LotRow { ItemId = i.Id, Item = i.Name, Unit = i.Unit, LotId = l.Id, PlaceId = p.Id, Code = l.Code, Place = p.Name, OnHand = s.OnHand, UseBy = l.UseBy, BestBefore = l.BestBefore, State = l.State, UnitCost = l.UnitCost, OpenedAt = l.OpenedAt };

    /// <summary>A pattern for whatever contains a text, its own signs taken as they are.</summary>
    internal static string Like(string text) => $"%{text.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static DateOnly Earlier(DateOnly? one, DateOnly? other) => new[] { one ?? DateOnly.MaxValue, other ?? DateOnly.MaxValue }.Min();
}
