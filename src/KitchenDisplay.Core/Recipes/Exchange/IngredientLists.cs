namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A list of ingredients in formats that have no groups: a line that ends with a colon is the name of those that follow.</summary>
internal static class IngredientLists
{
    public static IReadOnlyList<IngredientGroup> Read(IEnumerable<string> lines, string language)
    {
        var groups = new List<(string? Name, List<IngredientLine> Lines)>();
        foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l)))
            if (PlainText.OfMarkdown(line) is { Length: > 1 } plain && plain.EndsWith(':')) groups.Add((plain.TrimEnd(':', ' '), []));
            else
            {
                if (groups.Count == 0) groups.Add((null, []));
                groups[^1].Lines.Add(IngredientParser.Parse(line, language));
            }
        return [.. groups.Select(g => new IngredientGroup(g.Name, g.Lines))];
    }

    public static IEnumerable<string> Write(IReadOnlyList<IngredientGroup> groups) =>
        groups.SelectMany(group => group.Lines.Select(l => l.Text).Prepend(group.Name is { } name ? $"{name}:" : "")).Where(line => line.Length > 0);

    /// <summary>What is to be said of the lines, each at its place.</summary>
    public static IEnumerable<Remark> RemarksOf(IReadOnlyList<IngredientGroup> groups, Func<int, string> where) =>
        groups.SelectMany(g => g.Lines).Select((line, index) => Remarks.OfLine(line, where(index))).OfType<Remark>();
}
