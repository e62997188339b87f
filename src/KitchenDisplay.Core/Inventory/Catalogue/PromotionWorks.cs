using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Builds and drops the indexes of promoted attributes, as the owner, while the kitchen goes on: CONCURRENTLY, one at a time in the whole house.</summary>
public sealed class PromotionWorks(IDbContextFactory<KitchenContext> contexts, KitchenConnections connections, TimeProvider clock)
{
    /// <summary>Does what is to be done now, if anything.</summary>
    /// <returns>Whether something was done, so that there may be more.</returns>
    public async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = await db.Promotions.Where(p => p.State != PromotionState.Ready && p.State != PromotionState.Failed).OrderBy(p => p.AskedAt).ToListAsync(cancel);
        if (open.Count == 0) return false;
        var isQuiet = await IsQuietAsync(db, cancel);
        if (open.Find(p => p.State == PromotionState.Leaving || p.AtOnce || isQuiet) is not { } next) return false;
        // Without pooling and without a limit of time: the index of a million rows takes seconds, and a session's lock must not stay behind.
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connections.KitchenOwner) { CommandTimeout = 0, Pooling = false }.ConnectionString);
        await owner.OpenAsync(cancel);
        if (!await OneAsync<bool>(owner, "select pg_try_advisory_lock(hashtext('kitchendisplay.promotion_works'))", cancel)) return false;
        try
        {
            // Another node may have done it since.
            await db.Entry(next).ReloadAsync(cancel);
            if (db.Entry(next).State != EntityState.Detached && next.State is not (PromotionState.Ready or PromotionState.Failed)) await (next.State == PromotionState.Leaving ? DropAsync(db, owner, next, cancel) : BuildAsync(db, owner, next, cancel));
            return true;
        }
        finally
        {
            // The server notices a closed connection a moment later, and until then nobody else could begin.
            await RunAsync(owner, "select pg_advisory_unlock(hashtext('kitchendisplay.promotion_works'))", CancellationToken.None);
        }
    }

    /// <summary>How much of the index that is being built is done, from 0 to 1; null when none is.</summary>
    public async Task<double?> ProgressAsync(CancellationToken cancel)
    {
        await using var owner = new NpgsqlConnection(connections.KitchenOwner);
        await owner.OpenAsync(cancel);
        // It scans the table, waits for whoever began before, and looks at everything once more: blocks in the first half, then tuples.
        return await OneAsync<double?>(owner, """
            select case when phase like 'building index: scanning%' then 0.5 * blocks_done / greatest(1, blocks_total) when phase like 'building index%' then 0.5 + 0.1 * tuples_done / greatest(1, tuples_total)
                when phase like 'index validation: scanning table' then 0.7 + 0.3 * blocks_done / greatest(1, blocks_total) when phase like 'index validation%' then 0.65 when phase like 'waiting%' then 0.6 else 0 end::float8
            from pg_stat_progress_create_index where relid = 'public.items'::regclass limit 1
            """, cancel);
    }

    private static async Task BuildAsync(KitchenContext db, NpgsqlConnection owner, Promotion promotion, CancellationToken cancel)
    {
        promotion.State = PromotionState.Building;
        await db.SaveChangesAsync(cancel);
        try
        {
            // What a killed process left half built is invalid, and in the way.
            await ClearAsync(owner, promotion, cancel);
            foreach (var (index, table) in promotion.Indexes)
                await RunAsync(owner, $"create index concurrently {index} on {table} ({promotion.Expression.Replace("i.attributes", "attributes", StringComparison.Ordinal)}, id)", cancel);
            await RunAsync(owner, "analyze items, item_keys", cancel);
            (promotion.State, promotion.Fault) = (PromotionState.Ready, null);
        }
        catch (PostgresException e)
        {
            await ClearAsync(owner, promotion, CancellationToken.None);
            (promotion.State, promotion.Fault) = (PromotionState.Failed, e.MessageText);
        }
        await db.SaveChangesAsync(cancel);
    }

    private static async Task DropAsync(KitchenContext db, NpgsqlConnection owner, Promotion promotion, CancellationToken cancel)
    {
        await ClearAsync(owner, promotion, cancel);
        db.Remove(promotion);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task ClearAsync(NpgsqlConnection owner, Promotion promotion, CancellationToken cancel)
    {
        foreach (var (index, _) in promotion.Indexes) await RunAsync(owner, $"drop index concurrently if exists {index}", cancel);
    }

    private async Task<bool> IsQuietAsync(KitchenContext db, CancellationToken cancel)
    {
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return true;
        var now = clock.GetUtcNow();
        var (day, time) = (house.BusinessDay(now).DayOfWeek, house.TimeOfDay(now));
        return !(await db.Set<Service>().AsNoTracking().Where(s => s.Weekday == day).ToListAsync(cancel)).Exists(s => s.IsOn(time));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<T?> OneAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel) is T value ? value : default;
    }
}
