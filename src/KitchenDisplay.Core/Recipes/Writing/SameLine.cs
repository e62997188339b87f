using KitchenDisplay.Core.Recipes.Versions;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>Knows lines again after somebody has typed: moved, or changed where they stand.</summary>
public static class SameLine
{
    /// <summary>For each line after, which line before it is; null for a new one.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var was = new int?[after.Count];
        var free = Enumerable.Range(0, before.Count).ToHashSet();
        void Take(int b, int a) => (was[a], _) = (b, free.Remove(b));
        foreach (var (b, a) in LineComparison.Pairs(before, after)) Take(b, a);
        for (var a = 0; a < after.Count; a++)
            if (was[a] is null && free.Where(b => before[b] == after[a]).Order().Cast<int?>().FirstOrDefault() is { } moved) Take(moved, a);
        for (var a = 0; a < after.Count; a++)
            if (was[a] is null && free.Where(b => IsAlike(before[b], after[a])).OrderByDescending(b => IsBetween(b, a)).ThenByDescending(b => Common(before[b], after[a])).ThenBy(b => b).Cast<int?>().FirstOrDefault() is { } changed) Take(changed, a);
        return was;

        // Between those that stand above and below it and are known.
        bool IsBetween(int b, int a) => b > (was.Take(a).LastOrDefault(w => w is not null) ?? -1) && b < (was.Skip(a + 1).FirstOrDefault(w => w is not null) ?? before.Count);
    }

    // Letter by letter a line keeps more than half of itself; what is pasted over it does not.
    private static bool IsAlike(string one, string other) => Common(one, other) * 2 >= Math.Max(one.Length, other.Length);

    private static int Common(string one, string other)
    {
        var most = Math.Min(one.Length, other.Length);
        var start = 0;
        while (start < most && one[start] == other[start]) start++;
        var end = 0;
        while (end < most - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        return start + end;
    }
}
