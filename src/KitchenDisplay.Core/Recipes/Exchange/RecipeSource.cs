using System.Text.Json;
using System.Text.Json.Nodes;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The document that a recipe was read from, as <see cref="RecipeText.Source"/> keeps it: its format, and it.</summary>
internal static class RecipeSource
{
    private const string Format = "format";
    private const string Document = "document";

    public static JsonElement Of(string format, JsonNode document) => JsonSerializer.SerializeToElement(new JsonObject { [Format] = format, [Document] = document }, RecipeJson.Options);

    /// <summary>The document, when the recipe was read from one of this format.</summary>
    public static JsonElement? In(RecipeText recipe, string format) =>
        recipe.Source is { ValueKind: JsonValueKind.Object } source && source.TryGetProperty(Format, out var named) && named.ValueKind == JsonValueKind.String && named.ValueEquals(format) && source.TryGetProperty(Document, out var document) ? document : null;

    /// <summary>An object that may be changed, of the members of another; of two with one name the last counts.</summary>
    public static JsonObject Copy(JsonElement value)
    {
        var copy = new JsonObject();
        foreach (var member in value.EnumerateObject())
            copy[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.Object => JsonObject.Create(member.Value),
                JsonValueKind.Array => JsonArray.Create(member.Value),
                _ => JsonValue.Create(member.Value),
            };
        return copy;
    }
}
