using System.Text.Json.Nodes;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Writes many recipes as one JSON array without holding them all.</summary>
internal static class JsonArrays
{
    public static async Task WriteAsync(IAsyncEnumerable<RecipeText> recipes, Func<RecipeText, JsonObject> node, Stream to, CancellationToken cancel)
    {
        await using var text = new StreamWriter(to, leaveOpen: true) { NewLine = "\n" };
        var before = "[";
        await foreach (var recipe in recipes.WithCancellation(cancel))
        {
            await text.WriteLineAsync(before.AsMemory(), cancel);
            await text.WriteAsync(node(recipe).ToJsonString(RecipeJson.Options).AsMemory(), cancel);
            before = ",";
        }
        await text.WriteLineAsync((before == "[" ? "[]" : "\n]").AsMemory(), cancel);
    }
}
