namespace KitchenDisplay.Core.Recipes.Versions;

/// <summary>What became of a line from one text to the other.</summary>
public enum Became
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of one of two texts, or of both.</summary>
public sealed record ComparedLine(Became Became, string Text);

/// <summary>Compares two lists of lines: as many as possible stay the same, in their order.</summary>
public static class LineComparison
{
    // What would take seconds to compare is shown as wholly new; no recipe comes near.
    private const int MostCells = 4_000_000;

    /// <summary>The lines of both: without the added ones they are those before, without the removed ones those after.</summary>
    public static IReadOnlyList<ComparedLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var compared = new List<ComparedLine>();
        var (from, to) = (0, 0);
        foreach (var (b, a) in Pairs(before, after).Append((before.Count, after.Count)))
        {
            while (from < b) compared.Add(new(Became.Removed, before[from++]));
            while (to < a) compared.Add(new(Became.Added, after[to++]));
            if (b < before.Count) compared.Add(new(Became.Same, before[b]));
            (from, to) = (b + 1, a + 1);
        }
        return compared;
    }

    /// <summary>Which lines of the one are which of the other, in order.</summary>
    internal static IReadOnlyList<(int Before, int After)> Pairs(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var (endBefore, endAfter) = (before.Count, after.Count);
        while (endBefore > start && endAfter > start && before[endBefore - 1] == after[endAfter - 1]) (endBefore, endAfter) = (endBefore - 1, endAfter - 1);
        return
        [
            .. Enumerable.Range(0, start).Select(i => (i, i)),
            .. Middle([.. before.Take(endBefore).Skip(start)], [.. after.Take(endAfter).Skip(start)]).Select(p => (p.Before + start, p.After + start)),
            .. Enumerable.Range(0, before.Count - endBefore).Select(i => (endBefore + i, endAfter + i)),
        ];
    }

    private static IEnumerable<(int Before, int After)> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length is 0 or > MostCells) yield break;
        // How many lines can stay the same from here to the ends.
        var common = new int[before.Length + 1, after.Length + 1];
        for (var b = before.Length - 1; b >= 0; b--)
            for (var a = after.Length - 1; a >= 0; a--)
                common[b, a] = before[b] == after[a] ? common[b + 1, a + 1] + 1 : Math.Max(common[b + 1, a], common[b, a + 1]);
        for (var (b, a) = (0, 0); b < before.Length && a < after.Length;)
            if (before[b] == after[a]) yield return (b++, a++);
            else if (common[b + 1, a] >= common[b, a + 1]) b++;
            else a++;
    }
}
