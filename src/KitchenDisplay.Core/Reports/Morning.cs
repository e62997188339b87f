using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Reports;

/// <summary>Something that was 86'd.</summary>
/// <param name="Kind">Dish, item or station.</param>
/// <param name="RestoredAt">Null while it is still out.</param>
/// <param name="Missed">How often that dish was sold on a day, on average of the last 28: what being out may have cost; null for items and stations.</param>
public sealed record WasOut(string Name, string Kind, DateTimeOffset At, DateTimeOffset? RestoredAt, string? By, decimal? Missed);

/// <summary>What a manager has to know before the doors open.</summary>
/// <param name="Promised">More is promised than there is.</param>
/// <param name="BelowPar">By supplier, whoever has to be told first.</param>
/// <param name="Expiring">Within three business days, or over.</param>
/// <param name="Arriving">Awaited today, or overdue.</param>
/// <param name="Out">86'd since the business day before began, or still out.</param>
public sealed record MorningSheet(DateOnly Day, IReadOnlyList<ShortItem> Promised, IReadOnlyList<SupplierSuggestions> BelowPar, IReadOnlyList<LotRow> Expiring, IReadOnlyList<OrderRow> Arriving, IReadOnlyList<WasOut> Out);

/// <summary>Reads it.</summary>
public sealed class Morning(IDbContextFactory<KitchenContext> contexts, StockWorries worries, OrderSuggestions suggestions, OrderList orders, StoreFigures figures, TimeProvider clock)
{
    /// <summary>How many business days ahead somebody still cooks what expires.</summary>
    public const int Ahead = 3;

    /// <summary>The sheet of this moment; null while there is no restaurant.</summary>
    public async Task<MorningSheet?> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return null;
        var now = clock.GetUtcNow();
        var today = house.BusinessDay(now);
        var arriving = (await orders.AwaitedAsync(cancel)).Where(o => o.DeliverOn is null || o.DeliverOn <= today);
        return new(today, await worries.ShortAsync(cancel), await suggestions.FindAsync(cancel), await figures.ExpiringAsync(Ahead, cancel), [.. arriving], await OutAsync(db, house, today, now, cancel));
    }

    private static async Task<IReadOnlyList<WasOut>> OutAsync(KitchenContext db, Restaurant house, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var since = house.MomentOf(today.AddDays(-1), house.DayStarts);
        var (month, yesterday) = (today.AddDays(-28), today.AddDays(-1));
        return await db.Database.SqlQuery<WasOut>($"""
            select coalesce(d.name, i.name, s.name) as "Name", case when d.id is not null then 'Dish' when i.id is not null then 'Item' else 'Station' end as "Kind", e.at as "At",
                case when e.until <= {now} then coalesce(e.restored_at, e.until) else e.restored_at end as "RestoredAt", p.name as "By",
                case when d.id is not null then (
                    select round(count(*) / 28.0, 1) from lines l join orders o on o.id = l.order_id
                    where l.dish_id = d.id and l.state <> 'Void' and o.business_day between {month} and {yesterday}) end as "Missed"
            from eighty_sixes e left join dishes d on d.id = e.dish_id left join items i on i.id = e.item_id left join stations s on s.id = e.station_id left join people p on p.id = e.person_id
            where e.at >= {since} or (e.restored_at is null and (e.until is null or e.until > {now}))
            order by e.restored_at is not null, e.at desc limit 100
            """).ToListAsync(cancel);
    }
}
