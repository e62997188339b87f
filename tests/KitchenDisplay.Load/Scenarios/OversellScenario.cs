using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Oversell;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>More waiters than portions: is anything ever sold twice, and is anything left that could have been sold? With voids between, and with the server killed in the middle.</summary>
internal static class OversellScenario
{
    private const int Tabs = 40;
    private const int Rounds = 5, QuickRounds = 1;

    private static readonly (int Sends, int Portions)[] sizes = [(16, 5), (200, 50), (1000, 500)];

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var one = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var other = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        var board = one.Board.Snapshot;
        var menu = new RushMenu(board, "grill");
        var dishes = board.All<Dish>().Where(d => d.Steps.Count > 0).OrderBy(d => d.Name, StringComparer.Ordinal).Take(2).ToList();
        var store = new Store(one, board.All<Person>().First(p => p.Roles.Contains(Role.Manager)).Acting());
        await store.FurnishAsync(dishes);
        var storm = new Storm([one, other], menu, dishes, board.All<Person>().First(p => p.Roles.Contains(Role.Cook)).Acting());
        var tabs = await OpenTabsAsync(one, menu, cancel);
        await Control.PrepareAsync(kitchen, cancel);

        var tally = new Tally();
        foreach (var (sends, portions) in sizes)
            for (var round = 0; round < (options.Quick ? QuickRounds : Rounds); round++)
                foreach (var kind in Enum.GetValues<RoundKind>())
                    await RoundAsync(kind, sends, portions);
        return Describe(tally, storm, await kitchen.CountAsync("movements", cancel));

        async Task RoundAsync(RoundKind kind, int sends, int portions)
        {
            await store.CountAsync(portions);
            var result = await storm.SendAsync(sends, tabs, cancel, answered => { if (kind == RoundKind.Killed && answered == Math.Max(1, portions / 2)) Kill(kitchen); });
            await kitchen.ReadyAsync(cancel);
            var sold = result.Sold.ToList();
            if (kind == RoundKind.Voided)
            {
                var voided = sold.Where((_, i) => i % 3 == 0).ToList();
                // Some void while others try again: what is given back may be sold at once, and only once.
                var again = storm.SendAsync(sends, tabs, cancel);
                await storm.VoidAsync(voided, cancel);
                sold = [.. sold.Except(voided), .. (await again).Sold, .. (await storm.SendAsync(sends, tabs, cancel)).Sold];
            }
            else
            {
                tally.NotByName += result.Answered - result.Sold.Count - result.RefusedByName;
            }
            tally.SoldWrong += Math.Abs(sold.Count - portions) + Math.Abs(await LinesAsync(kitchen, sold, cancel) - portions);
            tally.LeftWrong += await StockAsync(kitchen, store.Scarce, "on_hand - reserved", cancel) == 0 ? 0 : 1;
            await storm.StartAsync(sold, cancel);
            tally.LeftWrong += await StockAsync(kitchen, store.Scarce, "on_hand", cancel) == 0 ? 0 : 1;
            await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
            tally.Differences += (await new StockAudit(source).FindAsync(cancel)).Count;
            tally.Rounds++;
            if (kind != RoundKind.Plain) return;
            tally.Note(sends, result.Took);
            var (controlSold, controlTook) = await Control.RunAsync(kitchen, portions, sends, cancel);
            tally.NoteControl(sends, controlTook, Math.Abs(controlSold - portions));
        }
    }

    private static async Task<Guid[]> OpenTabsAsync(KitchenNode node, RushMenu menu, CancellationToken cancel)
    {
        var tabs = Enumerable.Range(0, Tabs).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var tab in tabs)
            await node.CallAsync((OrderService orders) => orders.OpenAsync(new(Guid.CreateVersion7(), tab, OrderKind.Tab, [], "Storm", null, RushMenu.Covers), menu.Waiter, cancel));
        return tabs;
    }

    // In the middle: some have their answer, some wait for it, some have not begun.
    private static void Kill(ThrowAwayKitchen kitchen)
    {
        using var postmaster = Process.GetProcessById(kitchen.PostmasterPid);
        postmaster.Kill();
        postmaster.WaitForExit();
    }

    private static async Task<long> LinesAsync(ThrowAwayKitchen kitchen, List<TicketSent> sold, CancellationToken cancel) => sold.Count == 0 ? 0
        : await kitchen.CountAsync($"lines where state <> 'Void' and ticket_id in ({string.Join(',', sold.Select(s => $"'{s.TicketId}'"))})", cancel);

    private static async Task<decimal> StockAsync(ThrowAwayKitchen kitchen, Guid item, string what, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
        await using var command = source.CreateCommand($"select {what} from stock where item_id = '{item}'");
        return (decimal)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static Report Describe(Tally tally, Storm storm, long movements) => new Report("oversell")
        .Measure("rounds", tally.Rounds)
        .Measure("sold_wrong", tally.SoldWrong)
        .Note("left wrong", tally.LeftWrong.ToString(CultureInfo.InvariantCulture))
        .Note("refused without a name", tally.NotByName.ToString(CultureInfo.InvariantCulture))
        .Measure("deadlocks", storm.Deadlocks)
        .Measure("ledger_differences", tally.Differences)
        .Note("rows in the ledger", movements.ToString("#,0", CultureInfo.InvariantCulture))
        .Measure("control_sold_wrong", tally.ControlSoldWrong)
        .Measure("sends_per_s", tally.SendsPerSecond)
        .Measure("control_sends_per_s", tally.ControlSendsPerSecond)
        .Floor(tally.SoldWrong == 0, "not exactly as many were sold as there were")
        .Floor(tally.LeftWrong == 0, "something was left after all was sold, or after all was started")
        .Floor(tally.NotByName == 0, "a refusal did not name the dish and say that none is left")
        .Floor(storm.Deadlocks == 0, "somebody was told of a deadlock")
        .Floor(storm.Failures.Count == 0, $"something else went wrong: {storm.Failures.FirstOrDefault()}")
        .Floor(tally.Differences == 0, "the ledger does not add up to the stock")
        .Floor(tally.ControlSoldWrong > 0, "the control sold nothing twice: this run could not have seen the fault that it looks for");

    private enum RoundKind
    {
        Plain,
        Voided,
        Killed,
    }

    private sealed class Tally
    {
        private (int Sends, TimeSpan Took) storms, control;

        public int Rounds { get; set; }
        public long SoldWrong { get; set; }
        public int LeftWrong { get; set; }
        public int NotByName { get; set; }
        public int Differences { get; set; }
        public int ControlSoldWrong { get; private set; }
        public double SendsPerSecond => storms.Sends / storms.Took.TotalSeconds;
        public double ControlSendsPerSecond => control.Sends / control.Took.TotalSeconds;

        public void Note(int sends, TimeSpan took) => storms = (storms.Sends + sends, storms.Took + took);

        public void NoteControl(int sends, TimeSpan took, int soldWrong)
        {
            control = (control.Sends + sends, control.Took + took);
            ControlSoldWrong += soldWrong;
        }
    }
}
