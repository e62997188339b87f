using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>How an attribute is written.</summary>
public enum FieldKind
{
    Text,
    Number,
    Choice,
    Date,
}

/// <summary>An attribute of a template.</summary>
/// <param name="Path">The keys that lead to it, joined by dots.</param>
/// <param name="Unit">Behind a number; null for none.</param>
/// <param name="Choices">What a choice can be.</param>
public sealed record TemplateField(string Path, string Label, FieldKind Kind, string? Unit = null, IReadOnlyList<string>? Choices = null)
{
    /// <summary>What was typed, as JSON; null for nothing.</summary>
    /// <exception cref="Refusal">It is not of this kind.</exception>
    public string? Json(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0) return null;
        return Kind switch
        {
            FieldKind.Number => Number(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : throw new Refusal("{0}: “{1}” is no number.", Label, text),
            FieldKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => throw new Refusal("{0}: write a day like 2027-01-31.", Label),
            FieldKind.Choice when Choices?.Contains(text) is not true => throw new Refusal("{0}: choose one of {1}.", Label, string.Join(", ", Choices ?? [])),
            _ => JsonSerializer.Serialize(text),
        };
    }

    /// <summary>A number, its decimals after a point or a comma; null for what is none.</summary>
    internal static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Something that is known of an item, as it is shown and typed.</summary>
/// <param name="Field">How it is written; null when its category's template says nothing of it.</param>
/// <param name="Json">As it is kept; null for nothing.</param>
public sealed record Fact(string Path, TemplateField? Field, string? Json)
{
    /// <summary>As people read it: a list of plain values with commas, everything deeper as JSON.</summary>
    public string Text => Json is null ? "" : Read(JsonNode.Parse(Json));

    /// <summary>All that is known of an item: first what its template asks for, known or not, then everything else, objects opened up.</summary>
    public static IReadOnlyList<Fact> Of(string attributes, IReadOnlyList<TemplateField> template)
    {
        var known = Leaves(JsonNode.Parse(attributes)!.AsObject(), "").ToDictionary(l => l.Path, l => l.Json);
        return [.. template.Select(f => new Fact(f.Path, f, known.GetValueOrDefault(f.Path))), .. known.Where(k => template.All(f => f.Path != k.Key)).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new Fact(k.Key, null, k.Value))];
    }

    /// <summary>What was typed instead, as JSON. What was a number, a truth or a list stays one; null for nothing.</summary>
    /// <exception cref="Refusal">It is not what the template asks for.</exception>
    public string? Typed(string typed) => Field is { } field ? field.Json(typed) : Plain(typed, Json is null ? null : JsonNode.Parse(Json));

    private static string? Plain(string typed, JsonNode? was)
    {
        var text = typed.Trim();
        if (text.Length == 0) return null;
        if (was is JsonArray list && list.All(v => v is null or JsonValue) && text[0] != '[') return $"[{string.Join(',', text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((v, n) => Plain(v, list.Count > 0 ? list[Math.Min(n, list.Count - 1)] : null)))}]";
        var isText = was is JsonValue value && value.GetValueKind() == JsonValueKind.String;
        if (!isText && TemplateField.Number(text) is { } number) return number.ToString(CultureInfo.InvariantCulture);
        if (!isText && text.ToLowerInvariant() is "true" or "yes" or "false" or "no") return text.ToLowerInvariant() is "true" or "yes" ? "true" : "false";
        return !isText && text[0] is '{' or '[' ? text : JsonSerializer.Serialize(text);
    }

    private static IEnumerable<(string Path, string Json)> Leaves(JsonObject of, string above) =>
        of.SelectMany(p => p.Value is JsonObject { Count: > 0 } inner ? Leaves(inner, $"{above}{p.Key}.") : [($"{above}{p.Key}", p.Value?.ToJsonString() ?? "null")]);

    private static string Read(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list when list.All(v => v is null or JsonValue && !Read(v).Contains(',', StringComparison.Ordinal)) => string.Join(", ", list.Select(Read)),
        JsonValue value => value.GetValueKind() switch { JsonValueKind.String => value.GetValue<string>(), JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => value.ToJsonString() },
        _ => node.ToJsonString(),
    };
}
