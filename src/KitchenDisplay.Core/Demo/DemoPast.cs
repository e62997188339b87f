using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Demo;

/// <summary>What the demo restaurant has used up before it was loaded: without a past there is nothing to see in its charts. What is there now stays as it is.</summary>
public static class DemoPast
{
    // So much of what lies there now is used on a quiet day, and this many times as much on each weekday from Sunday on.
    private const decimal Quiet = 0.12m;
    private const int Week = 7;
    private static readonly decimal[] weekdays = [1.6m, 1m, 1.1m, 1.2m, 1.4m, 2m, 2.3m];

    /// <summary>Writes so many business days into the ledger, this one not among them, in the caller's transaction. What came in was gone a week later.</summary>
    public static async Task WriteAsync(KitchenContext db, DateTimeOffset now, int days, CancellationToken cancel = default)
    {
        var house = await db.Restaurants.AsNoTracking().SingleAsync(cancel);
        var today = house.BusinessDay(now);
        for (var month = today.AddDays(-days - 1); month < today; month = month.AddMonths(1)) await db.Database.ExecuteSqlAsync($"select open_ledger_month({month})", cancel);
        await db.Database.ExecuteSqlAsync($"select open_ledger_month({today})", cancel);
        var shelf = await StockList.Rows(db).Where(l => l.State == LotState.Usable).OrderBy(l => l.Item).ThenBy(l => l.LotId).ToListAsync(cancel);
        var past = shelf.GroupBy(l => l.ItemId).SelectMany((item, n) => Rows(db, house, today, item.First(), n, days)).ToList();
        await db.SaveChangesAsync(cancel);
        await Ledger.LockAsync(db, past.Select(m => m.ItemId), cancel);
        await Ledger.PostAsync(db, past, cancel);
    }

    private static IEnumerable<Movement> Rows(KitchenContext db, Restaurant house, DateOnly today, LotRow now, int item, int days) =>
        Enumerable.Range(-days, days).Chunk(Week).SelectMany(week => Delivery(db, house, today, now, item, week));

    // What a week needs comes in on the morning of its first day.
    private static IEnumerable<Movement> Delivery(KitchenContext db, Restaurant house, DateOnly today, LotRow now, int item, int[] week)
    {
        var day = today.AddDays(week[0]);
        var lot = new Lot { ItemId = now.ItemId, Code = $"{day:yyyy-MM-dd}", ReceivedAt = house.MomentOf(day, new(9, 30)), UnitCost = now.UnitCost };
        db.AddRange(lot, new CostLayer { LotId = lot.Id, ItemId = now.ItemId, ReceivedAt = lot.ReceivedAt, UnitCost = now.UnitCost });
        List<Movement> gone = [.. week.SelectMany(back => Day(house, today.AddDays(back), now, lot, item)).Where(m => m.OnHandDelta < 0)];
        return [Row(lot, now, MovementKind.Received, lot.ReceivedAt, -gone.Sum(m => m.OnHandDelta)), .. gone];
    }

    // By its number and the day, so that every load tells the same story.
    private static IEnumerable<Movement> Day(Restaurant house, DateOnly day, LotRow now, Lot lot, int item)
    {
        var busy = weekdays[(int)day.DayOfWeek] * (0.75m + (((day.DayNumber * 7) + (item * 13)) % 11 * 0.05m));
        var used = Part(now, Quiet * busy);
        yield return Row(lot, now, MovementKind.Consumed, house.MomentOf(day, new(20, 15)), -used);
        if ((day.DayNumber + item) % 9 == 0) yield return Row(lot, now, MovementKind.Wasted, house.MomentOf(day, new(22, 40)), -Part(now, Quiet * 0.4m), "spoiled");
        if ((day.DayNumber + item) % 14 == 0) yield return Row(lot, now, MovementKind.Counted, house.MomentOf(day, new(23, 30)), -Part(now, Quiet * 0.25m), "count");
    }

    // Pieces are not cut.
    private static decimal Part(LotRow lot, decimal share) => lot.Unit == BaseUnit.Piece ? Math.Round(lot.OnHand * share) : Math.Round(lot.OnHand * share, 1);

    private static Movement Row(Lot lot, LotRow now, MovementKind kind, DateTimeOffset at, decimal quantity, string? reason = null) => new()
    {
        At = at,
        Kind = kind,
        ItemId = lot.ItemId,
        PlaceId = now.PlaceId,
        LotId = lot.Id,
        LayerId = lot.Id,
        OnHandDelta = quantity,
        LotDelta = quantity,
        LayerDelta = quantity,
        UnitCost = lot.UnitCost,
        CommandId = Guid.CreateVersion7(),
        PersonId = StockNight.TheHouse,
        Reason = reason,
    };
}
