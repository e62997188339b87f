using System.Globalization;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>
/// From the commit of a ticket to the render batch that shows it, on every screen of its station, over two nodes; and in the same run, in turn
/// with it, what the bare machine needs to push that far.
/// </summary>
internal static class LatencyScenario
{
    private const int Nodes = 2, Screens = 40, HubClients = 4, OrdersPerSecond = 20;
    private const string Station = "grill";
    private const double MostP99 = 50, MostRatio = 6;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var plan = options.Quick ? new Plan(Slices: 2, Warmup: 4, Ours: 6, Baseline: 3) : new Plan(Slices: 4, Warmup: 10, Ours: 15, Baseline: 5);
        if (options.Seconds is { } seconds)
            plan = plan with { Ours = (double)seconds / plan.Slices };

        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var first = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var second = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        KitchenNode[] nodes = [first, second];
        await using var watchers = await Watchers.OpenAsync(nodes, Station, Screens, HubClients, plan.MostTickets(OrdersPerSecond), cancel);
        await using var echo = await EchoBaseline.OpenAsync(kitchen.Connections, Nodes, Screens, plan.MostTickets(OrdersPerSecond), cancel);
        using var commits = new CommitWatch();
        var rush = new Rush(nodes, new RushMenu(first.Board.Snapshot, Station));
        await rush.OpenAsync(cancel);

        await echo.RunAsync(OrdersPerSecond, TimeSpan.FromSeconds(1), keep: false, cancel);
        await rush.RunAsync(OrdersPerSecond, TimeSpan.FromSeconds(plan.Warmup), cancel);
        var batches = watchers.Batches;
        var sent = new List<SentTicket>();
        for (var slice = 0; slice < plan.Slices; slice++)
        {
            // In turn, so that whatever else the machine does meets both.
            await echo.RunAsync(OrdersPerSecond, TimeSpan.FromSeconds(plan.Baseline), keep: true, cancel);
            sent.AddRange(await rush.RunAsync(OrdersPerSecond, TimeSpan.FromSeconds(plan.Ours), cancel));
        }
        await watchers.SettleAsync(sent, patience: TimeSpan.FromSeconds(5), cancel);
        return Describe(sent, watchers, watchers.Batches - batches, echo);
    }

    private static Report Describe(List<SentTicket> sent, Watchers watchers, int batches, EchoBaseline echo)
    {
        var baseline = echo.Latencies;
        var seen = Seen(watchers.OnScreens, sent);
        var atClients = Seen(watchers.AtClients, sent);
        var screens = new Distribution(seen.Select(s => s.Arrived - s.Ticket.Committed));
        var clients = new Distribution(atClients.Select(s => s.Arrived - s.Ticket.Committed));
        var boards = new Distribution(Seen(watchers.OnBoards, sent).Select(s => s.Arrived - s.Ticket.Committed));
        var taps = new Distribution(seen.Select(s => s.Arrived - s.Ticket.Tapped));
        var commits = new Distribution(sent.Select(ticket => ticket.Committed - ticket.Tapped));
        var missed = (sent.Count * (watchers.OnScreens.Count + watchers.AtClients.Count)) - seen.Count - atClients.Count;
        var deaths = watchers.Deaths.ToList();
        return new Report("latency")
            .Note("", "milliseconds")
            .Note("tap -> commit", commits.ToString())
            .Note("commit -> on a node's board", boards.ToString())
            .Note("commit -> rendered on a screen", screens.ToString())
            .Note("commit -> at a hub client", clients.ToString())
            .Note("tap -> rendered on a screen", taps.ToString())
            .Note("baseline: notify -> socket", baseline.ToString())
            .Note("baseline, once acknowledged", echo.AfterAcknowledgement.ToString())
            .Note("render batches", batches.ToString("#,0", CultureInfo.InvariantCulture))
            .Measure("screens", watchers.OnScreens.Count)
            .Measure("orders", sent.Count)
            .Measure("missed", missed)
            .Measure("tap_p50_ms", taps.P50)
            .Measure("tap_p99_ms", taps.P99)
            .Measure("p50_ms", screens.P50)
            .Measure("p95_ms", screens.P95)
            .Measure("p99_ms", screens.P99)
            .Measure("max_ms", screens.Max)
            .Measure("baseline_p50_ms", baseline.P50)
            .Measure("ratio_p50", baseline.P50 > 0 ? screens.P50 / baseline.P50 : 0)
            .Floor(missed == 0, "a ticket was never seen by a screen or a hub client of its station")
            .Floor(deaths.Count == 0, $"{deaths.Count} screens have died: {deaths.FirstOrDefault()}")
            .Floor(screens.P99 <= MostP99, $"p99 is more than {MostP99} ms")
            .Floor(screens.P50 <= MostRatio * baseline.P50, $"p50 is more than {MostRatio} times that of the baseline");
    }

    private static List<(SentTicket Ticket, long Arrived)> Seen(IEnumerable<Sightings> watchers, List<SentTicket> sent) =>
        [.. watchers.SelectMany(watcher => sent.Select(ticket => (ticket, watcher.Of(ticket.Number)))).Where(s => s.Item2 is not null).Select(s => (s.ticket, s.Item2!.Value))];

    /// <summary>How long to do what, in seconds.</summary>
    private sealed record Plan(int Slices, double Warmup, double Ours, double Baseline)
    {
        public int MostTickets(int perSecond) => (int)((Warmup + (Slices * Ours) + Baseline + 60) * perSecond);
    }
}
