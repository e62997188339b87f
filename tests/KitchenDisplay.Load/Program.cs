using System.Runtime.InteropServices;
using KitchenDisplay.Load.Scenarios;
using KitchenDisplay.Load.Support;

if (LoadOptions.Read(args) is not { } options || Scenario.All.FirstOrDefault(s => s.Name == options.Scenario) is not { } scenario)
{
    Console.Error.WriteLine(LoadOptions.Usage(Scenario.All));
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var report = await scenario.RunAsync(options, stop.Token);
    report.Print(Console.Out);
    return report.Passed ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped before the end: there is no result.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true; // the throw-away server has to be stopped first
    stop.Cancel();
}
