using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Availability;

/// <summary>86: what is out, and how many are left.</summary>
public sealed class AvailabilityService(CommandBook book, IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>86 it. What is already out stays out as it was.</summary>
    public Task<EightySixed> EightySixAsync(EightySixIt command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            await MustExistAsync(db, command, ct);
            var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(ct);
            var waiting = await Waiting.CountAsync(db, command.DishId, command.ItemId, command.StationId, ct);
            var known = await db.EightySixes.SingleOrDefaultAsync(e => e.RestoredAt == null && e.DishId == command.DishId && e.ItemId == command.ItemId && e.StationId == command.StationId, ct);
            if (known is not null) return new EightySixed(known.Id, known.Until, waiting);
            var services = await db.Set<Service>().AsNoTracking().ToListAsync(ct);
            DateTimeOffset? until = command.Until switch
            {
                OutUntil.Restored => null,
                OutUntil.EndOfService => restaurant.ServiceEnds(services, now),
                _ => restaurant.DayEnds(now),
            };
            var it = new EightySix { DishId = command.DishId, ItemId = command.ItemId, StationId = command.StationId, At = now, PersonId = actor.PersonId, Until = until, MakesWhatWasSent = command.MakesWhatWasSent };
            db.Add(it);
            return new EightySixed(it.Id, it.Until, waiting);
        }, cancel);

    /// <summary>It is back. What is already back stays so.</summary>
    public Task<Restored> RestoreAsync(RestoreIt command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var it = await db.EightySixes.SingleOrDefaultAsync(e => e.Id == command.EightySixId, ct) ?? throw new Refusal("This was not out.");
            if (it.RestoredAt is null) (it.RestoredAt, it.RestoredBy) = (now, actor.PersonId);
            return new Restored(it.Id);
        }, cancel);

    /// <summary>Counts a dish by hand.</summary>
    public Task<DishCounted> CountAsync(CountDish command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (!await db.Dishes.AnyAsync(d => d.Id == command.DishId && d.Active, ct)) throw new Refusal("This dish is not on the menu any more.");
            if (command.Portions is < 0 or > CountDish.Most) throw new Refusal("Count from 0 to {0} portions.", CountDish.Most);
            var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(ct);
            // Whoever sends it at this moment waits, or was first: the count is what is left after that.
            var count = await db.DishCounts.FromSql($"select * from dish_counts where dish_id = {command.DishId} for update").SingleOrDefaultAsync(ct);
            if (command.Portions is not { } portions)
            {
                if (count is not null) db.Remove(count);
                return new DishCounted(command.DishId, null);
            }
            if (count is null) db.Add(count = new DishCount { DishId = command.DishId });
            (count.Counted, count.Left, count.At, count.PersonId, count.Until) = (portions, portions, now, actor.PersonId, restaurant.DayEnds(now));
            return new DishCounted(command.DishId, portions);
        }, cancel);

    /// <summary>What is in a dish, by name.</summary>
    public async Task<IReadOnlyList<Ingredient>> IngredientsAsync(Guid dishId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<Ingredient>($"select i.id as \"ItemId\", i.name as \"Name\" from dish_needs n join items i on i.id = n.item_id where n.dish_id = {dishId} order by i.name").ToListAsync(cancel);
    }

    /// <summary>Restores what was out until now.</summary>
    public static async Task<int> RestoreEndedAsync(KitchenContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var counts = await db.DishCounts.Where(c => c.Until <= now).ExecuteDeleteAsync(cancel);
        return counts + await db.EightySixes.Where(e => e.RestoredAt == null && e.Until <= now).ExecuteUpdateAsync(set => set.SetProperty(e => e.RestoredAt, e => e.Until), cancel);
    }

    private static async Task MustExistAsync(KitchenContext db, EightySixIt command, CancellationToken cancel)
    {
        if (new[] { command.DishId, command.ItemId, command.StationId }.Count(id => id is not null) != 1) throw new Refusal("Choose one dish, one ingredient or one station.");
        if (!Enum.IsDefined(command.Until)) throw new Refusal("Say until when it is out.");
        if (command.DishId is { } dish && !await db.Dishes.AnyAsync(d => d.Id == dish && d.Active, cancel)) throw new Refusal("This dish is not on the menu any more.");
        if (command.ItemId is { } item && !await db.Items.AnyAsync(i => i.Id == item, cancel)) throw new Refusal("This ingredient does not exist any more.");
        if (command.StationId is { } station && !await db.Stations.AnyAsync(s => s.Id == station, cancel)) throw new Refusal("This station does not exist any more.");
    }
}

/// <summary>An item that is in a dish.</summary>
public sealed record Ingredient(Guid ItemId, string Name);
