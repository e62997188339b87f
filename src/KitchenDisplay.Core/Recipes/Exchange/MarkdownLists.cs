namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The two lists of a recipe in Markdown, out of its blocks.</summary>
internal static class MarkdownLists
{
    /// <summary>Groups begin at headings, at short lines before a list, and at entries that have all the further ones below them.</summary>
    public static IReadOnlyList<(string? Name, List<MarkdownBlock> Items)> Ingredients(List<MarkdownBlock> blocks)
    {
        var groups = new List<(string? Name, List<MarkdownBlock> Items)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind != MarkdownKind.Item) groups.Add((Name(block), []));
            else if (IsGroup(blocks, i)) groups.Add((Plain(block.Text), []));
            else
            {
                if (groups.Count == 0) groups.Add((null, []));
                groups[^1].Items.Add(block);
            }
        }
        return [.. groups.Where(g => g.Items.Count > 0)];
    }

    /// <summary>The steps, each with the entries below it, under headings and short lines before a list; a paragraph is a step too.</summary>
    public static IReadOnlyList<MethodSection> Method(List<MarkdownBlock> blocks)
    {
        var sections = new List<(string? Name, List<string> Steps)>();
        var (outer, inner) = (0, 0);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == MarkdownKind.Heading || MarkdownDocument.IsGroupName(blocks, i))
            {
                sections.Add((Name(block), []));
                continue;
            }
            if (sections.Count == 0) sections.Add((null, []));
            var steps = sections[^1].Steps;
            if (steps.Count == 0 || block.Kind != MarkdownKind.Item || block.Level <= outer)
            {
                (outer, inner) = (block.Level + 1, int.MaxValue);
                steps.Add(Joined(block));
            }
            else
            {
                inner = Math.Min(inner, block.Level);
                steps[^1] += $"\n{new string(' ', block.Level - inner)}{block.Marker} {Joined(block)}";
            }
        }
        return [.. sections.Where(s => s.Steps.Count > 0).Select(s => new MethodSection(s.Name, [.. s.Steps.Select(StepReader.Read)]))];
    }

    /// <summary>The text of a block on one line, as Markdown reads it; its own paragraphs stay apart.</summary>
    public static string Joined(MarkdownBlock block) => string.Join("\n\n", block.Text.Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ')));

    // Only where every further entry of the list is such a one too: else what comes after would seem to belong to it.
    private static bool IsGroup(List<MarkdownBlock> blocks, int index)
    {
        var outer = blocks[index].Level;
        if (index > 0 && blocks[index - 1] is { Kind: MarkdownKind.Item } before && before.Level < outer) return false;
        for (var i = index; i < blocks.Count && blocks[i].Kind == MarkdownKind.Item; i++)
            if (blocks[i].Level <= outer && !(blocks[i].Level == outer && IsAbove(blocks, i))) return false;
        return true;
    }

    private static bool IsAbove(List<MarkdownBlock> blocks, int index) =>
        index + 1 < blocks.Count && blocks[index + 1] is { Kind: MarkdownKind.Item } below && below.Level > blocks[index].Level && !blocks[index].Text.Any(char.IsDigit);

    private static string? Name(MarkdownBlock block) => MarkdownWords.Exactly(block.Text) is MarkdownPart.Ingredients or MarkdownPart.Method ? null : Plain(block.Text);

    private static string Plain(string text) => PlainText.OfMarkdown(text).TrimEnd(':', ' ') is { Length: > 0 } plain ? plain : text;
}
