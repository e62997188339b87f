using System.Net;
using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What a text says, without the marks of Markdown and HTML.</summary>
internal static partial class PlainText
{
    // An entity that was encoded twice is common where a page was made from another page.
    private const int Decodings = 2;

    /// <summary>One line without emphasis, links, a bullet and needless blanks.</summary>
    public static string OfMarkdown(string text)
    {
        var plain = Bullet().Replace(text, "");
        plain = Link().Replace(plain, "${text}");
        for (var before = ""; before != plain;) (before, plain) = (plain, Emphasis().Replace(plain, "${text}"));
        plain = Escape().Replace(plain, "${sign}");
        return Blanks().Replace(Tag().Replace(Decode(plain), " "), " ").Trim();
    }

    /// <summary>Text without tags and entities; a paragraph, a list entry and a break become lines of their own, and an empty line stays one.</summary>
    public static string OfHtml(string text)
    {
        var plain = Decode(text);
        plain = Tag().Replace(NewLine().Replace(plain, "\n"), "");
        var lines = plain.ReplaceLineEndings("\n").Split('\n').Select(line => Blanks().Replace(line, " ").Trim());
        return Gap().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    private static string Decode(string text)
    {
        for (var i = 0; i < Decodings && text.Contains('&', StringComparison.Ordinal); i++) text = WebUtility.HtmlDecode(text);
        return text;
    }

    [GeneratedRegex(@"^\s*[-–•*·▢☐□+]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\w)(?<mark>\*{1,3}|_{1,3}|~~|`)(?=[^\s*_])(?<text>[^*_`]*[^\s*_`])\k<mark>(?!\w)")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+\-.!|~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<\s*(?:br|/?p|/?div|/?li|/?ol|/?ul|/?h[1-6]|/?tr)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex NewLine();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
