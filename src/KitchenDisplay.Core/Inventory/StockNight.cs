using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What is done in the store between two business days, once, by whichever node comes first: old lots are blocked, the ledger gets its next months and is added up.</summary>
public sealed class StockNight(IDbContextFactory<KitchenContext> contexts, StockAudit audit, Doorbell bell)
{
    /// <summary>Who does what nobody does by hand.</summary>
    public static readonly Guid TheHouse = Guid.Empty;

    /// <summary>Begins the business day of this moment, if nobody has.</summary>
    /// <returns>Whether it was this call that did.</returns>
    public async Task<bool> BeginDayAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } restaurant) return false;
        var today = restaurant.BusinessDay(now);
        if (await db.StockDays.AnyAsync(d => d.Day == today, cancel)) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.stock_day'))", cancel);
        if (await db.StockDays.AnyAsync(d => d.Day == today, cancel)) return false;
        for (var month = 0; month < 3; month++) await db.Database.ExecuteSqlAsync($"select open_ledger_month({today.AddMonths(month)})", cancel);
        var expired = await LotService.ExpireAsync(db, today, new Stamp(Guid.CreateVersion7(), TheHouse, now), cancel);
        db.Add(new StockDay { Day = today, At = now, Expired = expired });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        await NoteAsync(today, await audit.FindAsync(cancel), cancel);
        return true;
    }

    /// <summary>What was counted for a service may run short again when that is over; what a manager has made strict stays so.</summary>
    /// <returns>How many items.</returns>
    public static Task<int> EndCountsAsync(KitchenContext db, DateTimeOffset now, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        update stock s set allow_short = true
        from (select item_id from stock where not allow_short and not always_strict and (strict_until is null or strict_until <= {now}) order by item_id for no key update) ended
        where s.item_id = ended.item_id
        """, cancel);

    private async Task NoteAsync(DateOnly day, IReadOnlyList<Difference> differences, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        (await db.StockDays.SingleAsync(d => d.Day == day, cancel)).Differences = differences;
        await db.SaveChangesAsync(cancel);
    }
}
