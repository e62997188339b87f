using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Sight;

namespace KitchenDisplay.Web.Live;

/// <summary>Writes down what this node's screens see, and looks for what none of them shows.</summary>
public sealed class SightKeeper(SightWriter writer, MissingWatch watch, SightBook sightings, ScreenBook screens, LiveBoard board, Doorbell bell, TimeProvider clock, ILogger<SightKeeper> logger) : Keeper(TimeSpan.FromMilliseconds(250), clock, logger)
{
    private static readonly TimeSpan ScreensEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MissingEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);

    private DateTimeOffset screensWritten, lookedAt, forgot, judgesFrom;

    protected override Task WorkAsync(CancellationToken cancel) => KeepAsync(cancel);

    /// <summary>Does what is due: each at its own pace, and nothing when there is nothing.</summary>
    internal async Task KeepAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        if (board.Snapshot.All<Restaurant>().FirstOrDefault() is not { } house) return;
        await WriteSightingsAsync(cancel);
        await WriteScreensAsync(now, cancel);
        if (now - lookedAt >= MissingEvery) await LookAsync(now, house.DayBegan(now), cancel);
        if (now - forgot >= ForgetEvery) await ForgetAsync(now, house, cancel);
    }

    // Nobody rings for them: whoever wants to know hears of them with the next read, a quarter of a second later at most.
    private async Task WriteSightingsAsync(CancellationToken cancel)
    {
        if (sightings.Take() is not { Count: > 0 } seen) return;
        try
        {
            await writer.WriteAsync(seen, cancel);
        }
        catch
        {
            sightings.PutBack(seen);
            throw;
        }
    }

    private async Task WriteScreensAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var isDue = now - screensWritten >= ScreensEvery;
        if (screens.Take(onlyNews: !isDue) is { Count: > 0 } open) await writer.WriteAsync(open, cancel);
        else if (!isDue) return;
        screensWritten = now;
    }

    // After a start or a failure screens first have to say that they are there, or all that they hold would be called missing.
    private async Task LookAsync(DateTimeOffset now, DateTimeOffset dayBegan, CancellationToken cancel)
    {
        if (now - lookedAt > 3 * MissingEvery) judgesFrom = now + MissingWatch.After;
        lookedAt = now;
        if (now >= judgesFrom && await watch.LookAsync(now, dayBegan, cancel) > 0) bell.Ring();
    }

    private async Task ForgetAsync(DateTimeOffset now, Restaurant house, CancellationToken cancel)
    {
        sightings.KeepOnly(ticket => board.Snapshot.Find<TicketView>(ticket) is not null);
        await writer.ForgetAsync(house.DayBegan(house.DayBegan(now).AddHours(-1)), cancel);
        forgot = now;
    }
}
