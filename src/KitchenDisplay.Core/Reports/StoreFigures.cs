using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Reports;

/// <summary>What a business day cost in the kitchen, in the restaurant's currency.</summary>
public sealed record UsageDay(DateOnly Day, decimal Used, decimal Wasted);

/// <summary>What lies of a category, at the prices at which it was bought.</summary>
/// <param name="Category">Empty for what is in none.</param>
public sealed record CategoryValue(string Category, int Items, decimal Value);

/// <summary>What was really used of an item next to what the recipes say. Quantities in base units, gap in money too.</summary>
/// <param name="Unit">As stored: a <see cref="BaseUnit"/>.</param>
/// <param name="Theoretical">By the recipes of what was made.</param>
/// <param name="Actual">The same with what was wasted and what counts found missing.</param>
/// <param name="Worth">The gap at the last price; null while nothing was ever bought.</param>
public sealed record UsageGap(Guid ItemId, string Item, string Unit, decimal Theoretical, decimal Actual, decimal? Worth)
{
    public decimal Gap => Actual - Theoretical;
}

/// <summary>The store in numbers, for those who answer for it.</summary>
public sealed class StoreFigures(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>What was used and wasted on each of the last business days, this one last.</summary>
    public async Task<IReadOnlyList<UsageDay>> UsageAsync(int count, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var days = BusinessDays.Last(count, house, clock.GetUtcNow());
        var sums = (await db.Database.SqlQuery<DayCost>($"""
            select width_bucket(m.at, {days.Bounds}) as "Day",
                coalesce(-sum(m.on_hand_delta * m.unit_cost) filter (where m.kind = 'Consumed' or (m.kind = 'Corrected' and m.line_id is not null)), 0) as "Used",
                coalesce(-sum(m.on_hand_delta * m.unit_cost) filter (where m.kind = 'Wasted'), 0) as "Wasted"
            from movements m where m.at >= {days.Bounds[0]} and m.kind in ('Consumed', 'Corrected', 'Wasted') group by 1
            """).ToListAsync(cancel)).ToDictionary(d => d.Day);
        return [.. days.Days.Select((day, n) => sums.GetValueOrDefault(n + 1) is { } sum ? new UsageDay(day, sum.Used, sum.Wasted) : new(day, 0, 0))];
    }

    /// <summary>What lies in the store by category, the dearest first.</summary>
    public async Task<IReadOnlyList<CategoryValue>> ValueAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<CategoryValue>($"""
            select coalesce(i.category, '') as "Category", count(distinct i.id)::int as "Items", sum(l.remaining * l.unit_cost) as "Value"
            from cost_layers l join items i on i.id = l.item_id where l.remaining > 0 group by 1 order by 3 desc, 1
            """).ToListAsync(cancel);
    }

    /// <summary>Lots whose dates are over within so many business days, and those over which they are already, the first ones first.</summary>
    public async Task<IReadOnlyList<LotRow>> ExpiringAsync(int days, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var until = house.BusinessDay(clock.GetUtcNow()).AddDays(days);
        return await StockList.Rows(db).Where(l => l.UseBy <= until || l.BestBefore <= until).OrderBy(l => l.UseBy ?? l.BestBefore).ThenBy(l => l.Item).ThenBy(l => l.Code).Take(Most).ToListAsync(cancel);
    }

    /// <summary>What was used beyond the recipes in the last business days, the dearest gap first.</summary>
    public async Task<IReadOnlyList<UsageGap>> GapsAsync(int count, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var since = BusinessDays.Last(count, house, clock.GetUtcNow()).Bounds[0];
        return await db.Database.SqlQuery<UsageGap>($"""
            select i.id as "ItemId", i.name as "Item", i.unit as "Unit", u.theoretical as "Theoretical", u.theoretical + u.beyond as "Actual", u.beyond * c.unit_cost as "Worth"
            from (
                select m.item_id, coalesce(-sum(m.on_hand_delta) filter (where m.kind = 'Consumed' or (m.kind = 'Corrected' and m.line_id is not null)), 0) as theoretical,
                    coalesce(-sum(m.on_hand_delta) filter (where m.kind in ('Wasted', 'Counted')), 0) as beyond
                from movements m where m.at >= {since} and m.kind in ('Consumed', 'Corrected', 'Wasted', 'Counted') group by 1) u
            join items i on i.id = u.item_id
            left join lateral (select l.unit_cost from lots l where l.item_id = u.item_id order by l.received_at desc limit 1) c on true
            where u.beyond <> 0 order by abs(u.beyond * coalesce(c.unit_cost, 0)) desc, i.name limit {Most}
            """).ToListAsync(cancel);
    }

    private sealed record DayCost(int Day, decimal Used, decimal Wasted);
}
