using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads the unit behind a number, glued to it or not, also with an adjective before it: two heaped tablespoons.</summary>
internal static partial class UnitReader
{
    /// <summary>The unit that begins at a place, which moves behind it; null, and nothing moves, where none does.</summary>
    public static (string? Unit, string? Adjective) Read(string text, ref int at)
    {
        var adjective = Adjective().Match(text, at);
        foreach (var skip in adjective.Success ? new[] { 0, adjective.Length } : [0])
        {
            var found = Words().Match(text, at + skip);
            for (var count = Math.Min(found.Groups["word"].Captures.Count, KitchenWords.MostWords); count > 0; count--)
            {
                var words = found.Groups["word"].Captures;
                var (from, to) = (words[0].Index, words[count - 1].Index + words[count - 1].Length);
                if (KitchenWords.Find(text[from..to]) is not { } unit) continue;
                at = to;
                return (unit, skip > 0 ? adjective.Groups["adjective"].Value : null);
            }
        }
        return (null, null);
    }

    /// <summary>True where a word follows, which then may be what is measured.</summary>
    public static bool IsItem(string text, int at) => Item().IsMatch(text, at);

    [GeneratedRegex(@"\G[\s-]*(?<word>[\p{L}]+(?:-[\p{L}]+)?\.?)(?:[\s.]*(?<word>[\p{L}]+\.?)){0,2}")]
    private static partial Regex Words();

    [GeneratedRegex(@"\G\s*(?<adjective>(?:very\s+)?(?:small|medium|large|big|good|generous|heaped|heaping|level|rounded|scant|kleine?r?|große?r?))(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Adjective();

    [GeneratedRegex(@"\G\s+\p{L}")]
    private static partial Regex Item();
}
