using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Screens;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>A cook says that a dish is out: how soon do twenty tablets on another node show it?</summary>
internal static class OutScenario
{
    private const int Tablets = 20, Times = 100, QuickTimes = 20;
    private const double Longest = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var cooks = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var floor = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        var board = cooks.Board.Snapshot;
        var menu = new RushMenu(board, "grill");
        var cook = board.All<Person>().First(p => p.Roles.Contains(Role.Cook)).Acting();
        var firstPage = board.All<Category>().OrderBy(c => c.Position).First().Id;
        var dishes = board.All<Dish>().Where(d => d.CategoryId == firstPage).OrderBy(d => d.Position).ToList();

        var seen = new ConcurrentQueue<long>();
        var screens = new List<HeadlessScreen>();
        try
        {
            for (var i = 0; i < Tablets; i++) screens.Add(await HeadlessScreen.OpenAsync(new Uri(floor.Address, $"order/{await OpenAsync(floor, menu, cancel)}"), See, cancel));
            var (all, missed) = (new List<long>(), 0);
            for (var turn = 0; turn < (options.Quick ? QuickTimes : Times); turn++)
            {
                seen.Clear();
                var asked = Stopwatch.GetTimestamp();
                var it = await cooks.CallAsync((AvailabilityService availability) => availability.EightySixAsync(new(Guid.CreateVersion7(), dishes[turn % dishes.Count].Id, null, null), cook, cancel));
                for (var began = Stopwatch.GetTimestamp(); seen.Count < Tablets && Stopwatch.GetElapsedTime(began) < Patience;) await Task.Delay(5, cancel);
                missed += Tablets - Math.Min(Tablets, seen.Count);
                all.AddRange(seen.Take(Tablets).Select(at => at - asked));
                await cooks.CallAsync((AvailabilityService availability) => availability.RestoreAsync(new(Guid.CreateVersion7(), it.EightySixId), cook, cancel));
                await Task.Delay(100, cancel);
            }
            return Describe(new Distribution(all), missed);
        }
        finally
        {
            foreach (var screen in screens) await screen.DisposeAsync();
        }

        void See(ReadOnlySpan<byte> text, long arrived)
        {
            if (text.IndexOf("dish-out"u8) >= 0) seen.Enqueue(arrived);
        }
    }

    private static async Task<Guid> OpenAsync(KitchenNode node, RushMenu menu, CancellationToken cancel)
    {
        var order = Guid.CreateVersion7();
        await node.CallAsync((OrderService orders) => orders.OpenAsync(new(Guid.CreateVersion7(), order, OrderKind.Tab, [], "Tablet", null, RushMenu.Covers), menu.Waiter, cancel));
        while (node.Board.Snapshot.Find<OrderView>(order) is null) await Task.Delay(20, cancel);
        return order;
    }

    private static Report Describe(Distribution times, int missed) => new Report("out")
        .Note("from the cook's touch", times.ToString())
        .Measure("tablets", Tablets)
        .Measure("p50_ms", times.P50)
        .Measure("p99_ms", times.P99)
        .Measure("missed", missed)
        .Floor(missed == 0, "a tablet did not show that a dish is out")
        .Floor(times.P99 <= Longest, string.Create(CultureInfo.InvariantCulture, $"a tablet needed longer than {Longest} ms"));
}
