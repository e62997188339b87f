using System.Diagnostics;

namespace KitchenDisplay.Load.Latency;

/// <summary>Calls at a steady rate without waiting for the calls before: a slow answer must not lower the load that made it slow.</summary>
internal static class Pace
{
    /// <summary>Returns when the time is over and every call has ended.</summary>
    public static async Task KeepAsync(int perSecond, TimeSpan time, Func<int, Task> call, CancellationToken cancel)
    {
        var calls = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        for (var n = 0; n < perSecond * time.TotalSeconds; n++)
        {
            var early = TimeSpan.FromSeconds((double)n / perSecond) - Stopwatch.GetElapsedTime(began);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, cancel);
            var turn = n;
            calls.Add(Task.Run(() => call(turn), cancel));
        }
        await Task.WhenAll(calls);
    }
}
