using System.Collections.Concurrent;
using System.Globalization;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;
using KitchenDisplay.Load.Wall;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>A full wall on many screens: what one change of one line costs the database, the nodes and the screens, and how soon everybody sees it.</summary>
internal static class WallScenario
{
    private const int Nodes = 2, Screens = 50, Tickets = 200, ChangesPerSecond = 30;
    private const string Station = "grill";
    private const long FirstNote = 1001 + Tickets;

    // One statement for the changes, and one kind of root that a change touches.
    private const int ReadsAllowed = 2;
    private const double MostP99 = 75, MostBatches = 1;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var (slices, warmup, ours, bare) = options.Quick ? (2, 3.0, 5.0, 2.0) : (4, 10.0, (options.Seconds ?? 120) / 4.0, 5.0);
        var most = Tickets + (int)(((slices * ours) + warmup + 30) * ChangesPerSecond);

        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var first = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var second = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        KitchenNode[] nodes = [first, second];
        var tickets = new OpenTickets(nodes, new RushMenu(first.Board.Snapshot, Station));
        await tickets.OpenAsync(Tickets, cancel);
        await using var watchers = await Watchers.OpenAsync(nodes, Station, Screens, clients: 0, most, cancel);
        await using var echo = await EchoBaseline.OpenAsync(kitchen.Connections, Nodes, Screens, most, cancel);
        using var commits = new CommitWatch();
        await using var server = new ServerCounts(kitchen.Connections);
        await using var eyes = new Eyes(watchers);
        var note = FirstNote - 1;

        await ChangeForAsync(warmup);
        var changes = new List<SentTicket>();
        var (read, batches, bytes) = (0L, 0, 0L);
        for (var slice = 0; slice < slices; slice++)
        {
            // In turn, so that whatever else the machine does meets both.
            await echo.RunAsync(ChangesPerSecond, TimeSpan.FromSeconds(bare), keep: true, cancel);
            var before = (Reads: await server.ReadsAsync(cancel), watchers.Batches, watchers.Bytes);
            var part = await ChangeForAsync(ours);
            await watchers.SettleAsync(part, patience: TimeSpan.FromSeconds(5), cancel);
            changes.AddRange(part);
            (read, batches, bytes) = (read + await server.ReadsAsync(cancel) - before.Reads, batches + watchers.Batches - before.Batches, bytes + watchers.Bytes - before.Bytes);
        }
        await WaitForSightingsAsync();
        var (sightings, writes) = (await server.SightingsAsync(cancel), await server.SightingWritesAsync(cancel));
        return Describe(changes, watchers, echo.Latencies, (double)read / changes.Count / Nodes, (double)batches / changes.Count / Screens, (double)bytes / changes.Count / Screens)
            .Note("sightings written", $"{sightings:#,0} in {writes:#,0} statements")
            .Floor(sightings == note - FirstNote + 1, "not every change was written down as seen, once");

        async Task<IReadOnlyList<SentTicket>> ChangeForAsync(double seconds)
        {
            var made = new ConcurrentQueue<SentTicket>();
            await Pace.KeepAsync(ChangesPerSecond, TimeSpan.FromSeconds(seconds), async _ =>
            {
                var number = Interlocked.Increment(ref note);
                var turn = (int)(number - FirstNote);
                eyes.Expect(number, tickets.RowOf(turn));
                made.Enqueue(await tickets.ChangeAsync(turn, number, cancel));
            }, cancel);
            return [.. made];
        }

        async Task WaitForSightingsAsync()
        {
            for (var left = 50; left > 0 && await server.SightingsAsync(cancel) <= note - FirstNote; left--) await Task.Delay(100, cancel);
        }
    }

    private static Report Describe(List<SentTicket> changes, Watchers watchers, Distribution baseline, double reads, double batches, double bytes)
    {
        var seen = watchers.OnScreens.SelectMany(screen => changes.Select(change => (change.Committed, Arrived: screen.Of(change.Number)))).Where(s => s.Arrived is not null).ToList();
        var latencies = new Distribution(seen.Select(s => s.Arrived!.Value - s.Committed));
        var missed = (changes.Count * watchers.OnScreens.Count) - seen.Count;
        var deaths = watchers.Deaths.ToList();
        return new Report("wall")
            .Note("", "milliseconds")
            .Note("commit -> rendered on a screen", latencies.ToString())
            .Note("baseline: notify -> socket", baseline.ToString())
            .Note("changes", changes.Count.ToString("#,0", CultureInfo.InvariantCulture))
            .Measure("p99_ms", latencies.P99)
            .Measure("missed", missed)
            .Measure("reads_per_change_and_node", reads)
            .Measure("reads_allowed", ReadsAllowed)
            .Measure("batches_per_change_and_screen", batches)
            .Measure("bytes_per_change_and_screen", bytes)
            .Measure("baseline_p50_ms", baseline.P50)
            .Measure("ratio_p50", baseline.P50 > 0 ? latencies.P50 / baseline.P50 : 0)
            .Floor(missed == 0, "a change was never seen by a screen")
            .Floor(deaths.Count == 0, $"{deaths.Count} screens have died: {deaths.FirstOrDefault()}")
            .Floor(latencies.P99 <= MostP99, $"p99 is more than {MostP99} ms")
            .Floor(reads <= ReadsAllowed, $"a change costs a node more than {ReadsAllowed} reads")
            .Floor(batches <= MostBatches, "a change costs a screen more than one render batch");
    }
}
