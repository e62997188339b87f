using System.Text.Json;
using System.Text.Json.Nodes;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What a member of a schema.org recipe says, both ways.</summary>
/// <param name="Names">The one that is written, and others that are read as well.</param>
/// <param name="Read">The recipe with what the member says.</param>
/// <param name="Write">Null when the recipe has nothing to say there.</param>
internal sealed record JsonLdMember(string[] Names, Func<RecipeText, JsonElement, RecipeText> Read, Func<RecipeText, JsonNode?> Write);

/// <summary>The members that are understood. What has no member of its own there stands in the nearest one: notes in "text", the difficulty in "educationalLevel".</summary>
internal static class JsonLdMembers
{
    public static IReadOnlyList<JsonLdMember> All { get; } =
    [
        Text("name", r => r.Title, (r, text) => r with { Title = text }),
        // Before the ingredients, whose commas it decides.
        Text("inLanguage", r => r.Language, (r, text) => r with { Language = text.Length >= 2 ? text[..2].ToLowerInvariant() : r.Language }),
        Text("description", r => r.Summary, (r, text) => r with { Summary = text }),
        new(["author"], (r, v) => r with { Author = Joined(v) }, r => r.Author is { } name ? new JsonObject { ["@type"] = "Person", ["name"] = name } : null),
        new(["recipeCuisine"], (r, v) => r with { Cuisine = Joined(v) }, r => r.Cuisine),
        new(["recipeCategory"], (r, v) => r with { Course = Joined(v) }, r => r.Course),
        Text("educationalLevel", r => r.Difficulty?.ToString(), (r, text) => r with { Difficulty = Enum.TryParse<Difficulty>(text, true, out var d) && Enum.IsDefined(d) ? d : null }),
        new(["keywords"], (r, v) => r with { Tags = JsonLdValues.Listed(v) }, r => Array(r.Tags)),
        new(["tool"], (r, v) => r with { Equipment = [.. JsonLdValues.Texts(v)] }, r => Array(r.Equipment)),
        Text("text", r => r.Notes, (r, text) => r with { Notes = text }),
        new(["image"], (r, v) => r with { Photo = Address(v) }, r => r.Photo),
        Time("prepTime", r => r.PrepMinutes, (r, minutes) => r with { PrepMinutes = minutes }),
        Time("cookTime", r => r.CookMinutes, (r, minutes) => r with { CookMinutes = minutes }),
        Time("totalTime", r => r.TotalMinutes, (r, minutes) => r with { TotalMinutes = minutes }),
        new(["recipeYield", "yield"], Yield, r => r.Yield is { } quantity ? $"{Numbers.Write(quantity)} {r.YieldUnit ?? Yields.Servings}" : null),
        new(["recipeIngredient", "ingredients"], (r, v) => r with { Ingredients = IngredientLists.Read(JsonLdValues.Texts(v).SelectMany(t => t.Split('\n')), r.Language) }, r => Array([.. IngredientLists.Write(r.Ingredients)])),
        new(["recipeInstructions"], (r, v) => r with { Method = JsonLdInstructions.Read(v) }, r => JsonLdInstructions.Write(r.Method)),
    ];

    private static JsonLdMember Text(string name, Func<RecipeText, string?> of, Func<RecipeText, string, RecipeText> with) =>
        new([name], (r, v) => JsonLdValues.Text(v) is { } text ? with(r, text) : r, r => of(r));

    private static JsonLdMember Time(string name, Func<RecipeText, int?> of, Func<RecipeText, int?, RecipeText> with) =>
        new([name], (r, v) => JsonLdValues.Text(v) is { } text ? with(r, IsoDurations.Read(text)) : r, r => of(r) is { } minutes ? IsoDurations.Write(minutes) : null);

    /// <summary>"4", 4, "4 servings", the fullest of a list of these, or a quantity with its unit.</summary>
    private static RecipeText Yield(RecipeText recipe, JsonElement value)
    {
        var quantity = JsonLdValues.Member(value, "value") is { } number ? JsonLdValues.Text(number) : null;
        var unit = JsonLdValues.Member(value, "unitText") is { } word ? JsonLdValues.Text(word) : null;
        var texts = quantity is null ? JsonLdValues.Texts(value) : [$"{quantity} {unit}"];
        var read = texts.OrderByDescending(t => t.Any(char.IsLetter)).Select(Yields.Read).FirstOrDefault(y => y is not null);
        return recipe with { Yield = read?.Quantity, YieldUnit = read?.Unit };
    }

    private static string? Address(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(Address).FirstOrDefault(a => a is not null),
        JsonValueKind.Object => (JsonLdValues.Member(value, "url") ?? JsonLdValues.Member(value, "contentUrl")) is { } address ? Address(address) : null,
        _ => JsonLdValues.Text(value),
    };

    private static string? Joined(JsonElement value) => string.Join(", ", JsonLdValues.Texts(value).Distinct()) is { Length: > 0 } text ? text : null;

    private static JsonArray? Array(IReadOnlyList<string> texts) => texts.Count == 0 ? null : new JsonArray([.. texts.Select(t => (JsonNode)t)]);
}
