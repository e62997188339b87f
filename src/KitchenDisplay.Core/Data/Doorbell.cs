using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>Says that something was committed: to this node at once, to the others by a bare NOTIFY that no order's transaction waits for. A lost ring costs a poll interval, never a ticket.</summary>
public sealed partial class Doorbell(NpgsqlDataSource source, ILogger<Doorbell> logger) : IDisposable
{
    /// <summary>The channel that every node listens on.</summary>
    public const string Channel = "kitchen";

    // NOTIFY takes a lock over the whole cluster: however many commits there are, a node takes it at most once in this time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // A line that is dead without saying so is noticed when it is asked something.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly AutoResetEvent rung = new(initialState: false);
    private readonly Channel<bool> elsewhere =
        System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int sender;

    /// <summary>Rings, after the commit. Never waits, never fails.</summary>
    public void Ring()
    {
        rung.Set();
        elsewhere.Writer.TryWrite(true);
    }

    /// <summary>Blocks until somebody has rung since the last call that returned, here or at another node; at most for this time.</summary>
    public void Wait(TimeSpan most, CancellationToken cancel) => WaitHandle.WaitAny([rung, cancel.WaitHandle], most);

    /// <summary>Passes this node's rings on to the others until cancelled, through failures of the database.</summary>
    public Task SendAsync(CancellationToken cancel) => InsistAsync(SendOnOneConnectionAsync, cancel);

    /// <summary>Hears the other nodes, and every other program that writes, until cancelled, through failures of the database.</summary>
    /// <remarks>On a connection that does nothing else: on the bridge's own, each read would have to break off a wait first.</remarks>
    public Task ListenAsync(CancellationToken cancel) => InsistAsync(ListenOnOneConnectionAsync, cancel);

    private async Task InsistAsync(Func<NpgsqlConnection, CancellationToken, Task> use, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                await use(connection, cancel);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException or TimeoutException && !cancel.IsCancellationRequested)
            {
                Failed(e.Message);
                await Task.Delay(250, cancel);
            }
        }
    }

    private async Task SendOnOneConnectionAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var quick = new NpgsqlCommand("set synchronous_commit = off", connection);
        await quick.ExecuteNonQueryAsync(cancel);
        Volatile.Write(ref sender, connection.ProcessID);
        await using var ring = new NpgsqlCommand($"notify {Channel}", connection) { CommandTimeout = 2 };
        while (await elsewhere.Reader.WaitToReadAsync(cancel))
        {
            elsewhere.Reader.TryRead(out _);
            await ring.ExecuteNonQueryAsync(cancel);
            await Task.Delay(Pause, cancel);
        }
    }

    private async Task ListenOnOneConnectionAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // What this node rang itself it has already been told.
        connection.Notification += (_, notice) => { if (notice.PID != Volatile.Read(ref sender)) rung.Set(); };
        await using var listen = new NpgsqlCommand($"listen {Channel}", connection) { CommandTimeout = 2 };
        await listen.ExecuteNonQueryAsync(cancel);
        // What was rung while nobody listened is read now.
        rung.Set();
        while (true)
        {
            if (!await connection.WaitAsync(Silence, cancel)) await listen.ExecuteNonQueryAsync(cancel);
        }
    }

    public void Dispose() => rung.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The doorbell to the other nodes is out of order: {Reason}. Trying again.")]
    private partial void Failed(string reason);
}
