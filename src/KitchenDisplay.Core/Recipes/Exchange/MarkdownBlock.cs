using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What a stretch of Markdown is.</summary>
internal enum MarkdownKind
{
    Blank,
    Heading,
    Item,
    Paragraph,
}

/// <summary>A heading, an entry of a list without those below it, a paragraph, or empty lines at the beginning.</summary>
/// <param name="Level">Of a heading 1 to 6, of an entry the blanks before it.</param>
/// <param name="Marker">Of an entry: -, * or its number.</param>
/// <param name="Text">Without marker; its lines are joined by line breaks.</param>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Raw">As it stands there, with the empty lines behind it.</param>
internal sealed record MarkdownBlock(MarkdownKind Kind, int Level, string Marker, string Text, int Line, string Raw)
{
    /// <summary>True for an empty line behind it.</summary>
    public bool IsClosed => Raw.AsSpan(Raw.AsSpan().TrimEnd().Length).Count('\n') > 1;
}

/// <summary>Divides Markdown into blocks, whose raw texts together are the whole again.</summary>
internal static partial class MarkdownBlocks
{
    private const int TabStop = 4;

    public static List<MarkdownBlock> Of(string text, int firstLine)
    {
        var blocks = new List<MarkdownBlock>();
        var (number, isFenced) = (firstLine, false);
        foreach (var raw in Lines(text))
        {
            var line = raw.TrimEnd();
            var last = blocks.Count > 0 ? blocks[^1] : null;
            if (isFenced || (line.Length == 0 && last is not null)) blocks[^1] = last! with { Raw = last.Raw + raw, Text = isFenced ? $"{last.Text}\n{line}" : last.Text };
            else if (Continues(last, raw)) blocks[^1] = last! with { Raw = last.Raw + raw, Text = $"{last.Text}{(last.IsClosed ? "\n\n" : "\n")}{line.Trim()}" };
            else blocks.Add(New(line, raw, number));
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isFenced = !isFenced;
            number++;
        }
        return blocks;
    }

    private static MarkdownBlock New(string line, string raw, int number)
    {
        if (line.Length == 0) return new(MarkdownKind.Blank, 0, "", "", number, raw);
        if (Heading().Match(line) is { Success: true } heading) return new(MarkdownKind.Heading, heading.Groups["level"].Length, "", heading.Groups["text"].Value, number, raw);
        if (Item().Match(line) is { Success: true } item) return new(MarkdownKind.Item, Indent(item.Groups["indent"].Value), item.Groups["marker"].Value, item.Groups["text"].Value, number, raw);
        return new(MarkdownKind.Paragraph, 0, "", line.Trim(), number, raw);
    }

    // A line goes on with an entry or a paragraph until an empty one, and with an entry behind it too where it is indented.
    private static bool Continues(MarkdownBlock? last, string line) =>
        last is { Kind: MarkdownKind.Item or MarkdownKind.Paragraph } && !Heading().IsMatch(line) && !Item().IsMatch(line)
        && (!last.IsClosed || (last.Kind == MarkdownKind.Item && Indent(line) > last.Level + 1));

    private static int Indent(string line) => line.TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? TabStop : 1);

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    [GeneratedRegex(@"^ {0,3}(?<level>#{1,6})[ \t]+(?<text>\S.*?)[ \t]*#*\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<marker>[-*+•]|[0-9]{1,3}[.)])[ \t]+(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Item();
}
