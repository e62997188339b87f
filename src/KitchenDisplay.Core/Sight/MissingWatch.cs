using Npgsql;

namespace KitchenDisplay.Core.Sight;

/// <summary>Finds the tasks that are NOT ON SCREEN, and those that are again.</summary>
/// <remarks>
/// A screen of all stations counts where it is the only one: where a station had a screen of its own today, the cook looks at that one, and the pass is to hear that it is dark.
/// A fallback never counts: what it shows is still missing where it belongs.
/// </remarks>
public sealed class MissingWatch(NpgsqlDataSource source)
{
    /// <summary>For so long nobody could see it.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(10);

    /// <summary>A screen that is silent for longer is not live.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(4.5);

    // $1 now, $2 since when a screen counts, $3 what is older than this was last seen too long ago, $4 what is newer is seen.
    private const string Look = """
        with mine as materialized (select pg_try_advisory_xact_lock(hashtext('kitchendisplay.missing')) as turn),
        today as materialized (select station_ids, seen_at, lacks from screens where heard_at >= $2),
        eyes as materialized (
            select p.id as station_id, t.seen_at, t.lacks from stations p
            join today t on p.id = any (t.station_ids) or t.station_ids is null and not exists (select from today own where p.id = any (own.station_ids))),
        open as materialized (
            select k.id, k.ticket_id, k.station_id, greatest(k.fired_at, (select max(e.seen_at) from eyes e where e.station_id = k.station_id and k.id <> all (e.lacks))) as seen
            from prep_tasks k where k.state <> 'Bumped' and k.state <> 'Held'),
        found as (
            update missing m set until = $1
            where m.until is null and (select turn from mine) and not exists (select from open o where o.id = m.task_id and o.station_id = m.station_id and o.seen <= $4)
            returning m.task_id),
        lost as (
            insert into missing (id, task_id, ticket_id, station_id, since)
            select gen_random_uuid(), o.id, o.ticket_id, o.station_id, o.seen from open o
            where o.seen <= $3 and (select turn from mine) and not exists (select from missing m where m.task_id = o.id and m.until is null)
            on conflict (task_id) where until is null do nothing
            returning task_id)
        select (select count(*) from found) + (select count(*) from lost)
        """;

    /// <summary>Looks once. One node at a time does; another one's turn finds nothing to do.</summary>
    /// <param name="now">By the database's clock.</param>
    /// <param name="dayBegan">Screens that were not heard since then have nothing to say.</param>
    /// <returns>How many tasks were lost or found.</returns>
    public async Task<long> LookAsync(DateTimeOffset now, DateTimeOffset dayBegan, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(Look);
        command.CommandTimeout = 2;
        foreach (var moment in new[] { now, dayBegan, now - After, now - Silence }) command.Parameters.Add(new() { Value = moment.UtcDateTime });
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
