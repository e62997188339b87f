using System.Globalization;
using System.Text;
using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Which words of a text were looked for.</summary>
/// <param name="plan">What was looked for.</param>
/// <param name="forms">Of each stem, the words of the recipes that have it.</param>
internal sealed class Marks(SearchPlan plan, ILookup<string, string> forms)
{
    /// <summary>The words of the recipes that have one of these stems, in any of these languages.</summary>
    internal const string Forms = "select distinct substr(s.stem, strpos(s.stem, ':') + 1), w.word from recipe_words w, unnest(w.stems) s (stem) where w.stems && @stems and s.stem = any(@stems)";

    private readonly IReadOnlyList<Wanted> wanted = [.. plan.Clauses.Select(c => Wanted.Of(c, forms))];

    /// <summary>How many words were looked for.</summary>
    internal int Count => wanted.Count;

    /// <summary>What <see cref="Forms"/> asks for.</summary>
    internal static string[] Stems(SearchPlan plan) =>
        [.. plan.Clauses.SelectMany(c => SearchWords.LexemesOf(c.Query)).Distinct().SelectMany(lexeme => SearchTables.Languages.Keys.Append("simple").Select(l => $"{l}:{lexeme}"))];

    /// <summary>Whether it is a form of the n-th word that was looked for.</summary>
    internal bool Has(int n, ReadOnlySpan<char> word) => wanted[n].Has(word);

    /// <summary>The text with each of its words that were looked for between two signs that stand in no recipe.</summary>
    internal string Mark(string text)
    {
        var (marked, from) = (new StringBuilder(text.Length + 16), 0);
        foreach (var word in WordsOf(text))
        {
            var span = text.AsSpan()[word];
            var isOne = false;
            for (var n = 0; n < Count && !isOne; n++) isOne = Has(n, span);
            if (!isOne) continue;
            marked.Append(text.AsSpan(from, word.Start.Value - from)).Append('\u0002').Append(span).Append('\u0003');
            from = word.End.Value;
        }
        return from == 0 ? text : marked.Append(text.AsSpan(from)).ToString();
    }

    /// <summary>Where the words of a text are.</summary>
    internal static IEnumerable<Range> WordsOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)) i++;
            if (i > start) yield return start..i;
        }
    }

    // One that is still typed begins its words.
    private sealed record Wanted(HashSet<string> Words, IReadOnlyList<string> Beginnings)
    {
        internal static Wanted Of(SearchClause clause, ILookup<string, string> forms) =>
            new(SearchWords.LexemesOf(clause.Query).SelectMany(lexeme => forms[lexeme].Prepend(lexeme)).ToHashSet(StringComparer.OrdinalIgnoreCase), [.. SearchWords.BeginningsOf(clause.Query)]);

        internal bool Has(ReadOnlySpan<char> word)
        {
            var folded = Ascii.IsValid(word) ? word : Folding.Fold(word.ToString());
            if (Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded)) return true;
            foreach (var beginning in Beginnings)
                if (folded.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
    }
}
