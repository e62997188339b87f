using System.Globalization;
using KitchenDisplay.Core.House;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Replay;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>Ten hours of a busy service at sixty times the speed before one wall in a real browser: does it hold more and more, and are its timers right to the end?</summary>
internal static class ReplayScenario
{
    private const string Station = "grill";
    private const double TicketsPerSecond = 1.5;
    private const int MostOpen = 16;
    private const double MostGrowth = 1.1;

    private static readonly TimeSpan CookEvery = TimeSpan.FromMilliseconds(250);

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var time = TimeSpan.FromSeconds(options.Quick ? 20 : options.Seconds ?? 600);
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var wall = await BrowserWall.OpenAsync(new Uri(node.Address, $"kitchen/{Station}"));
        await using var others = await OtherScreens.OpenAsync(node, Station, cancel);
        var station = node.Board.Snapshot.All<Station>().Single(s => s.Slug == Station).Id;
        var guests = new Guests(node, new RushMenu(node.Board.Snapshot, Station), station);
        using var clock = new FastClock(kitchen);
        var witness = new Witness(kitchen, wall, clock, station);

        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var service = new[] { clock.RunAsync(closing.Token), CookAsync(wall, closing.Token), ArriveAsync(guests, closing.Token) };
        // Until the wall is full and every statement has been prepared.
        await Task.Delay(time / 15, cancel);
        await witness.WatchAsync(time, cancel);
        await closing.CancelAsync();
        foreach (var task in service) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (service.FirstOrDefault(task => task.IsFaulted) is { } failed) await failed;
        return Describe(time, witness, wall, await kitchen.CountAsync("tickets", cancel), options.Quick);
    }

    private static async Task CookAsync(BrowserWall wall, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(CookEvery);
        while (await timer.WaitForNextTickAsync(cancel)) await wall.CookAsync(MostOpen);
    }

    private static async Task ArriveAsync(Guests guests, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / TicketsPerSecond));
        List<Task> inside = [];
        for (var turn = 0; await timer.WaitForNextTickAsync(cancel); turn++)
        {
            inside.Add(guests.ServeAsync(turn, cancel));
            if (inside.Find(party => party.IsFaulted) is { } problem) await problem;
            inside.RemoveAll(party => party.IsCompleted);
        }
    }

    private static Report Describe(TimeSpan time, Witness witness, BrowserWall wall, long tickets, bool isQuick)
    {
        var (page, circuit, nodes) = (witness.Page, witness.Circuit, witness.Nodes);
        return new Report("replay")
            .Note("", "after forced collection, medians of the first and the last third")
            .Measure("hours", time.TotalHours * FastClock.Speed)
            .Measure("tickets", tickets)
            .Measure("page_first_mb", page.First).Measure("page_last_mb", page.Last).Measure("page_ratio", page.Ratio)
            .Measure("circuit_first_mb", circuit.First).Measure("circuit_last_mb", circuit.Last).Measure("circuit_ratio", circuit.Ratio)
            .Measure("nodes_ratio", nodes.Ratio)
            .Measure("timers_checked", witness.Checked)
            .Measure("timers_wrong", witness.Wrong.Count)
            .Note("circuit, in tenths", circuit.Course)
            .Note("open tickets", string.Create(CultureInfo.InvariantCulture, $"{witness.Open.First:0} and {witness.Open.Last:0}"))
            // The first minute fills caches; it says nothing of a leak.
            .Floor(isQuick || page.Ratio <= MostGrowth, $"the page holds more than {MostGrowth} times what it held at first")
            .Floor(isQuick || circuit.Ratio <= MostGrowth, $"the node holds more than {MostGrowth} times what it held at first")
            .Floor(isQuick || nodes.Ratio <= MostGrowth, $"the document has more than {MostGrowth} times the nodes that it had at first")
            .Floor(witness.Checked > 0 && witness.Wrong.Count == 0, $"{witness.Wrong.Count} timers of {witness.Checked} were wrong: {string.Join("; ", witness.Wrong.Take(3))}")
            .Floor(wall.Complaints.Count == 0, $"the browser complained: {string.Join("; ", wall.Complaints.Take(3))}");
    }
}
