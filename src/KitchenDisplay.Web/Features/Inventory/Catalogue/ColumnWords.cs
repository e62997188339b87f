using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenDisplay.Core.Inventory.Catalogue;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Catalogue;

/// <summary>The columns of a list of items: fields that every item has, and attributes by their paths.</summary>
public static class ColumnWords
{
    /// <summary>What stands above it.</summary>
    public static string Of(string column, IStringLocalizer words) => column switch
    {
        KnownFields.Code => words["Code"],
        KnownFields.Category => words["Category"],
        var path => path,
    };

    /// <summary>What an item says in it; empty for nothing.</summary>
    public static string Value(ItemRow row, string column) => column switch
    {
        KnownFields.Code => row.Code ?? "",
        KnownFields.Category => row.Category ?? "",
        var path => Text(Find(row, path)),
    };

    /// <summary>What is to be set when somebody types this. What was a number or a truth stays one.</summary>
    public static ItemPatch Patch(ItemRow row, string column, string typed) => column is KnownFields.Code or KnownFields.Category ? ItemPatch.Field(column, typed) : ItemPatch.Attribute(column, Json(typed, Find(row, column)?.GetValueKind()));

    /// <summary>A text as JSON: a number, yes or no, or the text itself; null for nothing.</summary>
    public static string? Json(string typed, JsonValueKind? was = null)
    {
        var text = typed.Trim();
        if (text.Length == 0) return null;
        if (was is not JsonValueKind.String && decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) return number.ToString(CultureInfo.InvariantCulture);
        if (was is not JsonValueKind.String && text.ToLowerInvariant() is "true" or "yes" or "false" or "no") return text.ToLowerInvariant() is "true" or "yes" ? "true" : "false";
        return was is JsonValueKind.Object or JsonValueKind.Array && text[0] is '{' or '[' ? text : JsonSerializer.Serialize(text);
    }

    private static JsonNode? Find(ItemRow row, string path)
    {
        var node = JsonNode.Parse(row.Attributes);
        foreach (var key in path.Split('.')) node = (node as JsonObject)?[key];
        return node;
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list when list.All(v => v is null or JsonValue) => string.Join(", ", list.Select(Text)),
        JsonValue value => value.GetValueKind() switch { JsonValueKind.String => value.GetValue<string>(), JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => value.ToJsonString() },
        _ => node.ToJsonString(),
    };
}
