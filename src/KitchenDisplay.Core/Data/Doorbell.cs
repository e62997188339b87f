using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>Says that something was committed: to this node at once, to the others by a bare NOTIFY that no order's transaction waits for. A lost ring costs a poll interval, never a ticket.</summary>
/// <remarks>What blocks is meant for a thread of its own: on the pool's, a ring would wait behind the renders of every screen that the last one woke.</remarks>
public sealed partial class Doorbell(NpgsqlDataSource source, ILogger<Doorbell> logger) : IDisposable
{
    /// <summary>The channel that every node listens on.</summary>
    public const string Channel = "kitchen";

    // NOTIFY takes a lock over the whole cluster: however many commits there are, a node takes it at most once in this time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    // A wait for a notification cannot be cancelled, so it is a short one.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    private readonly AutoResetEvent rung = new(initialState: false);
    private readonly AutoResetEvent elsewhere = new(initialState: false);
    private int sender;

    /// <summary>Rings, after the commit. Never waits, never fails.</summary>
    public void Ring()
    {
        try
        {
            rung.Set();
            elsewhere.Set();
        }
        catch (ObjectDisposedException)
        {
            // The node has closed while this was committed. Its bridge is gone, and the others read within a poll interval.
        }
    }

    /// <summary>Blocks until somebody has rung since the last call that returned, here or at another node; at most for this time.</summary>
    /// <returns>False when nobody has.</returns>
    public bool Wait(TimeSpan most, CancellationToken cancel) => WaitHandle.WaitAny([rung, cancel.WaitHandle], most) == 0;

    /// <summary>Passes this node's rings on to the others until cancelled, through failures of the database. Blocks.</summary>
    public void Send(CancellationToken cancel) => Insist(SendOnOneConnection, cancel);

    /// <summary>Hears the other nodes, and every other program that writes, until cancelled, through failures of the database. Blocks.</summary>
    /// <remarks>On a connection that does nothing else: on the bridge's own, each read would have to break off a wait first.</remarks>
    public void Listen(CancellationToken cancel) => Insist(ListenOnOneConnection, cancel);

    private void Insist(Action<NpgsqlConnection, CancellationToken> use, CancellationToken cancel)
    {
        for (var failures = 0; !cancel.IsCancellationRequested;)
        {
            try
            {
                using var connection = source.OpenConnection();
                failures = 0;
                use(connection, cancel);
            }
            catch (Exception e)
            {
                // Whatever it was: without a bell the poll still comes, and the bell comes back by itself.
                if (failures++ == 0 && !cancel.IsCancellationRequested) Failed(e.Message);
                cancel.WaitHandle.WaitOne(RetryAfter);
            }
        }
    }

    private void SendOnOneConnection(NpgsqlConnection connection, CancellationToken cancel)
    {
        using var quick = new NpgsqlCommand("set synchronous_commit = off", connection);
        quick.ExecuteNonQuery();
        Volatile.Write(ref sender, connection.ProcessID);
        using var ring = new NpgsqlCommand($"notify {Channel}", connection) { CommandTimeout = 2 };
        while (WaitHandle.WaitAny([elsewhere, cancel.WaitHandle]) == 0)
        {
            ring.ExecuteNonQuery();
            cancel.WaitHandle.WaitOne(Pause);
        }
    }

    private void ListenOnOneConnection(NpgsqlConnection connection, CancellationToken cancel)
    {
        // What this node rang itself it has already been told.
        connection.Notification += (_, notice) => { if (notice.PID != Volatile.Read(ref sender)) rung.Set(); };
        using var listen = new NpgsqlCommand($"listen {Channel}", connection) { CommandTimeout = 2 };
        for (var silent = Silence; !cancel.IsCancellationRequested; silent += Breath)
        {
            // First of all, and whenever it has been silent for long: a line that is dead does not say so by itself.
            if (silent >= Silence)
            {
                listen.ExecuteNonQuery();
                // What was rung while nobody listened is read now.
                rung.Set();
                silent = TimeSpan.Zero;
            }
            if (connection.Wait(Breath)) silent = TimeSpan.Zero;
        }
    }

    public void Dispose()
    {
        rung.Dispose();
        elsewhere.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The doorbell to the other nodes is out of order: {Reason}. Trying again.")]
    private partial void Failed(string reason);
}
