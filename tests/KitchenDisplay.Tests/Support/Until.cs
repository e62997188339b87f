using System.Diagnostics;

namespace KitchenDisplay.Tests.Support;

/// <summary>Waits for a condition instead of a time.</summary>
public static class Until
{
    /// <summary>How long it took until the condition was true; fails after the given time.</summary>
    public static async Task<TimeSpan> TrueAsync(Func<Task<bool>> condition, TimeSpan atMost)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < atMost, $"The condition was not true within {atMost}.");
            await Task.Delay(5);
        }

        return watch.Elapsed;
    }
}
