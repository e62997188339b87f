using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Gathers at most a thousand recipes, best first: those with a word in their title, then those with all words anywhere, then, when these are few, those with a telling one.</summary>
/// <remarks>
/// Each question is one of its own, with its limit as a number: so PostgreSQL plans it for these very words, and reads no list of hits to its end when a thousand are enough.
/// </remarks>
internal sealed class Candidates(NpgsqlConnection connection, SearchPlan plan, SearchWish wish)
{
    /// <summary>Fewer than this with all words, and those with some are shown below them.</summary>
    private const int Enough = 20;

    /// <summary>So many with some of the words.</summary>
    private const int Partial = 800;

    private const double InText = 0.6;

    private readonly double total = plan.Clauses.Sum(c => c.Weight);

    internal async Task<List<Candidate>> FindAsync(CancellationToken cancel)
    {
        if (plan.IsEmpty) return await AskAsync(cancel, new Question(SearchSql.Filtered(plan, wish), Facets.Most, IsFull: true));
        var found = plan.IsRare
            ? await AskAsync(cancel, new Question(SearchSql.Titled(plan, wish), Facets.Most, IsFull: true), new Question(SearchSql.Texted(plan, wish), Facets.Most, IsFull: true))
            : await ManyAsync(cancel);
        if (found.Count < Enough && plan.Clauses.Count > 1) found.AddRange(await AskAsync(cancel, new Question(SearchSql.Partly(plan, wish), Partial, IsFull: false)));
        return found.Count > Facets.Most ? found[..Facets.Most] : found;
    }

    // When there are more than a thousand in a part of all recipes, that part is enough: which of them are looked at is chance either way.
    private async Task<List<Candidate>> ManyAsync(CancellationToken cancel)
    {
        var called = new Question(SearchSql.Called(plan, wish), wish.PageSize, IsFull: true);
        var found = await SomeAsync(plan.LikelyTitled, Facets.Most, parts => [called, new Question(SearchSql.Titled(plan, wish, parts), Facets.Most, IsFull: true)], cancel);
        if (Facets.Most - found.Count is > 0 and var more) found.AddRange(await SomeAsync(plan.Likely, more, parts => [new Question(SearchSql.Texted(plan, wish, parts), more, IsFull: true)], cancel));
        return [.. found.DistinctBy(c => c.Id)];
    }

    private async Task<List<Candidate>> SomeAsync(double likely, int wanted, Func<int, Question[]> ask, CancellationToken cancel)
    {
        var parts = SearchTables.Slices.FirstOrDefault(p => likely / p > wanted, 1);
        var found = await AskAsync(cancel, ask(parts));
        return parts == 1 || found.Count >= wanted ? found : await AskAsync(cancel, ask(1));
    }

    /// <summary>Titles that look like what was typed.</summary>
    internal Task<List<Candidate>> SimilarAsync(CancellationToken cancel) => AskAsync(cancel, new Question(SearchSql.Similar(plan, wish), wish.PageSize, IsFull: false));

    /// <summary>Nothing was typed: the next ones by title. Facets count some thousand, and there may be far more.</summary>
    internal Task<List<Candidate>> ByTitleAsync(CancellationToken cancel) => AskAsync(cancel, new Question(SearchSql.ByTitle(plan, wish), wish.PageSize, IsFull: true));

    // In one round trip.
    private async Task<List<Candidate>> AskAsync(CancellationToken cancel, params IReadOnlyList<Question> questions)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var question in questions)
        {
            var command = new NpgsqlBatchCommand(question.Sql);
            command.Parameters.For(plan, wish).AddWithValue("limit", question.Limit);
            batch.BatchCommands.Add(command);
        }
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<Candidate>();
        foreach (var (_, _, isFull) in questions)
        {
            while (await rows.ReadAsync(cancel))
                found.Add(new(rows.GetGuid(0), isFull, Score(rows, isFull), rows.GetInt32(2), rows.GetString(1)));
            await rows.NextResultAsync(cancel);
        }
        return found;
    }

    // A word in the title counts whole, elsewhere less. What has all words has those elsewhere that are not in its title.
    private double Score(NpgsqlDataReader rows, bool isFull)
    {
        if (rows.FieldCount == SearchSql.SeenFields) return isFull ? 0 : 1;
        var (titled, texted) = (rows.GetInt32(SearchSql.SeenFields), isFull ? -1 : rows.GetInt32(SearchSql.SeenFields + 1));
        var score = 0d;
        for (var i = 0; i < plan.Clauses.Count; i++) score += plan.Clauses[i].Weight * ((titled >> i & 1) == 1 ? 1 : (texted >> i & 1) == 1 ? InText : 0);
        return score / total;
    }

    private sealed record Question(string Sql, int Limit, bool IsFull);
}
