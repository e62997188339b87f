namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>The pieces of a text that have the words that were looked for: whole lines of ingredients, and what stands around a word of the method.</summary>
internal sealed class Snippet(SearchPlan plan)
{
    private const int Before = 50, After = 90, Most = 3;

    private readonly IReadOnlyList<string[]> beginnings = [.. plan.Clauses.Select(c => SearchWords.LexemesOf(c.Query).Select(Beginning).Distinct().ToArray())];

    internal string Of(string ingredients, string rest)
    {
        var (pieces, open) = (new List<string>(), beginnings.ToList());
        foreach (var (text, isList) in new[] { (ingredients, true), (rest, false) })
        {
            foreach (var word in WordsOf(text))
            {
                if (open.Count == 0 || pieces.Count == Most) break;
                if (!open.Exists(o => Begins(text.AsSpan()[word], o))) continue;
                var piece = isList ? Line(text, word) : Around(text, word);
                pieces.Add(piece.Trim());
                open.RemoveAll(o => WordsOf(piece).Any(w => Begins(piece.AsSpan()[w], o)));
            }
        }
        if (pieces.Count == 0) pieces.Add(Around(ingredients.Length > 0 ? ingredients : rest, 0..0));
        return string.Join(" … ", pieces).ReplaceLineEndings(" · ");
    }

    private static bool Begins(ReadOnlySpan<char> word, string[] beginnings)
    {
        var isPlain = System.Text.Ascii.IsValid(word);
        var folded = isPlain ? word : Folding.Fold(word.ToString());
        foreach (var beginning in beginnings)
            if (folded.StartsWith(beginning, isPlain ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) return true;
        return false;
    }

    // A stem is mostly how its words begin, but for its last letter: berri, berries.
    private static string Beginning(string lexeme) => lexeme.Length > 4 ? lexeme[..^1] : lexeme.Length == 4 && lexeme[^1] == 'i' ? lexeme[..^1] : lexeme;

    private static IEnumerable<Range> WordsOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)) i++;
            if (i > start) yield return start..i;
        }
    }

    private static string Line(string text, Range word)
    {
        var start = word.Start.Value == 0 ? 0 : text.LastIndexOf('\n', word.Start.Value - 1) + 1;
        var end = text.IndexOf('\n', word.End.Value);
        return end < 0 ? text[start..] : text[start..end];
    }

    // Whole words.
    private static string Around(string text, Range word)
    {
        var start = word.Start.Value <= Before ? 0 : text.IndexOf(' ', word.Start.Value - Before, Before) is >= 0 and var blank ? blank + 1 : word.Start.Value;
        var end = word.End.Value + After >= text.Length ? text.Length : text.LastIndexOf(' ', word.End.Value + After - 1, After) is >= 0 and var last ? last : word.End.Value;
        return text[start..end];
    }
}
