using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Recipes as our own JSON, which loses nothing: an object with the member "format", or many of them, in an array or one per line.</summary>
public static class JsonRecipes
{
    internal const string Format = "kitchendisplay-recipe-1";
    private const string FormatMember = "format";

    /// <summary>Every recipe of a text, one after the other; a value that is none says so.</summary>
    /// <exception cref="JsonException">The text is broken; what comes before has been given.</exception>
    public static IEnumerable<RecipeRead> Read(string json, string origin) => JsonValues.Of(Encoding.UTF8.GetBytes(json)).Select(v => Read(v.Value, v.Path, origin));

    /// <summary>As <see cref="Read(string, string)"/>, of a single value.</summary>
    internal static RecipeRead Read(JsonElement value, string path, string origin)
    {
        try
        {
            if (value.ValueKind != JsonValueKind.Object) return RecipeRead.Failed(origin, new("This is no recipe."), new("Write an object with a title, ingredients and a method."), path, Short(value));
            var node = RecipeSource.Copy(value);
            node.Remove(FormatMember);
            var recipe = node.Deserialize<RecipeText>(RecipeJson.Options)!;
            return Wrong(recipe) is { } where
                ? RecipeRead.Failed(origin, new("There is nothing at {0}.", where), new("Write a text there, or take it out."), path, Short(value))
                : new(origin, recipe, [.. Remarks.OfWhole(recipe, path)]) { Format = RecipeFormat.Json };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return RecipeRead.Failed(origin, new("This is no recipe of ours: {0}", broken.Message), new("Correct the member that is named, or take it out."), path, Short(value));
        }
    }

    /// <summary>One recipe, indented, for a person to read.</summary>
    public static string Write(RecipeText recipe) => Node(recipe).ToJsonString(RecipeJson.Indented);

    /// <summary>Many recipes as an array, written as they come, in UTF-8.</summary>
    public static Task WriteAsync(IAsyncEnumerable<RecipeText> recipes, Stream to, CancellationToken cancel = default) => JsonArrays.WriteAsync(recipes, Node, to, cancel);

    private static JsonObject Node(RecipeText recipe)
    {
        var node = new JsonObject { [FormatMember] = Format };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(recipe, RecipeJson.Options)!.AsObject()) node[name] = value?.DeepClone();
        return node;
    }

    /// <summary>The first thing that must not be empty and is.</summary>
    private static string? Wrong(RecipeText recipe)
    {
        if (string.IsNullOrWhiteSpace(recipe.Title)) return "title";
        if (recipe.Tags.Concat(recipe.Equipment).Any(t => t is null)) return "tags or equipment";
        if (recipe.Ingredients.Any(g => g?.Lines is null || g.Lines.Any(l => string.IsNullOrWhiteSpace(l?.Text)))) return "ingredients";
        return recipe.Method.Any(s => s?.Steps is null || s.Steps.Any(t => string.IsNullOrWhiteSpace(t?.Text))) ? "method" : null;
    }

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "…" : value.GetRawText();
}
