using System.Diagnostics;

namespace KitchenDisplay.Load.Search;

/// <summary>How long something waits for PostgreSQL: all of its statements, from the sending to the last row, by Npgsql's own traces.</summary>
internal static class DatabaseTime
{
    private static readonly AsyncLocal<Spent?> current = new();

    static DatabaseTime() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = activity =>
        {
            if (current.Value is { } spent) Interlocked.Add(ref spent.Ticks, activity.Duration.Ticks);
        },
    });

    /// <summary>In ticks of <see cref="Stopwatch"/>.</summary>
    public static async Task<long> OfAsync(Func<Task> work)
    {
        var spent = current.Value = new Spent();
        await work();
        return (long)(TimeSpan.FromTicks(spent.Ticks).TotalSeconds * Stopwatch.Frequency);
    }

    private sealed class Spent
    {
        public long Ticks;
    }
}
