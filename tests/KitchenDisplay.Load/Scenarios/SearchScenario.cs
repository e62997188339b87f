using System.Collections.Concurrent;
using System.Diagnostics;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Relevance;
using KitchenDisplay.Load.Search;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>How long the first page of a search takes among very many recipes, while recipes are written; next to the simplest correct query of the same words.</summary>
internal static class SearchScenario
{
    private static readonly string[] howCommon = ["rare", "common", "very common"];

    private const int Searches = 20, Writes = 5;
    private const string Simplest = "select id, name from recipes where search @@ plainto_tsquery('public.kitchen_en', $1) order by ts_rank(search, plainto_tsquery('public.kitchen_en', $1)) desc, id limit 20";

    // Of each third: rare ones, those in about a hundredth, those in more than a fifth.
    private const string Words = """
        select w.word from (select distinct on (f.word) k.word, f.frequency from pg_stats s, lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs[1:cardinality(s.most_common_elems::text::text[])]) as f (word, frequency)
            join recipe_words k on kitchen_query('en', k.word)::text = quote_literal(f.word)
            where s.tablename = 'recipes' and s.attname = 'search' and f.frequency between $1 and $2 and length(f.word) > 2) w order by md5(w.word) limit 40
        """;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var book = CookBook.Read(options);
        var report = new Report("search");
        foreach (var (count, name, most) in options.Quick ? [(100_000, "100k", 15)] : new[] { (100_000, "100k", 15), (1_000_000, "1m", 40) })
            await MeasureAsync(book, count, name, most, options, report, cancel);
        return report.Measure("fts5_hit_at_10", await JudgeHomeAsync(book, cancel));
    }

    private static async Task MeasureAsync(CookBook book, int count, string name, double most, LoadOptions options, Report report, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await CookBook.FillAsync(kitchen, node, book.Recipes, cancel);
        await new ManyRecipes(book.Recipes, 7).FillAsync(kitchen, count, cancel);
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
        // The rarest words are found only with more frequencies than the product keeps.
        await CountWordsAsync(source, 1_000, cancel);
        var thirds = new[] { await WordsAsync(source, 0, 0.001, cancel), await WordsAsync(source, 0.005, 0.02, cancel), await WordsAsync(source, 0.2, 1, cancel) };
        await CountWordsAsync(source, 200, cancel);
        var seconds = options.Seconds ?? (options.Quick ? 10 : 60);
        var (ours, whole, simplest) = (new ConcurrentDictionary<int, long>(), new ConcurrentDictionary<int, long>(), new List<long>());
        await Pace.KeepAsync(Searches, TimeSpan.FromSeconds(3), i => SearchAsync(node, Query(thirds, i), cancel), cancel);
        var chef = node.Board.Snapshot.All<Person>().First(p => p.Roles.Contains(Role.Manager)).Acting();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = WriteAsync(node, book, chef, enough.Token);
        await Pace.KeepAsync(Searches, TimeSpan.FromSeconds(seconds), async i =>
        {
            var began = Stopwatch.GetTimestamp();
            ours[i] = await DatabaseTime.OfAsync(() => SearchAsync(node, Query(thirds, i), cancel));
            whole[i] = Stopwatch.GetTimestamp() - began;
        }, cancel);
        // Whatever of it takes longer than its turn would wait for itself: one at a time.
        for (var i = 0; i < 60; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var command = source.CreateCommand(Simplest);
            command.Parameters.Add(new() { Value = Query(thirds, i) });
            await using (var rows = await command.ExecuteReaderAsync(cancel)) while (await rows.ReadAsync(cancel)) { }
            simplest.Add(Stopwatch.GetTimestamp() - began);
        }
        await enough.CancelAsync();
        var written = await writing;
        if (name == "100k") report.Measure("fts5_p95_ms_100k", (await AtHomeAsync(source, thirds, cancel)).P95);
        var (all, usual) = (new Distribution(ours.Values), new Distribution(simplest));
        report.Note($"{name}: recipes / searches / writes", $"{count:#,0} / {ours.Count} / {written}");
        report.Note($"{name}: with everything around it", $"{new Distribution(whole.Values)}");
        foreach (var (third, words) in howCommon.Index()) report.Note($"{name}: {words} words", $"{new Distribution(ours.Where(o => o.Key % 3 == third).Select(o => o.Value))}");
        report.Measure($"p95_ms_{name}", all.P95).Measure($"slowest_ms_{name}", all.Max).Measure($"simplest_p95_ms_{name}", usual.P95).Measure($"ratio_{name}", all.P95 / usual.P95)
            .Floor(all.P95 <= most, $"{name}: p95 is above {most} ms").Floor(all.Max <= 250, $"{name}: a search took more than 250 ms");
    }

    // One at a time and with nobody who writes: a home kitchen has one cook.
    private static async Task<Distribution> AtHomeAsync(NpgsqlDataSource source, string[][] thirds, CancellationToken cancel)
    {
        await using var home = await HomeKitchen.CopyAsync(source, cancel);
        var times = new List<long>();
        for (var i = 0; i < 300; i++)
        {
            var began = Stopwatch.GetTimestamp();
            home.Find(Query(thirds, i));
            times.Add(Stopwatch.GetTimestamp() - began);
        }
        return new(times);
    }

    private static async Task<double> JudgeHomeAsync(CookBook book, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await CookBook.FillAsync(kitchen, node, book.Recipes, cancel);
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
        await using var home = await HomeKitchen.CopyAsync(source, cancel);
        var numbers = await CookBook.NumbersAsync(source, cancel);
        var judgement = new Judgement();
        foreach (var entry in book.Index) judgement.Note([.. home.Find(entry.Query).Select(id => numbers[id])], entry.Numbers);
        return judgement.AtTen;
    }

    private static string Query(string[][] thirds, int i) => (i / 3 % 2) == 0 ? Word(thirds[i % 3], i) : $"{Word(thirds[i % 3], i)} {Word(thirds[i % 3], i + 7)}";

    private static string Word(string[] words, int i) => words[i / 3 % words.Length];

    private static Task<SearchResult> SearchAsync(KitchenNode node, string query, CancellationToken cancel) => node.CallAsync((RecipeSearch search) => search.FindAsync(new(query + " "), cancel));

    private static async Task<int> WriteAsync(KitchenNode node, CookBook book, Actor chef, CancellationToken stop)
    {
        var written = 0;
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Writes));
            for (; await timer.WaitForNextTickAsync(stop); written++)
            {
                var text = book.Recipes[written % book.Recipes.Count];
                await node.CallAsync((RecipeService recipes) => recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), "", 1, "pc", [], text with { Title = $"{text.Title} no. {written} of {DateTime.UtcNow.Ticks}", Source = null }), chef, stop));
            }
        }
        catch (OperationCanceledException)
        {
            // Until the searches are through.
        }
        return written;
    }

    private static async Task CountWordsAsync(NpgsqlDataSource source, int many, CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"alter table recipes alter search set statistics {many}; analyze recipes");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<string[]> WordsAsync(NpgsqlDataSource source, double from, double to, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Words);
        command.Parameters.Add(new() { Value = (float)from });
        command.Parameters.Add(new() { Value = (float)to });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var words = new List<string>();
        while (await rows.ReadAsync(cancel)) words.Add(rows.GetString(0));
        return [.. words];
    }
}
