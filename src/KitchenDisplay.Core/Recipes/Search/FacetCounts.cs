namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Counts what candidates have.</summary>
internal static class FacetCounts
{
    private const int Shown = 12;

    private static readonly int[] minutes = [15, 30, 60, 120];

    internal static Facets Of(IReadOnlyList<Candidate> all) => new(all.Count, Count(all.SelectMany(c => c.Tags)), Count(all.Select(c => c.Cuisine)), Count(all.Select(c => c.Course)), Count(all.SelectMany(c => c.FreeOf)),
        minutes.Select(most => KeyValuePair.Create($"{most}", all.Count(c => c.Minutes <= most))).Where(m => m.Value > 0).ToDictionary());

    private static Dictionary<string, int> Count(IEnumerable<string?> words) =>
        words.OfType<string>().CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Shown).ToDictionary();
}
