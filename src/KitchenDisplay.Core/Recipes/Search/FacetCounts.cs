namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Counts what candidates have.</summary>
internal static class FacetCounts
{
    private const int Shown = 12;

    private static readonly int[] minutes = [15, 30, 60, 120];

    internal static Facets Of(IReadOnlyList<Candidate> all, int cookable) => new(all.Count, Count(all.CountBy(c => c.Tags), Candidate.Each), Count(all.CountBy(c => c.Cuisine ?? ""), One), Count(all.CountBy(c => c.Course ?? ""), One), Count(all.CountBy(c => c.FreeOf), Candidate.Each),
        minutes.Select(most => KeyValuePair.Create($"{most}", all.Count(c => c.Minutes <= most))).Where(m => m.Value > 0).ToDictionary(), cookable);

    // Most have the same few combinations, so each of these is taken apart once.
    private static Dictionary<string, int> Count<T>(IEnumerable<KeyValuePair<T, int>> counted, Func<T, string[]> words) =>
        counted.SelectMany(c => words(c.Key).Select(word => (word, c.Value))).AggregateBy(w => w.word, 0, (sum, w) => sum + w.Value).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Shown).ToDictionary();

    private static string[] One(string word) => word.Length == 0 ? [] : [word];
}
