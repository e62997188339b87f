using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The YAML at the head of a Markdown file: each member with the lines in which it stands, so that what does not change is written as it was.</summary>
internal sealed class FrontMatter
{
    private sealed record Member(string Key, IReadOnlyList<string> Values, string Raw);

    // Written as a list even when there is but one.
    private static readonly string[] lists = ["tags"];

    private readonly List<Member> members = [];

    /// <param name="raw">The lines between the two marks, with their ends.</param>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public FrontMatter(string raw)
    {
        var found = Members(raw).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            // What stands before the first member, such as a comment, belongs to it.
            var (start, end) = (i == 0 ? 0 : found[i].At, i + 1 < found.Count ? found[i + 1].At : raw.Length);
            var isOwnLine = found[i].At == 0 || raw[found[i].At - 1] == '\n';
            members.Add(new(found[i].Key, found[i].Values, isOwnLine ? raw[start..end] : Line(found[i].Key, found[i].Values)));
        }
    }

    public string? Text(string key) => Find(key) is { } member && string.Join(", ", member.Values) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A list, also where it is a text with commas.</summary>
    public IReadOnlyList<string> List(string key) => Find(key)?.Values is not { } values ? [] : values.Count == 1 ? values[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : values;

    public void Set(string key, params IReadOnlyList<string> values)
    {
        var at = members.FindIndex(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase));
        if (at >= 0) members.RemoveAt(at);
        if (values.Count > 0) members.Insert(at >= 0 ? at : members.Count, new(key, values, Line(key, values)));
    }

    /// <summary>With its marks; nothing when it has no member.</summary>
    public override string ToString() => members.Count == 0 ? "" : $"---\n{string.Concat(members.Select(m => m.Raw.EndsWith('\n') ? m.Raw : m.Raw + "\n"))}---\n";

    private Member? Find(string key) => members.Find(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase));

    // A text of JSON is a text of YAML as well.
    private static string Line(string key, IReadOnlyList<string> values)
    {
        var texts = values.Select(v => JsonSerializer.Serialize(v, RecipeJson.Options));
        return $"{key}: {(values.Count == 1 && !lists.Contains(key) ? texts.Single() : $"[{string.Join(", ", texts)}]")}\n";
    }

    // Event by event, since a tree of hostile YAML could be deeper than the stack.
    private static IEnumerable<(string Key, List<string> Values, int At)> Members(string raw)
    {
        var parser = new Parser(new StringReader(raw));
        var depth = 0;
        (string Key, List<string> Values, int At)? member = null;
        while (parser.MoveNext())
        {
            var at = parser.Current!;
            if (at is Scalar scalar && depth == 1 && member is null) member = (scalar.Value, [], (int)scalar.Start.Index);
            else
            {
                if (at is Scalar value) member?.Values.Add(value.Value);
                depth += at is MappingStart or SequenceStart ? 1 : at is MappingEnd or SequenceEnd ? -1 : 0;
                if (depth != 1 || member is not { } whole || at is MappingStart or SequenceStart) continue;
                yield return whole;
                member = null;
            }
        }
    }
}
