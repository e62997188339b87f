using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Deletes the changes that no bridge needs any more: those that a snapshot of ten minutes ago already saw as finished. Never by a time column: a long transaction commits old times late.</summary>
public sealed partial class ChangeCleaner(NpgsqlDataSource source, TimeProvider clock, ILogger<ChangeCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(10);

    private readonly Queue<(long Taken, string Horizon)> horizons = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                Postponed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Remembers the horizon of this moment and deletes what lies behind the newest one that is old enough.</summary>
    internal async Task CleanAsync(CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot())::text");
        horizons.Enqueue((clock.GetTimestamp(), (string)(await ask.ExecuteScalarAsync(cancel))!));
        string? oldEnough = null;
        while (horizons.TryPeek(out var first) && clock.GetElapsedTime(first.Taken) >= Keep) oldEnough = horizons.Dequeue().Horizon;
        if (oldEnough is null) return;
        await using var delete = source.CreateCommand("delete from changes where xid < $1::xid8");
        delete.Parameters.AddWithValue(oldEnough);
        await delete.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old changes stay a minute longer: {Reason}")]
    private partial void Postponed(string reason);
}
