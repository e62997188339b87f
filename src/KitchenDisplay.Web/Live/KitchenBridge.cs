using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Keeps the board like the database: one loop per node that reads when the doorbell rings, here or elsewhere, and four times a second in any case.</summary>
public sealed partial class KitchenBridge(NpgsqlDataSource source, LiveBoard board, Doorbell bell, DatabaseClock clock, ILogger<KitchenBridge> logger) : BackgroundService
{
    /// <summary>Everything that the board holds.</summary>
    public static IReadOnlyList<RootLoader> Kinds { get; } = [.. MenuLoaders.All, .. DoorLoaders.All, PortionsLeft.Loader, OutView.Loader, OrderView.Loader, TicketView.Loader];

    // A lost ring costs at most this; an idle read takes about a tenth of a millisecond.
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(250);

    // The cleaner keeps ten minutes of changes: a reader that slept longer than half of it must not trust them.
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ClockEvery = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => OwnThread.Run(() => Run(stoppingToken));

    private void Run(CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                ReadOnOneConnection(() => failures = 0, stopping);
            }
            catch (Exception e)
            {
                // Whatever it was, the screens must not stay stale: start anew. Quickly at first, since a restart of the server takes a moment only.
                if (failures++ == 0 && !stopping.IsCancellationRequested) Lost(e);
                stopping.WaitHandle.WaitOne(failures < 20 ? 50 : 250);
            }
        }
    }

    private void ReadOnOneConnection(Action readOnce, CancellationToken stopping)
    {
        using var connection = source.OpenConnection();
        SetClock(connection);
        var clockSet = clock.GetTimestamp();

        var reader = new ChangeReader(connection, Kinds);
        var lastRead = (clock.GetTimestamp(), clock.GetUtcNow());
        while (!stopping.IsCancellationRequested)
        {
            if (IsLongAgo(lastRead)) reader.ReadAllNext();
            board.Take(reader.Read());
            lastRead = (clock.GetTimestamp(), clock.GetUtcNow());
            readOnce();
            if (clock.GetElapsedTime(clockSet) > ClockEvery)
            {
                SetClock(connection);
                clockSet = clock.GetTimestamp();
            }
            bell.Wait(Floor, stopping);
        }
    }

    // Two clocks: a machine that was asleep has not counted the time, and a wall clock may be set.
    private bool IsLongAgo((long Timestamp, DateTimeOffset Time) moment) => clock.GetElapsedTime(moment.Timestamp) > TooLong || clock.GetUtcNow() - moment.Time > TooLong;

    private void SetClock(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand("select clock_timestamp()", connection) { CommandTimeout = 2 };
        var asked = clock.GetTimestamp();
        var time = (DateTime)ask.ExecuteScalar()!;
        clock.Correct(time, clock.GetElapsedTime(asked));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kitchen's database does not answer. The screens keep what they show, and the bridge tries until it does.")]
    private partial void Lost(Exception reason);
}
