using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Load.Inventory;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Search;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>How long managers wait for items among a million, while the store moves; next to the same questions in SQL that somebody wrote by hand for each.</summary>
internal static class InventoryScenario
{
    private const int Items = 1_000_000, QuickItems = 200_000, PerMinute = 10_000;
    private const double MostDatabase = 20, MostGrid = 80, MostRatio = 2, MostPause = 200;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var count = options.Quick ? QuickItems : Items;
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        var stock = new ManyItems(options.File("foods", "usda-foods.csv"), count);
        await stock.FillAsync(kitchen, cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(kitchen.Connections.KitchenOwner) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 });
        var report = new Report("inventory").Measure("items", count);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var moving = new Movements(source, stock.Ids).KeepAsync(PerMinute, enough.Token);
        await PromoteAsync(node, source, stock, report, cancel);
        var questions = await Questions.MakeAsync(node, stock, count, cancel);
        await using var page = await GridProbe.OpenAsync(node.Address, cancel);
        var turns = options.Quick ? 30 : 150;
        foreach (var question in questions)
        {
            var (ours, bare, grid) = (new List<long>(), new List<long>(), new List<long>());
            // The first of each prepares the statements of both.
            for (var turn = -3; turn < turns; turn++)
            {
                var n = Math.Abs(turn);
                var first = "";
                var database = await DatabaseTime.OfAsync(() => node.CallAsync(async (ItemCatalogue catalogue) => first = Found(question, await catalogue.FindAsync(question.Wish(n), cancel)).Rows[0].Name));
                var byHand = await TimeAsync(async () =>
                {
                    await using var command = source.CreateCommand(question.Bare);
                    foreach (var value in question.Values(n)) command.Parameters.Add(new() { Value = value });
                    await using var rows = await command.ExecuteReaderAsync(cancel);
                    while (await rows.ReadAsync(cancel)) { }
                });
                var drawn = await page.TimeAsync(question.Address(n), first, cancel);
                if (turn < 0) continue;
                ours.Add(database);
                bare.Add(byHand);
                grid.Add(drawn);
            }
            var (found, hand, shown) = (new Distribution(ours), new Distribution(bare), new Distribution(grid));
            var ratio = found.P95 / hand.P95;
            report.Note(question.Name, $"{found}").Note("  by hand", $"{hand}").Note("  to the grid", $"{shown}")
                .Measure($"{question.Name}_p95_ms", found.P95).Measure($"{question.Name}_grid_p95_ms", shown.P95).Measure($"{question.Name}_ratio", ratio)
                .Floor(found.P95 <= MostDatabase, $"{question.Name}: more than {MostDatabase} ms in the database").Floor(shown.P95 <= MostGrid, $"{question.Name}: more than {MostGrid} ms to the grid").Floor(ratio <= MostRatio, $"{question.Name}: more than {MostRatio} times what SQL by hand takes");
        }
        await JumpsAsync(node, source, count, report, cancel);
        await enough.CancelAsync();
        return report.Note("movements", (await moving).ToString("#,0", CultureInfo.InvariantCulture));
    }

    // While an index is built nothing of the service may wait for it.
    private static async Task PromoteAsync(KitchenNode node, NpgsqlDataSource source, ManyItems stock, Report report, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var service = new ServiceProbe(source, stock.Ids).KeepAsync(enough.Token);
        var began = Stopwatch.GetTimestamp();
        await node.CallAsync((PromotionService promotions) => promotions.PromoteAsync(new(Guid.CreateVersion7(), ["fat"], AttributeKind.Number, AtOnce: true), Questions.Manager(node), cancel));
        while (!await node.CallAsync(async (ItemCatalogue catalogue) => (await catalogue.PromotedAsync(cancel)).All(p => p.State == PromotionState.Ready))) await Task.Delay(50, cancel);
        report.Measure("promotion_seconds", Stopwatch.GetElapsedTime(began).TotalSeconds);
        await enough.CancelAsync();
        var slowest = await service;
        report.Measure("promotion_slowest_statement_ms", slowest).Floor(slowest <= MostPause, $"a statement of the service took more than {MostPause} ms while an index was built");
    }

    // A jump is exact to a hundredth, whatever the filter and the order are.
    private static async Task JumpsAsync(KitchenNode node, NpgsqlDataSource source, int count, Report report, CancellationToken cancel)
    {
        var worst = 0d;
        foreach (var (typed, where) in new[] { ("", "true"), ("has:organic", "attributes ? 'organic'"), ($"brand:\"{ManyItems.Brand(0)}\"", $"attributes->>'brand' = '{ManyItems.Brand(0)}'") })
        {
            await using var all = source.CreateCommand($"select count(*) from items where {where}");
            all.CommandTimeout = 0;
            var many = (long)(await all.ExecuteScalarAsync(cancel))!;
            foreach (var part in new[] { 0.2, 0.5, 0.9 })
            {
                var (wish, rank) = (new ItemWish(ItemFilter.Read(typed)), (long)(many * part));
                var key = await node.CallAsync((ItemCatalogue catalogue) => catalogue.JumpAsync(wish, rank, cancel));
                await using var before = source.CreateCommand($"select count(*) from items where ({where}) and (name_key, id) <= ($1, $2)");
                before.Parameters.Add(new() { Value = key!.Keys[0] });
                before.Parameters.Add(new() { Value = key.Id });
                worst = Math.Max(worst, 100d * Math.Abs((long)(await before.ExecuteScalarAsync(cancel))! + 1 - rank) / many);
            }
        }
        report.Measure("jump_error_percent", worst).Floor(worst <= 1, "a jump landed more than a hundredth away");
    }

    private static ItemsFound Found(Question question, ItemsFound found) => found.Rows.Count > 0 ? found : throw new InvalidOperationException($"{question.Name}: nothing was found.");

    private static async Task<long> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetTimestamp() - began;
    }
}
