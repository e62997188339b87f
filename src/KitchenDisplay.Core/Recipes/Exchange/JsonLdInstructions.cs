using System.Text.Json;
using System.Text.Json.Nodes;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The steps of a schema.org recipe: one text, a list of texts, steps, or sections of steps.</summary>
internal static class JsonLdInstructions
{
    private const string Elements = "itemListElement";

    private sealed record Step(string? Section, string Text);

    public static IReadOnlyList<MethodSection> Read(JsonElement value)
    {
        var sections = new List<MethodSection>();
        foreach (var step in Steps(value, null))
        {
            if (sections.Count == 0 || sections[^1].Name != step.Section) sections.Add(new(step.Section, new List<MethodStep>()));
            ((List<MethodStep>)sections[^1].Steps).Add(StepReader.Read(step.Text));
        }
        return sections;
    }

    public static JsonNode? Write(IReadOnlyList<MethodSection> sections) => sections.Count == 0 ? null : new JsonArray([.. sections.SelectMany(section =>
    {
        var steps = section.Steps.Select(JsonNode (step) => new JsonObject { ["@type"] = "HowToStep", ["text"] = step.Text });
        return section.Name is { } name ? [new JsonObject { ["@type"] = "HowToSection", ["name"] = name, [Elements] = new JsonArray([.. steps]) }] : steps;
    })]);

    private static IEnumerable<Step> Steps(JsonElement value, string? section) => value.ValueKind switch
    {
        JsonValueKind.String => Lines(value.GetString()!).Select(line => new Step(section, line)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Steps(element, section)),
        JsonValueKind.Object => OfObject(value, section),
        _ => [],
    };

    private static IEnumerable<Step> OfObject(JsonElement value, string? section)
    {
        var inside = JsonLdValues.Member(value, Elements) ?? JsonLdValues.Member(value, "steps");
        if (JsonLdValues.Is(value, "HowToSection")) return inside is { } steps ? Steps(steps, Text(value, "name") ?? section) : [];
        if (JsonLdValues.Member(value, "item") is { } item) return Steps(item, section);
        if (Text(value, "text") is { } text) return [new(section, text)];
        // A step may be made of directions and tips; together they are what a cook does then.
        if (inside is { } parts) return JsonLdValues.Is(value, "HowToStep") ? [new(section, string.Join('\n', Steps(parts, null).Select(s => s.Text)))] : Steps(parts, section);
        return (Text(value, "name") ?? Text(value, "description")) is { } name ? [new(section, name)] : [];
    }

    private static string? Text(JsonElement value, string member) => JsonLdValues.Member(value, member) is { } found ? JsonLdValues.Text(found) : null;

    private static IEnumerable<string> Lines(string text) => PlainText.OfHtml(text).Split('\n').Select(line => StepLists.Number().Replace(line, "")).Where(line => line.Length > 0);
}
