using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Waits on one connection for whichever comes first: this node's own doorbell, another's notification, or the time.</summary>
internal sealed class RingWait
{
    private readonly NpgsqlConnection connection;
    private readonly Doorbell bell;
    private bool notified;

    internal RingWait(NpgsqlConnection connection, Doorbell bell)
    {
        (this.connection, this.bell) = (connection, bell);
        // Notifications also arrive in the middle of a read; what this node rang itself it has already been told.
        connection.Notification += (_, notice) => notified |= notice.PID != bell.ProcessId;
    }

    internal async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        if (notified)
        {
            notified = false;
            return;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        over.CancelAfter(most);
        var rung = bell.RungAsync(over.Token);
        var listening = ListenAsync(over.Token);
        await Task.WhenAny(rung, listening);
        await over.CancelAsync();
        // The connection is free only when listening has ended; if it is lost, this says so.
        await listening;
        // Nor may this wait outlive the call: it would swallow a ring that comes during the next read.
        await rung.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        notified = false;
        cancel.ThrowIfCancellationRequested();
    }

    private async Task ListenAsync(CancellationToken over)
    {
        try
        {
            while (!notified) await connection.WaitAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }
    }
}
