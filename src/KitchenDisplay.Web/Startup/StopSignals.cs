using System.Runtime.InteropServices;

namespace KitchenDisplay.Web.Startup;

/// <summary>Ctrl+C and SIGTERM before the host listens for them itself: without this a start that is broken off would leave its database server behind.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stopped = new();
    private readonly PosixSignalRegistration[] signals;

    internal StopSignals() => signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    internal CancellationToken Token => stopped.Token;

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stopped.Cancel();
    }

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        stopped.Dispose();
    }
}
