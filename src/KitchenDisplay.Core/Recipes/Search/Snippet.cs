namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>The pieces of a text that have the words that were looked for: whole lines of ingredients, and what stands around a word of the method.</summary>
internal sealed class Snippet(Marks marks)
{
    private const int Before = 50, After = 90, Most = 3;

    internal string Of(string ingredients, string rest)
    {
        var (pieces, open) = (new List<string>(), Enumerable.Range(0, marks.Count).ToList());
        foreach (var (text, isList) in new[] { (ingredients, true), (rest, false) })
        {
            foreach (var word in Marks.WordsOf(text))
            {
                if (open.Count == 0 || pieces.Count == Most) break;
                if (!open.Exists(n => marks.Has(n, text.AsSpan()[word]))) continue;
                var piece = isList ? Line(text, word) : Around(text, word);
                pieces.Add(piece.Trim());
                open.RemoveAll(n => Marks.WordsOf(piece).Any(w => marks.Has(n, piece.AsSpan()[w])));
            }
        }
        if (pieces.Count == 0) pieces.Add(Around(ingredients.Length > 0 ? ingredients : rest, 0..0));
        return string.Join(" … ", pieces).ReplaceLineEndings(" · ");
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
