using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Replay;

/// <summary>Looks again and again at what page and node hold, and at whether the timers say what the database does.</summary>
internal sealed class Witness(ThrowAwayKitchen kitchen, BrowserWall wall, FastClock clock, Guid station)
{
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // A screen counts the full seconds between, and turns shortly after one.
    private const double MostOff = 1.5;

    // Seconds between the two looks into the database: more means that the ticket was fired anew.
    private const double MostBetween = 10;

    private readonly List<double> page = [], circuit = [], nodes = [], open = [];
    private readonly List<string> wrong = [];

    public Thirds Page => new(page);
    public Thirds Circuit => new(circuit);
    public Thirds Nodes => new(nodes);
    public Thirds Open => new(open);
    public int Checked { get; private set; }
    public IReadOnlyList<string> Wrong => wrong;

    public async Task WatchAsync(TimeSpan time, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time && await timer.WaitForNextTickAsync(cancel);)
        {
            var seen = await clock.HoldAsync(() => CompareAsync(cancel), cancel);
            open.Add(seen);
            var held = await wall.HoldsAsync();
            page.Add(held.Bytes / Megabyte);
            nodes.Add(held.Nodes);
            circuit.Add(GC.GetTotalMemory(forceFullCollection: true) / Megabyte);
        }
    }

    /// <returns>How many tickets the wall shows.</returns>
    private async Task<int> CompareAsync(CancellationToken cancel)
    {
        // What was made older just now has arrived by then.
        await Task.Delay(500, cancel);
        var before = await TrueTimer.ReadAsync(kitchen.Connections, station, cancel);
        var shown = await wall.TimersAsync();
        var after = await TrueTimer.ReadAsync(kitchen.Connections, station, cancel);
        foreach (var timer in shown)
        {
            // Fired, held, bumped or voided between the two looks: then neither says what the page should have said in between.
            if (!before.TryGetValue(timer.Number, out var then) || !after.TryGetValue(timer.Number, out var now) || now.Seconds - then.Seconds is < 0 or > MostBetween) continue;
            Checked++;
            if (Seconds(timer.Text) < then.Seconds - MostOff || Seconds(timer.Text) > now.Seconds + MostOff || !now.Allows(timer.State, MostOff + now.Seconds - then.Seconds))
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"#{timer.Number} says {timer.Text} {timer.State}, and is {now}"));
        }
        return shown.Count;
    }

    private static double Seconds(string text) => text.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, CultureInfo.InvariantCulture));
}
