namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>A piece of a filter between blanks.</summary>
/// <param name="Operator">Where the sign of a condition stands in it; -1 for a word.</param>
internal sealed record FilterPiece(string Text, int Operator)
{
    /// <summary>A word without its quotes.</summary>
    internal string Plain => FilterPieces.Unquoted(Text);
}

/// <summary>Takes a filter's text apart. What stands between quotes is never cut; a quote that nobody closes ends with the text.</summary>
internal static class FilterPieces
{
    private const string Signs = ":~<>";

    internal static IEnumerable<FilterPiece> Of(string text)
    {
        foreach (var piece in Split(text, ' ').Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var at = Outside(piece).FirstOrDefault(i => Signs.Contains(piece[i], StringComparison.Ordinal), -1);
            // A sign at the beginning belongs to a word: “:-)”, “<3”.
            yield return new(piece, at <= 0 || piece is ['-', _, ..] && at == 1 ? -1 : at);
        }
    }

    /// <summary>Cuts a text at a sign that stands outside of quotes; a blank stands for every white space.</summary>
    internal static IReadOnlyList<string> Split(string text, char sign)
    {
        var (parts, from) = (new List<string>(), 0);
        foreach (var i in Outside(text).Where(i => text[i] == sign || (sign == ' ' && char.IsWhiteSpace(text[i]))))
        {
            parts.Add(text[from..i]);
            from = i + 1;
        }
        return [.. parts, text[from..]];
    }

    internal static string Unquoted(string text) => text.Trim().Trim('"').Trim();

    private static IEnumerable<int> Outside(string text)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isQuoted = !isQuoted;
            else if (!isQuoted) yield return i;
        }
    }
}
