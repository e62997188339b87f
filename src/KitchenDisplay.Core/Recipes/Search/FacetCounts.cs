namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Counts what candidates have.</summary>
internal static class FacetCounts
{
    private const int Shown = 12;

    private static readonly int[] minutes = [15, 30, 60, 120];

    internal static Facets Of(IReadOnlyList<Candidate> candidates, int cookable)
    {
        var all = candidates.Select(c => Seen.Of(c.Facets)).ToList();
        return new(all.Count, Count(all.SelectMany(s => s.Tags)), Count(all.Select(s => s.Cuisine)), Count(all.Select(s => s.Course)), Count(all.SelectMany(s => s.FreeOf)),
            minutes.Select(most => KeyValuePair.Create($"{most}", all.Count(s => s.Minutes <= most))).Where(m => m.Value > 0).ToDictionary(), cookable);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> words) =>
        words.Where(w => w.Length > 0).CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Shown).ToDictionary();
}
