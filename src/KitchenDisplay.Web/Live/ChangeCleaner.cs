using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Deletes the changes that no bridge needs any more: those that a snapshot of ten minutes ago already saw as finished. Never by a time column: a long transaction commits old times late.</summary>
public sealed class ChangeCleaner(NpgsqlDataSource source, TimeProvider clock, ILogger<ChangeCleaner> logger) : Keeper(TimeSpan.FromMinutes(1), clock, logger)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(10);

    private readonly Queue<(long Taken, string Horizon)> horizons = [];

    protected override Task WorkAsync(CancellationToken cancel) => CleanAsync(cancel);

    /// <summary>Remembers the horizon of this moment and deletes what lies behind the newest one that is old enough.</summary>
    internal async Task CleanAsync(CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())::text");
        horizons.Enqueue((Clock.GetTimestamp(), (string)(await ask.ExecuteScalarAsync(cancel))!));
        string? oldEnough = null;
        while (horizons.TryPeek(out var first) && Clock.GetElapsedTime(first.Taken) >= Keep) oldEnough = horizons.Dequeue().Horizon;
        if (oldEnough is null) return;
        await using var delete = source.CreateCommand("delete from changes where xid < $1::xid8");
        delete.Parameters.AddWithValue(oldEnough);
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
