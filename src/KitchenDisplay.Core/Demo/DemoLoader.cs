using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Demo;

/// <summary>Puts the demo restaurant into an empty database.</summary>
public static class DemoLoader
{
    /// <summary>Loads the restaurant, all or nothing. Where there already is one, of whatever kind, nothing is touched.</summary>
    /// <param name="now">The moment at which its stock comes in; the dates on it count from this business day.</param>
    /// <param name="daysBefore">Business days of its past that its ledger tells.</param>
    /// <returns>Whether it was loaded.</returns>
    public static async Task<bool> LoadAsync(KitchenContext db, DemoFile demo, DateTimeOffset now, int daysBefore = 0, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two nodes may start at once: the second waits and then finds the restaurant.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.demo'))", cancel);
        if (await db.Restaurants.AnyAsync(cancel)) return false;
        await FurnishAsync(db, demo, now, isDemo: true, cancel);
        if (daysBefore > 0) await DemoPast.WriteAsync(db, now, daysBefore, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Writes what the file describes, in whoever's transaction.</summary>
    /// <param name="isDemo">Whether it may be cleared and loaded again.</param>
    internal static async Task FurnishAsync(KitchenContext db, DemoFile demo, DateTimeOffset now, bool isDemo, CancellationToken cancel)
    {
        var plan = new DemoPlan(demo, new Stamp(Guid.CreateVersion7(), StockNight.TheHouse, now), isDemo);
        db.AddRange(plan.Everything());
        await db.SaveChangesAsync(cancel);
        var received = plan.Received();
        await Ledger.LockAsync(db, received.Select(r => r.ItemId), cancel);
        await Ledger.PostAsync(db, received, cancel);
        await Needs.RewriteAsync(db, [.. db.Recipes.Local.Select(r => r.Id)], cancel);
        await RecipeWord.LearnAsync(db, db.Recipes.Local.Select(r => r.Text), cancel);
    }

    /// <summary>Removes the demo restaurant with all its orders, so that it can be loaded anew.</summary>
    /// <param name="db">As the owner: the app's role may not truncate.</param>
    /// <returns>False, with nothing touched, when the restaurant there is a real one.</returns>
    public static async Task<bool> ClearAsync(KitchenContext db, CancellationToken cancel = default)
    {
        if (await db.Restaurants.AnyAsync(r => !r.IsDemo, cancel)) return false;
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct();
#pragma warning disable EF1002 // The names come from the model, not from anybody's input. What the database itself keeps of them, such as the sample of the items' keys, goes with them.
        await db.Database.ExecuteSqlRawAsync($"truncate {string.Join(", ", tables)}, seals cascade", cancel);
#pragma warning restore EF1002
        return true;
    }
}
