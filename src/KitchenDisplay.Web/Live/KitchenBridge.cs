using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Keeps the board like the database: one loop per node that reads when the doorbell rings, when another node or program notifies, and four times a second in any case.</summary>
public sealed partial class KitchenBridge(NpgsqlDataSource source, LiveBoard board, Doorbell bell, DatabaseClock clock, ILogger<KitchenBridge> logger) : BackgroundService
{
    /// <summary>Everything that the board holds.</summary>
    public static IReadOnlyList<RootLoader> Kinds { get; } = [.. MenuLoaders.All, OrderView.Loader, TicketView.Loader];

    // A lost ring costs at most this; an idle read takes about a tenth of a millisecond.
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(250);

    // The cleaner keeps ten minutes of changes: a reader that slept longer than half of it must not trust them.
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ClockEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadOnOneConnectionAsync(() => failures = 0, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was, the screens must not stay stale: start anew. Quickly at first, since a restart of the server takes a moment only.
                if (failures++ == 0) Lost(e);
                await Task.Delay(TimeSpan.FromMilliseconds(failures < 20 ? 50 : 250), stoppingToken);
            }
        }
    }

    private async Task ReadOnOneConnectionAsync(Action readOnce, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var ringing = new RingWait(connection, bell);
        await using (var listen = new NpgsqlCommand($"listen {Doorbell.Channel}", connection) { CommandTimeout = 2 }) await listen.ExecuteNonQueryAsync(cancel);
        await SetClockAsync(connection, cancel);
        var clockSet = clock.GetTimestamp();

        // Listening comes first: what is committed during the full read rings afterwards.
        var reader = new ChangeReader(connection, Kinds);
        var lastRead = clock.GetTimestamp();
        while (true)
        {
            if (clock.GetElapsedTime(lastRead) > TooLong) reader.ReadAllNext();
            board.Take(await reader.ReadAsync(cancel));
            lastRead = clock.GetTimestamp();
            readOnce();
            if (clock.GetElapsedTime(clockSet) > ClockEvery)
            {
                await SetClockAsync(connection, cancel);
                clockSet = clock.GetTimestamp();
            }
            await ringing.WaitAsync(Floor, cancel);
        }
    }

    private async Task SetClockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand("select clock_timestamp()", connection) { CommandTimeout = 2 };
        var asked = clock.GetTimestamp();
        var time = (DateTime)(await ask.ExecuteScalarAsync(cancel))!;
        clock.Correct(time, clock.GetElapsedTime(asked));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kitchen's database does not answer. The screens keep what they show, and the bridge tries until it does.")]
    private partial void Lost(Exception reason);
}
