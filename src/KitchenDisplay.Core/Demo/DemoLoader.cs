using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Demo;

/// <summary>Puts the demo restaurant into an empty database.</summary>
public static class DemoLoader
{
    /// <summary>Loads the restaurant, all or nothing. Where there already is one, of whatever kind, nothing is touched.</summary>
    /// <returns>Whether it was loaded.</returns>
    public static async Task<bool> LoadAsync(KitchenContext db, DemoFile demo, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two nodes may start at once: the second waits and then finds the restaurant.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.demo'))", cancel);
        if (await db.Restaurants.AnyAsync(cancel)) return false;
        db.AddRange(new DemoPlan(demo).Everything());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Removes the demo restaurant with all its orders, so that it can be loaded anew.</summary>
    /// <param name="db">As the owner: the app's role may not truncate.</param>
    /// <returns>False, with nothing touched, when the restaurant there is a real one.</returns>
    public static async Task<bool> ClearAsync(KitchenContext db, CancellationToken cancel = default)
    {
        if (await db.Restaurants.AnyAsync(r => !r.IsDemo, cancel)) return false;
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct();
#pragma warning disable EF1002 // The names come from the model, not from anybody's input.
        await db.Database.ExecuteSqlRawAsync($"truncate {string.Join(", ", tables)}", cancel);
#pragma warning restore EF1002
        return true;
    }
}
