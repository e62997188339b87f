using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Words that are looked for together.</summary>
/// <param name="Words">As <see cref="Folding"/> writes them.</param>
/// <param name="IsLiteral">Quoted: these words and no others, in this order.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsLiteral)
{
    public string Text => string.Join(' ', Words);
}

/// <summary>What somebody typed into the search: terms that must be found, where each may be one of several, and terms that must not be.</summary>
/// <param name="All">Of each, one alternative must be found.</param>
/// <param name="None">None of these may be found.</param>
/// <param name="IsOpen">Whether the last thing that was typed is a word that must be found and may go on.</param>
public sealed record SearchText(IReadOnlyList<IReadOnlyList<SearchTerm>> All, IReadOnlyList<SearchTerm> None, bool IsOpen)
{
    /// <summary>More is refused: nobody types it, and to cut it off could lose what must not be found.</summary>
    public const int MaxLength = 10_000;

    private const int MaxTerms = 16;

    /// <summary>Reads any text: blanks, <c>"exact words"</c>, <c>-without</c>, <c>this OR that</c>. What makes no sense is taken as words.</summary>
    /// <exception cref="Refusal">It is too long.</exception>
    public static SearchText Read(string? typed)
    {
        var text = typed ?? "";
        if (text.Length > MaxLength) throw new Refusal("That is too long for a search: type at most {0} characters.", MaxLength);
        var (all, none, either, isOpen) = (new List<IReadOnlyList<SearchTerm>>(), new List<SearchTerm>(), false, false);
        foreach (var (piece, isQuoted, isMinus) in Pieces(text))
        {
            if (!isQuoted && !isMinus && piece is "OR" or "|") (either, isOpen) = (all.Count > 0, false);
            else if (isMinus) (none, either, isOpen) = ([.. none, .. Terms(piece, isQuoted)], false, false);
            else
            {
                foreach (var term in Terms(piece, isQuoted))
                {
                    if (either) all[^1] = [.. all[^1], term];
                    else all.Add([term]);
                    (either, isOpen) = (false, !isQuoted);
                }
            }
        }
        // Everything that must not be found stays, however much it is.
        return new([.. all.Take(MaxTerms)], [.. none.DistinctBy(t => (t.Text, t.IsLiteral))], isOpen && all.Count <= MaxTerms && !text.EndsWith(' '));
    }

    private static IEnumerable<SearchTerm> Terms(string piece, bool isQuoted)
    {
        var words = Folding.Words(piece).ToList();
        if (words.Count == 0) return [];
        return isQuoted ? [new(words, true)] : words.Select(w => new SearchTerm([w], false));
    }

    private static IEnumerable<(string Piece, bool IsQuoted, bool IsMinus)> Pieces(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var isMinus = text[i] is '-' or '−' or '–' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && (i == 0 || char.IsWhiteSpace(text[i - 1]));
            var start = isMinus ? i + 1 : i;
            var isQuoted = text[start] is '"' or '“' or '”' or '„' or '«' or '»';
            var end = isQuoted ? text.IndexOfAny(['"', '“', '”', '«', '»'], start + 1) : start;
            // A quote that nobody closes is no quote.
            if (isQuoted && end < 0) (isQuoted, end, start) = (false, start + 1, start + 1);
            if (!isQuoted) while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            yield return (isQuoted ? text[(start + 1)..end] : text[start..end], isQuoted, isMinus);
            i = isQuoted ? end + 1 : Math.Max(end, i + 1);
        }
    }
}
