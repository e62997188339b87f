using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>A list of a hundred thousand items comes in while waiters order: how long it takes, and what the waiters feel of it next to a calm minute of the same run.</summary>
internal static class ImportScenario
{
    private const int Rows = 100_000, QuickRows = 20_000, PerSecond = 20;
    private const double MostSeconds = 60, MostRatio = 2;
    private static readonly TimeSpan calm = TimeSpan.FromSeconds(20), quickCalm = TimeSpan.FromSeconds(8), piece = TimeSpan.FromSeconds(2), glance = TimeSpan.FromMilliseconds(100);

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var count = options.Quick ? QuickRows : Rows;
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        using var commits = new CommitWatch();
        var rush = new Rush([node], new RushMenu(node.Board.Snapshot, "grill"));
        await rush.OpenAsync(cancel);
        await rush.RunAsync(PerSecond, TimeSpan.FromSeconds(5), cancel);
        var before = new Distribution(Waits(await rush.RunAsync(PerSecond, options.Quick ? quickCalm : calm, cancel)));

        var manager = node.Board.Snapshot.All<Person>().First(p => p.Acting().Is(Role.Manager)).Acting();
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(Table(options.File("foods", "usda-foods.csv"), count)));
        var began = Stopwatch.GetTimestamp();
        var importing = Task.Run(() => ImportAsync(node, file, manager, cancel), cancel);
        var beside = new List<SentTicket>();
        while (!importing.IsCompleted) beside.AddRange(await rush.RunAsync(PerSecond, piece, cancel));
        var (import, looked, ended, glances) = await importing;
        var seconds = Stopwatch.GetElapsedTime(began, ended).TotalSeconds;
        var bad = await node.CallAsync((ImportBook book) => book.RowsAsync(import.Id, RowVerdict.Bad, 10, cancel));

        var during = new Distribution(Waits(beside));
        var ratio = during.P95 / before.P95;
        return new Report("import").Note("an order, calm", $"{before}").Note("an order, beside it", $"{during}")
            .Measure("rows", count).Measure("seconds_to_preview", Stopwatch.GetElapsedTime(began, looked).TotalSeconds).Measure("seconds", seconds).Measure("rows_per_second", count / seconds).Measure("order_p95_ms", during.P95).Measure("order_p95_ratio", ratio).Measure("bad_row_number", bad[0].Number).Measure("progress_seen", glances)
            .Floor(import is { State: ImportState.Done, Bad: 1 } && import.New == count - 1, "not all rows came in")
            .Floor(bad.Count == 1 && bad[0].Number == (count / 2) + 2, "the bad row was not named")
            .Floor(seconds <= MostSeconds * count / Rows, $"more than {MostSeconds} s for {Rows} rows")
            .Floor(glances >= 5, "no progress was seen")
            .Floor(ratio <= MostRatio, $"an order takes more than {MostRatio} times as long beside it");
    }

    private static async Task<(ItemImport Import, long Looked, long Ended, int Glances)> ImportAsync(KitchenNode node, Stream file, Actor manager, CancellationToken cancel)
    {
        var digest = await ImportDesk.DigestAsync(file, cancel);
        var id = (await node.CallAsync((ImportDesk desk) => desk.StageAsync(new(Guid.CreateVersion7(), ImportKind.Items, null, "items.csv", digest), file, manager, cancel))).ImportId;
        var mapping = (await FindAsync()).Import.Mapping;
        await node.CallAsync((ImportDesk desk) => desk.MapAsync(new(Guid.CreateVersion7(), id, mapping), manager, cancel));
        var seen = new HashSet<double>();
        await UntilAsync(ImportState.Checked);
        var looked = Stopwatch.GetTimestamp();
        await node.CallAsync((ImportDesk desk) => desk.ApplyAsync(new(Guid.CreateVersion7(), id), manager, cancel));
        var done = await UntilAsync(ImportState.Done);
        return (done, looked, Stopwatch.GetTimestamp(), seen.Count);

        async Task<ImportSheet> FindAsync() => (await node.CallAsync((ImportBook book) => book.FindAsync(id, cancel)))!;

        async Task<ItemImport> UntilAsync(ImportState state)
        {
            while (true)
            {
                var now = await FindAsync();
                if (now.Import.State == state) return now.Import;
                seen.Add(now.Progress);
                await Task.Delay(glance, cancel);
            }
        }
    }

    private static IEnumerable<long> Waits(IEnumerable<SentTicket> sent) => sent.Select(t => t.Committed - t.Tapped);

    // Names of real foods, each with a pack of its own, so that none is there twice; one row in the middle has a unit that nobody knows.
    private static string Table(string foods, int count)
    {
        var names = new List<string>();
        using (var csv = CsvReader.FromFile(foods))
            while (csv.Read()) names.Add(string.Concat(csv.GetString("description").Where(c => c != '"').Take(90)));
        var table = new StringBuilder("code;name;unit;category;brand;origin.country;fat\n");
        for (var n = 0; n < count; n++)
            table.Append(CultureInfo.InvariantCulture, $"IM-{n};\"{names[n % names.Count]} {n}\";{(n == count / 2 ? "furlong" : "g")};Group {n % 40};Brand {n % 700};{(n % 3 == 0 ? "IT" : "FR")};{n % 100}\n");
        return table.ToString();
    }
}
