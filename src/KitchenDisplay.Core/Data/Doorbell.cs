using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>Says that something was committed: to this node at once, to the others by a bare NOTIFY that no order's transaction waits for. A lost ring costs a poll interval, never a ticket.</summary>
public sealed partial class Doorbell(NpgsqlDataSource source, ILogger<Doorbell> logger)
{
    /// <summary>The channel that every bridge listens on.</summary>
    public const string Channel = "kitchen";

    // NOTIFY takes a lock over the whole cluster: however many commits there are, a node takes it at most once in this time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Channel<bool> here = OneSlot();
    private readonly Channel<bool> elsewhere = OneSlot();

    /// <summary>The server process that rings for this node; the node's own bridge need not answer it. 0 while not connected.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Rings, after the commit. Never waits, never fails.</summary>
    public void Ring()
    {
        here.Writer.TryWrite(true);
        elsewhere.Writer.TryWrite(true);
    }

    /// <summary>Waits until this node has rung since the last call that returned.</summary>
    public async Task RungAsync(CancellationToken cancel)
    {
        await here.Reader.WaitToReadAsync(cancel);
        here.Reader.TryRead(out _);
    }

    /// <summary>Passes rings on to the other nodes until cancelled, through failures of the database.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await SendOnOneConnectionAsync(cancel);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException or TimeoutException && !cancel.IsCancellationRequested)
            {
                ProcessId = 0;
                Failed(e.Message);
                await Task.Delay(250, cancel);
            }
        }
    }

    private async Task SendOnOneConnectionAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var quick = new NpgsqlCommand("set synchronous_commit = off", connection);
        await quick.ExecuteNonQueryAsync(cancel);
        ProcessId = connection.ProcessID;
        await using var ring = new NpgsqlCommand($"notify {Channel}", connection) { CommandTimeout = 2 };
        while (await elsewhere.Reader.WaitToReadAsync(cancel))
        {
            elsewhere.Reader.TryRead(out _);
            await ring.ExecuteNonQueryAsync(cancel);
            await Task.Delay(Pause, cancel);
        }
    }

    private static Channel<bool> OneSlot() =>
        System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    [LoggerMessage(Level = LogLevel.Warning, Message = "The doorbell to the other nodes is out of order: {Reason}. Trying again.")]
    private partial void Failed(string reason);
}
