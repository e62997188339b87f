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

    // Locks the tickets first, as every command does.
    private Task AgeAsync(TimeSpan by, CancellationToken cancel) => kitchen.RunAsync(string.Create(CultureInfo.InvariantCulture, $"""
        with cooking as (select id from tickets t where exists (select from prep_tasks where ticket_id = t.id and state <> 'Bumped' and state <> 'Held') order by id for update)
        update prep_tasks set fired_at = fired_at - interval '{by.TotalSeconds} s', start_at = start_at - interval '{by.TotalSeconds} s', due_at = due_at - interval '{by.TotalSeconds} s'
        where ticket_id in (select id from cooking) and state <> 'Bumped' and state <> 'Held'
        """), cancel);

    public void Dispose() => still.Dispose();
}
