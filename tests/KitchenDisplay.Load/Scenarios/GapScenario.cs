using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Load.Gap;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>32 writers against the bridge's reader, and against a naive one as the control: is the experiment able to see the fault that it looks for?</summary>
internal static class GapScenario
{
    private const int Writers = 32, SharedOrders = 4, Changes = 100_000, QuickChanges = 15_000;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await kitchen.RunAsync(await SqlAsync(cancel), cancel);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(kitchen.Connections.Kitchen) { MaxAutoPrepare = 40 });

        var written = new Written(options.Quick ? QuickChanges : Changes);
        var shared = await OpenSharedAsync(source, cancel);
        await using var witness = await BoardWitness.OpenAsync(source, written, cancel);
        var naive = new NaiveReader(source);
        var began = Stopwatch.GetTimestamp();
        var writers = Task.WhenAll(Enumerable.Range(1, Writers).Select(seed => new Writer(source, written, shared, seed).RunAsync(cancel)));
        var naiveMissed = naive.RunAsync(writers, cancel);
        await witness.RunAsync(writers, cancel);
        await writers;
        var took = Stopwatch.GetElapsedTime(began);

        var (stale, ghosts) = await witness.CompareAsync(cancel);
        return Describe(written, witness, took, stale, ghosts, await naiveMissed);
    }

    private static async Task<string> SqlAsync(CancellationToken cancel)
    {
        await using var resource = typeof(GapScenario).Assembly.GetManifestResourceStream(typeof(Written), "gap.sql")!;
        using var reader = new StreamReader(resource);
        return await reader.ReadToEndAsync(cancel);
    }

    private static async Task<Guid[]> OpenSharedAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var orders = Enumerable.Range(0, SharedOrders).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var order in orders)
        {
            await using var open = source.CreateCommand(Act.Open.Sql);
            open.Parameters.Add(new() { Value = order });
            await open.ExecuteNonQueryAsync(cancel);
        }
        return orders;
    }

    private static Report Describe(Written written, BoardWitness witness, TimeSpan took, int stale, int ghosts, long naiveMissed) => new Report("gap")
        .Measure("changes", written.Changes)
        .Note("transactions", Text(written.Transactions))
        .Note("rolled back", Text(written.Rollbacks))
        .Note("changes per second", Text(written.Changes / took.TotalSeconds))
        .Note("reads", Text(witness.Reads))
        .Note("longest read, ms", Text(witness.LongestRead.TotalMilliseconds))
        .Measure("missed", witness.Missed)
        .Measure("stale", stale)
        .Measure("ghosts", ghosts)
        .Measure("control_missed", naiveMissed)
        .Floor(witness.Missed == 0, "a change that was acknowledged before a read began was not on the board after it")
        .Floor(stale == 0, "at the end the board lacks something, or shows it older than the database has it")
        .Floor(ghosts == 0, "at the end the board shows something that the database does not have")
        .Floor(naiveMissed > 0, "the control missed nothing: this run could not have seen the fault that it looks for");

    private static string Text(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
