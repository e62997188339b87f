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
        var rung = bell.RungAsync(over.Token);
        if (!rung.IsCompleted)
        {
            over.CancelAfter(most);
            await Task.WhenAny(rung, ListenAsync(over.Token));
        }
        await over.CancelAsync();
        notified = false;
        cancel.ThrowIfCancellationRequested();
    }

    private async Task ListenAsync(CancellationToken over)
    {
        while (!notified) await connection.WaitAsync(over);
    }
}
