using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Finds recipes.</summary>
public sealed class RecipeSearch(SearchSource source, RecipeCorpus corpus, CookNow stock)
{
    /// <summary>So many are compared word by word: far more than anybody reads.</summary>
    private const int Compared = 100;

    private const double Alike = 0.2;

    /// <summary>The first page, or the one after a hit.</summary>
    /// <exception cref="Commands.Refusal">More was typed than is read.</exception>
    public async Task<SearchResult> FindAsync(SearchWish wish, CancellationToken cancel = default)
    {
        var text = SearchText.Read(wish.Text);
        var known = await corpus.ReadAsync(cancel);
        var now = await stock.ReadAsync(cancel);
        if (wish.Covers is { } covers) wish = wish with { Among = [.. now.Values.Where(c => c.Portions >= covers).Select(c => c.RecipeId)] };
        await using var connection = await source.OpenAsync(cancel);
        var plan = await SearchPlan.MakeAsync(connection, known, text, wish.IsExact, cancel);
        // Something was typed, and nothing of it is a word.
        if (plan.IsEmpty && text.All.Count > 0) return SearchResult.Nothing(plan);
        var gather = new Candidates(connection, plan, wish);
        var candidates = await gather.FindAsync(cancel);
        if (candidates.Count == 0 && !plan.IsEmpty && plan.Clauses.All(c => c.Pattern is null)) candidates = await gather.SimilarAsync(cancel);
        var page = !plan.IsEmpty ? await RankAsync(connection, plan, wish, candidates, cancel) : wish.Covers is null ? await gather.ByTitleAsync(cancel) : ByDay(candidates, now, wish);
        var hits = await new HitReader(connection, plan).ReadAsync(page, cancel);
        return new SearchResult([.. hits.Select(h => h with { Now = now.GetValueOrDefault(h.Id) })], FacetCounts.Of(candidates, candidates.Count(c => now.GetValueOrDefault(c.Id)?.Portions >= (wish.Covers ?? 1))), plan.Corrections, plan.Excluded);
    }

    // What goes off first is cooked first.
    private static IReadOnlyList<Candidate> ByDay(List<Candidate> candidates, IReadOnlyDictionary<Guid, Cookable> now, SearchWish wish)
    {
        var sorted = candidates.Where(c => now.ContainsKey(c.Id)).OrderBy(c => now[c.Id].Day ?? DateOnly.MaxValue).ThenBy(c => c.Id).ToList();
        return [.. sorted.Skip(wish.After is { } after ? sorted.FindIndex(c => c.Id == after.Id) + 1 : 0).Take(wish.PageSize)];
    }

    private static async Task<IReadOnlyList<Candidate>> RankAsync(NpgsqlConnection connection, SearchPlan plan, SearchWish wish, List<Candidate> candidates, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(SearchSql.Compare, connection);
        command.Parameters.For(plan, wish).AddWithValue("ids", candidates.OrderByDescending(c => c.IsFull).ThenByDescending(c => c.Score).ThenBy(c => c.Size).ThenBy(c => c.Id).Take(Compared).Select(c => c.Id).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var (likeness, more) = (new Likeness(plan.Typed), new Dictionary<Guid, double>());
        while (await rows.ReadAsync(cancel)) more[rows.GetGuid(0)] = (Alike * likeness.Of(rows.GetString(1))) + rows.GetDouble(2);
        var ranked = candidates.Select(c => c with { Score = Math.Round(c.Score + more.GetValueOrDefault(c.Id), 6) }).OrderByDescending(c => c.IsFull).ThenByDescending(c => c.Score).ThenBy(c => c.Id);
        return [.. (wish.After is { } after ? ranked.Where(c => IsAfter(c, after)) : ranked).Take(wish.PageSize)];
    }

    private static bool IsAfter(Candidate one, RecipeHit last) =>
        one.IsFull == !last.IsPartial ? one.Score < last.Score || (one.Score == last.Score && one.Id.CompareTo(last.Id) > 0) : last.IsPartial is false;
}
