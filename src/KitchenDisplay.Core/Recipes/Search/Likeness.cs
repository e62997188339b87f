using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>How much titles look like what was typed: the part of their trigrams that both have, from 0 to 1, as pg_trgm counts it.</summary>
/// <remarks>pg_trgm itself takes twenty times as long for it, which for the candidates of one search was more than to rank their texts.</remarks>
internal sealed class Likeness(string typed)
{
    private readonly HashSet<long> wanted = Trigrams(typed);

    internal double Of(string title)
    {
        var found = Trigrams(title);
        var both = found.Count(wanted.Contains);
        return both == 0 ? 0 : (double)both / (found.Count + wanted.Count - both);
    }

    // Of each word, with two blanks before it and one behind.
    private static HashSet<long> Trigrams(string text)
    {
        var trigrams = new HashSet<long>();
        foreach (var word in Folding.Words(text))
        {
            var padded = $"  {word} ";
            for (var i = 0; i + 2 < padded.Length; i++) trigrams.Add(((long)padded[i] << 32) | ((long)padded[i + 1] << 16) | padded[i + 2]);
        }
        return trigrams;
    }
}
