using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Load.Replay;

/// <summary>What a ticket's timer should say, by the database.</summary>
/// <param name="Seconds">Since the oldest open task was fired.</param>
/// <param name="Over">Seconds since the latest one was due; negative before.</param>
/// <param name="IsReady">Whether nothing is left to cook: then it is not late.</param>
internal sealed record TrueTimer(double Seconds, double Over, bool IsReady)
{
    private const double LateAfter = 300;

    /// <summary>The tickets at a station, by number.</summary>
    public static async Task<IReadOnlyDictionary<long, TrueTimer>> ReadAsync(KitchenConnections connections, Guid station, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connections.KitchenOwner);
        await using var command = source.CreateCommand("""
            select t.number, extract(epoch from clock_timestamp() - min(k.fired_at))::float8, extract(epoch from clock_timestamp() - max(k.due_at))::float8, bool_and(k.state = 'Ready')
            from prep_tasks k join lines l on l.id = k.line_id join tickets t on t.id = k.ticket_id
            where k.station_id = $1 and l.state <> 'Void' and k.state in ('Fired', 'Started', 'Ready') group by t.number
            """);
        command.Parameters.Add(new() { Value = station });
        var timers = new Dictionary<long, TrueTimer>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) timers[rows.GetInt64(0)] = new(rows.GetDouble(1), rows.GetDouble(2), rows.GetBoolean(3));
        return timers;
    }

    /// <summary>Whether a screen may say this, give or take so many seconds.</summary>
    public bool Allows(string state, double off) => IsReady || state switch
    {
        "late" => Over >= LateAfter - off,
        "due" => Over >= -off && Over <= LateAfter + off,
        _ => Over <= off,
    };
}
