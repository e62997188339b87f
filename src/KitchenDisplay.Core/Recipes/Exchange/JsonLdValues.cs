using System.Text.Json;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What the members of schema.org say in whichever of their shapes: a text, a number, an object with a name, a list of them.</summary>
internal static class JsonLdValues
{
    // In this order: what a thing is called comes before where it is.
    private static readonly string[] saying = ["name", "text", "@value", "url", "contentUrl"];

    /// <summary>Each text of a value, without tags and entities.</summary>
    public static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => PlainText.OfHtml(value.GetString()!) is { Length: > 0 } text ? [text] : [],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => saying.Select(name => Member(value, name)).OfType<JsonElement>().Select(Texts).FirstOrDefault(t => t.Any()) ?? [],
        _ => [],
    };

    public static string? Text(JsonElement value) => Texts(value).FirstOrDefault();

    /// <summary>Texts that may also be one text with commas between them.</summary>
    public static string[] Listed(JsonElement value) => value.ValueKind == JsonValueKind.String ? Text(value)?.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [] : [.. Texts(value)];

    public static JsonElement? Member(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    /// <summary>True for an object of this type, or of several types of which this is one.</summary>
    public static bool Is(JsonElement value, string type) =>
        Member(value, "@type") is { } types && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray() : Enumerable.Repeat(types, 1)).Any(t => t.ValueKind == JsonValueKind.String && t.GetString()!.Split('/', ':', '#')[^1] == type);

    /// <summary>Every recipe in a document, wherever it stands: alone, in an array, in a graph, or as what a page is about.</summary>
    public static IEnumerable<(string Path, JsonElement Recipe)> Recipes(JsonElement value, string path)
    {
        if (Is(value, "Recipe")) return [(path, value)];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany((element, index) => Recipes(element, $"{path}[{index}]")),
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Recipes(member.Value, $"{path}.{member.Name}")),
            _ => [],
        };
    }
}
