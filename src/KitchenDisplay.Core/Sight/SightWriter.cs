using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Core.Sight;

/// <summary>Writes down what a node's screens have reported: however many there are, it is one statement each time.</summary>
public sealed class SightWriter(NpgsqlDataSource source)
{
    // A database that hangs must not hold up the next attempt.
    private const int Seconds = 2;

    // Who was first counts, at whatever node. A line that was deleted meanwhile takes nobody else's sightings with it.
    private const string Sightings = """
        insert into sightings (line_id, version, station_id, ticket_id, display_id, at)
        select s.line_id, s.version, s.station_id, l.ticket_id, s.display_id, s.at
        from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::timestamptz[]) as s (line_id, version, station_id, display_id, at)
        join lines l on l.id = s.line_id
        on conflict do nothing
        """;

    // As a document and not by unnest: lists of different lengths make no array of arrays.
    private const string Screens = """
        insert into screens (id, display_id, station_ids, opened_at, heard_at, seen_at, is_visible, has_wake_lock, zoom, usual_zoom, is_audible, lacks)
        select s.id, (select d.id from displays d where d.id = s.display_id), s.station_ids, s.opened_at, s.heard_at, s.seen_at, s.is_visible, s.has_wake_lock, s.zoom, s.usual_zoom, s.is_audible, s.lacks
        from json_to_recordset($1::json) as s (id uuid, display_id uuid, station_ids uuid[], opened_at timestamptz, heard_at timestamptz, seen_at timestamptz,
            is_visible boolean, has_wake_lock boolean, zoom numeric, usual_zoom numeric, is_audible boolean, lacks uuid[])
        on conflict (id) do update set (display_id, station_ids, heard_at, seen_at, is_visible, has_wake_lock, zoom, usual_zoom, is_audible, lacks) =
            (excluded.display_id, excluded.station_ids, excluded.heard_at, excluded.seen_at, excluded.is_visible, excluded.has_wake_lock, excluded.zoom, excluded.usual_zoom, excluded.is_audible, excluded.lacks)
        """;

    /// <summary>Writes sightings that are not written yet.</summary>
    public async Task WriteAsync(IReadOnlyCollection<Sighting> seen, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(Sightings);
        command.CommandTimeout = Seconds;
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = seen.Select(s => s.LineId).ToArray() },
            new() { Value = seen.Select(s => s.Version).ToArray() },
            new() { Value = seen.Select(s => s.StationId).ToArray() },
            new() { Value = seen.Select(s => s.DisplayId).ToArray() },
            new() { Value = seen.Select(s => s.At.UtcDateTime).ToArray() },
        });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Writes how screens are now.</summary>
    public async Task WriteAsync(IReadOnlyCollection<Screen> screens, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(Screens);
        command.CommandTimeout = Seconds;
        command.Parameters.Add(new() { Value = RootLoader.Write(screens) });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Deletes the screens that were not heard since then.</summary>
    public async Task ForgetAsync(DateTimeOffset since, CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand("delete from screens where heard_at < $1");
        command.CommandTimeout = Seconds;
        command.Parameters.Add(new() { Value = since.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
