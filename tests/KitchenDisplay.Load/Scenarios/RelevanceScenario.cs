using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Load.Relevance;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>Is the right recipe at the top? By the judgement of a cook book's own author, and with the slips of those who type. Beside it the two usual ways, over the same table.</summary>
internal static class RelevanceScenario
{
    private const string Fts = "select id from recipes where search @@ plainto_tsquery('public.kitchen_en', $1) order by ts_rank(search, plainto_tsquery('public.kitchen_en', $1)) desc, id limit 20";
    private const string Trigram = "select id from recipes where name % $1 order by similarity(name, $1) desc, id limit 20";

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        var book = CookBook.Read(options);
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await CookBook.FillAsync(kitchen, node, book.Recipes, cancel);
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
        var numbers = await CookBook.NumbersAsync(source, cancel);

        var ours = await JudgeAsync(q => q);
        var fts = await JudgeAsync(q => q, q => AskAsync(Fts, q));
        var trigram = await JudgeAsync(q => q, q => AskAsync(Trigram, q));
        var slips = new Slips(1861);
        var (typo, accent, spelling, number, cut) = (await FallAsync(slips.Typo), await FallAsync(slips.Accent), await FallAsync(Slips.Spelling), await FallAsync(slips.Number), await FallAsync(Slips.Cut));
        return new Report("relevance")
            .Measure("queries", ours.Queries)
            .Judge("", ours).Judge("fts_", fts).Judge("trigram_", trigram)
            .Measure("typo_falls_by", typo).Measure("accent_falls_by", accent).Measure("spelling_falls_by", spelling).Measure("number_falls_by", number).Measure("cut_falls_by", cut)
            .Floor(ours.AtOne >= 85, "the right recipe is at the top of less than 85 % of the answers")
            .Floor(ours.AtTen >= 94, "the right recipe is among the first ten of less than 94 %")
            .Floor(ours.Reciprocal >= 0.88, "MRR@20 is below 0.88")
            .Floor(ours.Empty == 0, "an answer was empty")
            .Floor(Math.Max(Math.Max(typo, accent), Math.Max(spelling, number)) <= 3, "a slip costs more than 3 points")
            .Floor(cut <= 6, "what is not typed to its end costs more than 6 points");

        async Task<Judgement> JudgeAsync(Func<string, string?> slip, Func<string, Task<List<Guid>>>? ask = null)
        {
            var judgement = new Judgement();
            foreach (var entry in book.Index)
                if (slip(entry.Query) is { } query) judgement.Note([.. (await (ask ?? SearchAsync)(query)).Select(id => numbers[id])], entry.Numbers);
            return judgement;
        }

        // Against the same questions without the slip, and only those to which it applies.
        async Task<double> FallAsync(Func<string, string?> slip)
        {
            var slipped = book.Index.Select(e => (e.Query, Slipped: slip(e.Query), e.Numbers)).Where(e => e.Slipped is not null).ToList();
            var (plain, with) = (new Judgement(), new Judgement());
            foreach (var entry in slipped)
            {
                plain.Note([.. (await SearchAsync(entry.Query)).Select(id => numbers[id])], entry.Numbers);
                var answers = await SearchAsync(entry.Slipped!);
                with.Note([.. answers.Select(id => numbers[id])], entry.Numbers);
            }
            return plain.AtTen - with.AtTen;
        }

        Task<List<Guid>> SearchAsync(string query) => node.CallAsync(async (RecipeSearch search) => (await search.FindAsync(new(query), cancel)).Hits.Select(h => h.Id).ToList());

        async Task<List<Guid>> AskAsync(string sql, string query)
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.Add(new() { Value = query });
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var ids = new List<Guid>();
            while (await rows.ReadAsync(cancel)) ids.Add(rows.GetGuid(0));
            return ids;
        }
    }

    private static Report Judge(this Report report, string who, Judgement judgement) => report
        .Measure($"{who}p_at_1", judgement.AtOne).Measure($"{who}hit_at_10", judgement.AtTen).Measure($"{who}mrr_at_20", judgement.Reciprocal).Measure($"{who}empty", judgement.Empty);
}
