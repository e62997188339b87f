using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>An item of which there is less than was promised.</summary>
/// <param name="Tickets">The numbers of the tickets that it is promised to, in their order; null when none is open any more.</param>
public sealed record ShortItem(Guid ItemId, string Name, string Unit, decimal OnHand, decimal Reserved, DateTimeOffset Since, string? Tickets);

/// <summary>What somebody used though there should have been none.</summary>
public sealed record UsedAndNotThere(Guid Id, DateTimeOffset At, Guid ItemId, string Item, string Unit, decimal Quantity, decimal? Worth, long? Ticket, string? Dish, string? Who);

/// <summary>Finds what of the stock a manager has to look at.</summary>
public sealed class StockWorries(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan Lookback = TimeSpan.FromDays(7);

    /// <summary>Items of which more is promised than there is, the oldest worry first.</summary>
    public async Task<IReadOnlyList<ShortItem>> ShortAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - Lookback;
        return await db.Database.SqlQuery<ShortItem>($"""
            select i.id as "ItemId", i.name as "Name", i.unit as "Unit", s.on_hand as "OnHand", s.reserved as "Reserved", s.short_at as "Since", promised.tickets as "Tickets"
            from stock s join items i on i.id = s.item_id
            cross join lateral (
                select string_agg(distinct t.number::text, ', ') as tickets
                from (select m.line_id from movements m where m.item_id = s.item_id and m.at >= {since} and m.line_id is not null group by m.line_id having sum(m.reserved_delta) > 0) p
                join lines l on l.id = p.line_id join tickets t on t.id = l.ticket_id) promised
            where s.short_at is not null order by s.short_at limit {Most}
            """).ToListAsync(cancel);
    }

    /// <summary>What was used and not in stock in the last 7 days and stands, the newest first.</summary>
    public async Task<IReadOnlyList<UsedAndNotThere>> UsedAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - Lookback;
        return await db.Database.SqlQuery<UsedAndNotThere>($"""
            select m.id as "Id", m.at as "At", i.id as "ItemId", i.name as "Item", i.unit as "Unit", m.on_hand_delta as "Quantity", m.on_hand_delta * c.unit_cost as "Worth", t.number as "Ticket", l.dish_name as "Dish", p.name as "Who"
            from movements m join items i on i.id = m.item_id left join lines l on l.id = m.line_id left join tickets t on t.id = l.ticket_id left join people p on p.id = m.person_id
            left join lateral (select x.unit_cost from lots x where x.item_id = m.item_id order by x.received_at desc limit 1) c on true
            where m.at >= {since} and m.kind = 'Counted' and m.lot_id is null and m.on_hand_delta <> 0
                and not exists (select from movements r where r.item_id = m.item_id and r.at >= m.at and r.reverses_id = m.id)
            order by m.at desc, m.id limit {Most}
            """).ToListAsync(cancel);
    }

    /// <summary>Lots that are kept back, proposed for release or over one of their dates.</summary>
    public async Task<IReadOnlyList<LotRow>> LotsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var today = house.BusinessDay(clock.GetUtcNow());
        return await StockList.Rows(db).Where(l => l.State != LotState.Usable || l.BestBefore < today || l.UseBy < today).OrderBy(l => l.Item).ThenBy(l => l.Code).ThenBy(l => l.Place).Take(Most).ToListAsync(cancel);
    }

    /// <summary>What the audits of the last days have found, the newest first.</summary>
    public async Task<IReadOnlyList<StockDay>> DaysAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.StockDays.AsNoTracking().OrderByDescending(d => d.Day).Take(14).ToListAsync(cancel);
    }

    /// <summary>What these items are called.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> items, CancellationToken cancel = default)
    {
        var wanted = items.Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Items.Where(i => wanted.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
    }
}
