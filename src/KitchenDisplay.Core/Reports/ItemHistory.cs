using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Reports;

/// <summary>What a business day did to an item, in base units.</summary>
/// <param name="Used">By the recipes of what was made.</param>
/// <param name="Counted">What counts have found: more is positive.</param>
/// <param name="Else">Kept back, released, taken back by hand.</param>
/// <param name="OnHand">At its end.</param>
public sealed record ItemDay(DateOnly Day, decimal Received, decimal Used, decimal Wasted, decimal Counted, decimal Else, decimal OnHand);

/// <summary>How much there was of an item, and where it went, day by day.</summary>
public sealed class ItemHistory(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>The last business days of an item, this one last; none when there is no such item.</summary>
    public async Task<IReadOnlyList<ItemDay>> DaysAsync(Guid item, int count, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var days = BusinessDays.Last(count, house, clock.GetUtcNow());
        // One statement: what is there now and what the ledger says of it must be of one moment.
        var found = await db.Database.SqlQuery<DaySums>($"""
            select coalesce(d.day, 0) as "Day", s.on_hand as "Now", coalesce(d.received, 0) as "Received", coalesce(d.used, 0) as "Used", coalesce(d.wasted, 0) as "Wasted", coalesce(d.counted, 0) as "Counted", coalesce(d.change, 0) as "Change"
            from stock s left join lateral (
                select width_bucket(m.at, {days.Bounds}) as day, sum(m.on_hand_delta) as change,
                    sum(m.on_hand_delta) filter (where m.kind = 'Received') as received,
                    -sum(m.on_hand_delta) filter (where m.kind = 'Consumed' or (m.kind = 'Corrected' and m.line_id is not null)) as used,
                    -sum(m.on_hand_delta) filter (where m.kind = 'Wasted') as wasted,
                    sum(m.on_hand_delta) filter (where m.kind = 'Counted') as counted
                from movements m where m.item_id = s.item_id and m.at >= {days.Bounds[0]} group by 1) d on true
            where s.item_id = {item}
            """).ToListAsync(cancel);
        return found.Count == 0 ? [] : Backwards(days.Days, found);
    }

    private static ItemDay[] Backwards(IReadOnlyList<DateOnly> days, List<DaySums> found)
    {
        var sums = found.ToDictionary(d => d.Day);
        var history = new ItemDay[days.Count];
        var onHand = found[0].Now;
        for (var n = days.Count; n > 0; n--)
        {
            var day = sums.GetValueOrDefault(n) ?? new(n, 0, 0, 0, 0, 0, 0);
            history[n - 1] = new(days[n - 1], day.Received, day.Used, day.Wasted, day.Counted, day.Change - day.Received + day.Used + day.Wasted - day.Counted, onHand);
            onHand -= day.Change;
        }
        return history;
    }

    private sealed record DaySums(int Day, decimal Now, decimal Received, decimal Used, decimal Wasted, decimal Counted, decimal Change);
}
