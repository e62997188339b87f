using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Replay;

/// <summary>Makes the kitchen's time run sixty times as fast: whatever is on the fire becomes so much older. Screens hear of it as of any other change.</summary>
internal sealed class FastClock(ThrowAwayKitchen kitchen) : IDisposable
{
    public const int Speed = 60;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim still = new(1, 1);

    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every);
        var last = Stopwatch.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancel))
        {
            await still.WaitAsync(cancel);
            try
            {
                var now = Stopwatch.GetTimestamp();
                await AgeAsync(Stopwatch.GetElapsedTime(last, now) * (Speed - 1), cancel);
                last = now;
            }
            finally
            {
                still.Release();
            }
        }
    }

    /// <summary>Does something while time stands as it does for everybody else.</summary>
    public async Task<T> HoldAsync<T>(Func<Task<T>> look, CancellationToken cancel)
    {
        await still.WaitAsync(cancel);
        try
        {
            return await look();
        }
        finally
        {
            still.Release();
        }
    }

    private Task AgeAsync(TimeSpan by, CancellationToken cancel) => kitchen.RunAsync(string.Create(CultureInfo.InvariantCulture, $"""
        update prep_tasks set fired_at = fired_at - interval '{by.TotalSeconds} s', start_at = start_at - interval '{by.TotalSeconds} s', due_at = due_at - interval '{by.TotalSeconds} s'
        where state <> 'Bumped' and state <> 'Held'
        """), cancel);

    public void Dispose() => still.Dispose();
}
