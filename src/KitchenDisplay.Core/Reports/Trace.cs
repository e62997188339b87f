using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Reports;

/// <summary>A lot, as one looks for it.</summary>
public sealed record FoundLot(Guid LotId, string Code, string Item, DateTimeOffset ReceivedAt, DateOnly? UseBy, DateOnly? BestBefore);

/// <summary>A portion that was made of a lot.</summary>
/// <param name="Table">Where the party sat last, or its name.</param>
/// <param name="At">When it was taken from the shelf.</param>
/// <param name="Unit">As stored: a <see cref="BaseUnit"/>.</param>
/// <param name="Lot">The lot that it was taken from: this one, or one that got some of it.</param>
/// <param name="State">The portion's, as stored.</param>
public sealed record TracedTicket(long Ticket, string Table, DateOnly BusinessDay, DateTimeOffset At, string Dish, int? Seat, decimal Quantity, string Unit, string Lot, string State);

/// <summary>A lot that a ticket's portions were made of.</summary>
/// <param name="Lot">Its code; null for what was used and not in stock.</param>
/// <param name="Unit">As stored: a <see cref="BaseUnit"/>.</param>
/// <param name="MixedFrom">Codes of the lots that had been put into it or that it was split from, by then.</param>
public sealed record TracedLot(string Dish, int Position, string Item, Guid? LotId, string? Lot, decimal Quantity, string Unit, DateTimeOffset At, DateTimeOffset? ReceivedAt, DateOnly? UseBy, DateOnly? BestBefore, string? MixedFrom);

/// <summary>From a lot to the tables, and from a ticket to the lots. Nobody scans what goes into a pan: that a portion is of a lot follows from the rule by which lots go, first expired first out.</summary>
public sealed class Trace(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The newest lots whose code contains this.</summary>
    public async Task<IReadOnlyList<FoundLot>> LotsAsync(string code, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(code)) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var like = StockList.Like(code);
        return await Found(db).Where(l => EF.Functions.ILike(l.Code, like, @"\")).OrderByDescending(l => l.ReceivedAt).Take(50).ToListAsync(cancel);
    }

    /// <summary>A lot by its id; null when there is none.</summary>
    public async Task<FoundLot?> LotAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Found(db).SingleOrDefaultAsync(l => l.LotId == id, cancel);
    }

    /// <summary>The portions that were made of a lot, or of lots that some of it was split off to or merged into, since then.</summary>
    public async Task<IReadOnlyList<TracedTicket>> TicketsAsync(Guid lot, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<TracedTicket>($"""
            with recursive part (lot_id, since) as (
                select {lot}, '-infinity'::timestamptz
                union
                select t.lot_id, t.at from part p
                join movements f on f.lot_id = p.lot_id and f.kind = 'Transferred' and f.lot_delta < 0 and f.at >= p.since
                join movements t on t.at = f.at and t.command_id = f.command_id and t.kind = 'Transferred' and t.lot_delta > 0 and t.lot_id <> f.lot_id),
            used as (
                select m.line_id, m.lot_id, -sum(m.lot_delta) as quantity, max(m.at) filter (where m.kind = 'Consumed') as at
                from (select lot_id, min(since) as since from part group by lot_id) p join movements m on m.lot_id = p.lot_id and m.at >= p.since
                where m.line_id is not null group by m.line_id, m.lot_id having sum(m.lot_delta) < 0)
            select t.number as "Ticket", case o.kind when 'Table' then coalesce(seats.names, '') else o.name end as "Table", o.business_day as "BusinessDay", u.at as "At", l.dish_name as "Dish", l.seat as "Seat",
                u.quantity as "Quantity", i.unit as "Unit", x.code as "Lot", l.state as "State"
            from used u join lines l on l.id = u.line_id join tickets t on t.id = l.ticket_id join orders o on o.id = t.order_id join lots x on x.id = u.lot_id join items i on i.id = x.item_id
            cross join lateral (
                select string_agg(d.name, '+' order by d.position) as names from order_tables s join dining_tables d on d.id = s.table_id
                where s.order_id = o.id and s.left_at is not distinct from o.closed_at) seats
            order by u.at desc, t.number desc, l.position
            """).ToListAsync(cancel);
    }

    /// <summary>The lots that a ticket's portions were made of, as far as the kitchen has begun with them.</summary>
    public async Task<IReadOnlyList<TracedLot>> LotsOfAsync(long ticket, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<TracedLot>($"""
            with recursive used as (
                select l.id, l.dish_name, l.position, m.item_id, m.lot_id, -sum(m.reserved_delta) as quantity, max(m.at) filter (where m.kind = 'Consumed') as at
                from tickets t join lines l on l.ticket_id = t.id join movements m on m.line_id = l.id
                where t.number = {ticket} and m.kind in ('Consumed', 'Corrected', 'Wasted')
                group by l.id, m.item_id, m.lot_id having sum(m.reserved_delta) < 0),
            source (lot_id, from_id, until) as (
                select lot_id, lot_id, max(at) from used where lot_id is not null group by lot_id
                union
                select s.lot_id, f.lot_id, f.at from source s
                join movements t on t.lot_id = s.from_id and t.kind = 'Transferred' and t.lot_delta > 0 and t.at <= s.until
                join movements f on f.at = t.at and f.command_id = t.command_id and f.kind = 'Transferred' and f.lot_delta < 0 and f.lot_id <> t.lot_id)
            select u.dish_name as "Dish", u.position as "Position", i.name as "Item", u.lot_id as "LotId", x.code as "Lot", u.quantity as "Quantity", i.unit as "Unit", u.at as "At", x.received_at as "ReceivedAt", x.use_by as "UseBy", x.best_before as "BestBefore",
                (select string_agg(distinct y.code, ', ') from source s join lots y on y.id = s.from_id where s.lot_id = u.lot_id and s.from_id <> u.lot_id) as "MixedFrom"
            from used u join items i on i.id = u.item_id left join lots x on x.id = u.lot_id
            order by u.position, i.name, x.code
            """).ToListAsync(cancel);
    }

    private static IQueryable<FoundLot> Found(KitchenContext db) => db.Database.SqlQuery<FoundLot>($"""
        select l.id as "LotId", l.code as "Code", i.name as "Item", l.received_at as "ReceivedAt", l.use_by as "UseBy", l.best_before as "BestBefore" from lots l join items i on i.id = l.item_id
        """);
}
