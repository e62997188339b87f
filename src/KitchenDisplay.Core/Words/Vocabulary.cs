namespace KitchenDisplay.Core.Words;

/// <summary>Words that stand somewhere, to mend typing errors by: the nearest word within one slip.</summary>
/// <remarks>Two words are within a slip of each other if the one, or it less one letter, is the other or that less one letter; so a look-up takes a few steps whatever the number of words (the way of Garbe's SymSpell).</remarks>
public sealed class Vocabulary
{
    /// <summary>Shorter words are a slip away from too many others; one in which a letter is missing has one letter less.</summary>
    private const int Shortest = 5;

    /// <summary>Of the words that begin with what is typed, the most common ones are enough.</summary>
    private const int Endings = 40;

    // Nothing longer is a word.
    internal const int Longest = 40;

    private readonly Dictionary<string, double> words;
    private readonly Dictionary<int, List<string>> shortened = [];
    private readonly string[] sorted;

    /// <param name="words">Each with how common it is.</param>
    public Vocabulary(IEnumerable<KeyValuePair<string, double>> words)
    {
        this.words = new(words);
        sorted = [.. this.words.Keys.Order(StringComparer.Ordinal)];
        foreach (var word in sorted.Where(w => w.Length >= Shortest))
            foreach (var shorter in Singulars(word).SelectMany(Shorten).Distinct())
                if (shortened.TryGetValue(shorter.GetHashCode(StringComparison.Ordinal), out var known)) known.Add(word);
                else shortened[shorter.GetHashCode(StringComparison.Ordinal)] = [word];
    }

    public int Count => words.Count;

    public bool Contains(string word) => words.ContainsKey(word);

    /// <summary>The likeliest word that was meant; null for a short one, for a number, and when there is none.</summary>
    public string? Nearest(string word) => Near(word).FirstOrDefault();

    /// <summary>Every word within a slip, its plural and its singular too; the likeliest first: the most common one.</summary>
    public IEnumerable<string> Near(string word)
    {
        if (word.Length is < Shortest - 1 or > Longest || word.Any(char.IsDigit)) return [];
        return Singulars(word).SelectMany(Shorten).SelectMany(s => shortened.GetValueOrDefault(s.GetHashCode(StringComparison.Ordinal)) ?? []).Distinct()
            .Where(known => Singulars(word).Any(one => Singulars(known).Any(other => Distance(one, other) <= 1)))
            // People seldom get the first letter wrong.
            .OrderByDescending(known => Distance(word, known) <= 1).ThenByDescending(known => known[0] == word[0]).ThenByDescending(known => words[known]).ThenBy(known => known, StringComparer.Ordinal);
    }

    /// <summary>Longer words that begin so, the most common first.</summary>
    public IReadOnlyList<string> Longer(string beginning)
    {
        var at = Array.BinarySearch(sorted, beginning, StringComparer.Ordinal);
        return [.. sorted.Skip(at < 0 ? ~at : at + 1).TakeWhile(w => w.StartsWith(beginning, StringComparison.Ordinal)).OrderByDescending(w => words[w]).ThenBy(w => w, StringComparer.Ordinal).Take(Endings)];
    }

    /// <summary>Words that have these letters somewhere, the most common first.</summary>
    public IReadOnlyList<string> With(string part, int most) => [.. sorted.Where(w => w.Contains(part, StringComparison.Ordinal)).OrderByDescending(w => words[w]).ThenBy(w => w, StringComparer.Ordinal).Take(most)];

    /// <summary>In which part of all texts a word stands, about; 0 for a rare one.</summary>
    public double Frequency(string word) => words.GetValueOrDefault(word);

    // The word, and what it may be the plural of.
    private static IEnumerable<string> Singulars(string word)
    {
        yield return word;
        if (word.Length <= Shortest) yield break;
        if (word[^1] is 's' or 'n') yield return word[..^1];
        if (word.Length == Shortest + 1) yield break;
        if (word.EndsWith("es", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal)) yield return word[..^2];
        if (word.EndsWith("ies", StringComparison.Ordinal)) yield return $"{word[..^3]}y";
    }

    // Of two letters alike it does not matter which one goes.
    private static IEnumerable<string> Shorten(string word) => Enumerable.Range(0, word.Length).Where(i => i == 0 || word[i] != word[i - 1]).Select(i => word.Remove(i, 1)).Prepend(word);

    /// <summary>How many letters have to be put in, left out, replaced, or swapped with the next.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }
}
