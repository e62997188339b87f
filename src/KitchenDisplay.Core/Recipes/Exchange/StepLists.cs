using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Steps as lines of one text: a line that begins with # is the name of a section, one that begins with a tab goes on with the step before it.</summary>
internal static partial class StepLists
{
    private const char Section = '#';
    private const string More = "\n\t";

    public static IReadOnlyList<MethodSection> Read(string text)
    {
        var sections = new List<(string? Name, List<MethodStep> Steps)>();
        foreach (var line in text.Replace(More, "\u001f", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length > 0))
            if (line[0] == Section) sections.Add((line.TrimStart(Section, ' '), []));
            else
            {
                if (sections.Count == 0) sections.Add((null, []));
                sections[^1].Steps.Add(StepReader.Read(Number().Replace(line, "").Replace('\u001f', '\n')));
            }
        return [.. sections.Select(s => new MethodSection(s.Name, s.Steps))];
    }

    public static string Write(IReadOnlyList<MethodSection> sections) => string.Join('\n', sections.SelectMany(section =>
        section.Steps.Select(step => step.Text.Replace("\n", More, StringComparison.Ordinal)).Prepend(section.Name is { } name ? $"{Section} {name}" : "")).Where(line => line.Length > 0));

    /// <summary>The number with which a step begins; where it stands says that already.</summary>
    [GeneratedRegex(@"^(?:step\s*)?[0-9]{1,2}\s*[.):]\s+", RegexOptions.IgnoreCase)]
    public static partial Regex Number();
}
