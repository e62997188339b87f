using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A recipe in Markdown: its front matter, and each block with the part of the recipe that it belongs to.</summary>
internal sealed partial class MarkdownDocument
{
    private const int LongestGroupName = 60;

    private MarkdownPart section = MarkdownPart.Summary;
    private int level;
    private bool hasPhoto;

    /// <exception cref="YamlDotNet.Core.YamlException">The front matter is no YAML.</exception>
    public MarkdownDocument(string text)
    {
        var head = Head().Match(text);
        Front = new(head.Groups["yaml"].Value);
        var all = MarkdownBlocks.Of(text[head.Length..], head.Value.Count(c => c == '\n') + 1);
        for (var i = 0; i < all.Count; i++) Blocks.Add((PartOf(all, i), all[i]));
    }

    /// <summary>How long the front matter of a text is, with its marks.</summary>
    public static int FrontLength(string text) => Head().Match(text).Length;

    public FrontMatter Front { get; }

    public List<(MarkdownPart Part, MarkdownBlock Block)> Blocks { get; } = [];

    public IEnumerable<MarkdownBlock> Of(MarkdownPart part) => Blocks.Where(b => b.Part == part).Select(b => b.Block);

    private MarkdownPart PartOf(List<MarkdownBlock> all, int index)
    {
        var block = all[index];
        if (block.Kind == MarkdownKind.Blank) return MarkdownPart.Other;
        if (block.Kind == MarkdownKind.Heading) return OfHeading(block);
        if (Picture().IsMatch(block.Text) && block.Kind == MarkdownKind.Paragraph && section != MarkdownPart.Notes)
        {
            if (section != MarkdownPart.Summary || hasPhoto) return MarkdownPart.Other;
            hasPhoto = true;
            return MarkdownPart.Photo;
        }
        var isItem = block.Kind == MarkdownKind.Item;
        return section switch
        {
            MarkdownPart.Summary => MarkdownFacts.PartOf(block.Text, isItem) ?? (isItem ? MarkdownPart.Notes : MarkdownPart.Summary),
            MarkdownPart.Equipment => isItem ? MarkdownPart.Equipment : MarkdownPart.Notes,
            MarkdownPart.Ingredients => isItem || IsGroupName(all, index) ? MarkdownPart.Ingredients : MarkdownPart.Notes,
            // What follows the last step of a list is said of the whole.
            MarkdownPart.Method => isItem || !IsBehindList(all, index) ? MarkdownPart.Method : MarkdownPart.Notes,
            _ => MarkdownPart.Notes,
        };
    }

    private MarkdownPart OfHeading(MarkdownBlock block)
    {
        if (block.Level == 1 && level == 0 && Front.Text("title") is null && MarkdownWords.PartOf(block.Text) is null) return MarkdownPart.Title;
        var isBelow = level > 0 && block.Level > level && section is MarkdownPart.Ingredients or MarkdownPart.Method;
        if (isBelow && MarkdownWords.Exactly(block.Text) is null) return section;
        (section, level) = (MarkdownWords.PartOf(block.Text) ?? MarkdownPart.Notes, isBelow ? level : block.Level);
        return section;
    }

    /// <summary>A short line before a list, such as "For the sauce:".</summary>
    public static bool IsGroupName(List<MarkdownBlock> all, int index) =>
        all[index] is { Kind: MarkdownKind.Paragraph, Text.Length: <= LongestGroupName } block && !block.Text.Contains('\n', StringComparison.Ordinal) && !block.Text.TrimEnd().EndsWith('.')
        && index + 1 < all.Count && all[index + 1].Kind == MarkdownKind.Item;

    private static bool IsBehindList(List<MarkdownBlock> all, int index)
    {
        var (first, next) = (index - 1, index + 1);
        while (first >= 0 && all[first].Kind == MarkdownKind.Paragraph) first--;
        while (next < all.Count && all[next].Kind == MarkdownKind.Paragraph) next++;
        return first >= 0 && all[first].Kind == MarkdownKind.Item && (next == all.Count || all[next].Kind != MarkdownKind.Item);
    }

    [GeneratedRegex(@"^---[ \t]*\n(?<yaml>(?:(?!---[ \t]*(?:\n|$)).*\n)*)---[ \t]*(?:\n|$)")]
    private static partial Regex Head();

    /// <summary>A picture and nothing else.</summary>
    [GeneratedRegex(@"^!\[(?<alt>[^\]]*)\]\(\s*(?<source>[^\s()]+)(?:\s+""[^""]*"")?\s*\)\s*$")]
    public static partial Regex Picture();
}
