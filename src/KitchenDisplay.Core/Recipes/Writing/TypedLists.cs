using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>Ingredients and steps as one text each, to be typed without leaving the keyboard: a line for each; a line that begins with "# ", and among ingredients one that ends with a colon, is the heading of those that follow; one that begins with a tab goes on with the line before.</summary>
public static class TypedLists
{
    private const string Mark = "#";

    /// <summary>The lines with their headings, as <see cref="Ingredients"/> reads them.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<IngredientGroup> groups) => Write(groups.Select(g => (g.Name, g.Lines.Select(l => l.Text))));

    /// <summary>The steps with their headings, as <see cref="Steps"/> reads them.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<MethodSection> sections) => Write(sections.Select(s => (s.Name, s.Steps.Select(step => step.Text))));

    /// <summary>Reads a text of ingredients.</summary>
    /// <param name="known">Lines that stay what they were, if their text is the same.</param>
    public static IReadOnlyList<IngredientGroup> Ingredients(string text, string language, IEnumerable<IngredientLine> known)
    {
        var read = known.DistinctBy(l => Entry(l.Text)).ToDictionary(l => Entry(l.Text));
        return [.. Read(text, read.ContainsKey, Colon, entry => read.GetValueOrDefault(entry) ?? IngredientParser.Parse(Plain(entry), language)).Select(g => new IngredientGroup(g.Name, g.Entries))];
    }

    /// <summary>Reads a text of steps.</summary>
    /// <param name="known">Steps that stay what they were, if their text is the same.</param>
    public static IReadOnlyList<MethodSection> Steps(string text, IEnumerable<MethodStep> known)
    {
        var read = known.DistinctBy(s => Entry(s.Text)).ToDictionary(s => Entry(s.Text));
        return [.. Read(text, read.ContainsKey, _ => null, entry => read.GetValueOrDefault(entry) ?? StepReader.Read(StepLists.Number().Replace(Plain(entry), ""))).Select(s => new MethodSection(s.Name, s.Entries))];
    }

    private static List<string> Write(IEnumerable<(string? Name, IEnumerable<string> Entries)> groups) =>
        [.. groups.SelectMany((group, i) => group.Entries.Select(Entry).Prepend(group.Name is { } name ? $"{Mark} {name.Trim()}".Trim() : i > 0 ? Mark : "")).Where(line => line.Length > 0)];

    private static List<(string? Name, List<T> Entries)> Read<T>(string text, Func<string, bool> isKnown, Func<string, string?> heading, Func<string, T> read)
    {
        var groups = new List<(string? Name, List<T> Entries)>();
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\n\t", "\u001f", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length > 0).Select(l => l.Replace("\u001f", "\n\t", StringComparison.Ordinal)))
        {
            var name = isKnown(line) ? null : line == Mark ? "" : line.StartsWith("# ", StringComparison.Ordinal) ? line[2..].Trim() : heading(line);
            if (name is not null) groups.Add((name.Length == 0 ? null : name, []));
            else
            {
                if (groups.Count == 0) groups.Add((null, []));
                groups[^1].Entries.Add(read(line));
            }
        }
        return groups;
    }

    private static string? Colon(string entry) => entry.Length > 1 && entry.EndsWith(':') ? entry.TrimEnd(':', ' ') : null;

    // As one line of the text, which is what a line is known again by.
    private static string Entry(string text) => string.Join("\n\t", text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(string entry) => entry.Replace("\n\t", "\n", StringComparison.Ordinal);
}
