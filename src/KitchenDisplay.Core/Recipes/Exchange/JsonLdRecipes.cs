using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Recipes as web pages carry them for search engines: schema.org/Recipe in JSON-LD, alone or inside an HTML page. Members that are not understood stay in the source and are written again.</summary>
public static partial class JsonLdRecipes
{
    internal const string Format = "json-ld";

    /// <summary>Every recipe of a document or a page, one after the other.</summary>
    /// <exception cref="JsonException">The JSON is broken; what comes before has been given.</exception>
    public static IEnumerable<RecipeRead> Read(string text, string origin) =>
        Documents(text).SelectMany(json => JsonValues.Of(Encoding.UTF8.GetBytes(json))).SelectMany(v => Read(v.Value, v.Path, origin));

    /// <summary>As <see cref="Read(string, string)"/>, of a single value.</summary>
    internal static IEnumerable<RecipeRead> Read(JsonElement value, string path, string origin) =>
        JsonLdValues.Recipes(value, path).Select(r => OfNode(r.Recipe, origin, r.Path));

    /// <summary>True for a page that may carry recipes.</summary>
    internal static bool IsPage(string text) => Script().IsMatch(text);

    /// <summary>One recipe, indented; with what its source has besides, where it was read from JSON-LD.</summary>
    public static string Write(RecipeText recipe) => Node(recipe).ToJsonString(RecipeJson.Indented);

    /// <summary>Many recipes as an array, written as they come, in UTF-8.</summary>
    public static Task WriteAsync(IAsyncEnumerable<RecipeText> recipes, Stream to, CancellationToken cancel = default) => JsonArrays.WriteAsync(recipes, Node, to, cancel);

    private static IEnumerable<string> Documents(string text)
    {
        if (!IsPage(text)) yield return text;
        for (var open = Script().Match(text); open.Success;)
        {
            var start = open.Index + open.Length;
            var end = text.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0) yield break;
            yield return Comment().Replace(text[start..end], "");
            open = Script().Match(text, end);
        }
    }

    private static RecipeRead OfNode(JsonElement node, string origin, string path)
    {
        var recipe = Understand(node);
        if (recipe.Title.Length == 0) return RecipeRead.Failed(origin, new("The recipe has no name."), new("Give it a name."), path);
        var document = RecipeSource.Copy(node);
        return new(origin, recipe with { Source = RecipeSource.Of(Format, document) },
        [
            .. JsonLdMembers.All.SelectMany(m => NotUnderstood(m, node, recipe, path)),
            .. IngredientLists.RemarksOf(recipe.Ingredients, index => $"{path}.recipeIngredient[{index}]"),
            .. Remarks.OfWhole(recipe, path),
        ])
        { Format = RecipeFormat.JsonLd };
    }

    private static RecipeText Understand(JsonElement node) => JsonLdMembers.All.Aggregate(new RecipeText(""), (recipe, member) => Value(member, node) is (_, { } value) ? member.Read(recipe, value) : recipe);

    private static (string Name, JsonElement? Value) Value(JsonLdMember member, JsonElement node) =>
        member.Names.Select(name => (name, JsonLdValues.Member(node, name))).FirstOrDefault(v => v.Item2 is not null);

    private static IEnumerable<Remark> NotUnderstood(JsonLdMember member, JsonElement node, RecipeText recipe, string path) =>
        Value(member, node) is (var name, { } value) && JsonLdValues.Texts(value).FirstOrDefault() is { } text && member.Write(recipe) is null
            ? [new($"{path}.{name}", text, new("“{0}” of {1} was not understood.", text, name), new("It is kept in the source; write it in the recipe."))] : [];

    private static JsonObject Node(RecipeText recipe)
    {
        if (RecipeSource.In(recipe, Format) is not { ValueKind: JsonValueKind.Object } source) return Changed(new() { ["@context"] = "https://schema.org", ["@type"] = "Recipe" }, recipe, new(""));
        return Changed(RecipeSource.Copy(source), recipe, Understand(source));
    }

    // Only what says something else than the source does is written anew: the source's own shape of a member is the better one.
    private static JsonObject Changed(JsonObject node, RecipeText recipe, RecipeText before)
    {
        foreach (var member in JsonLdMembers.All)
        {
            var value = member.Write(recipe);
            if (JsonNode.DeepEquals(value, member.Write(before))) continue;
            foreach (var name in member.Names[1..]) node.Remove(name);
            if (value is null) node.Remove(member.Names[0]);
            else node[member.Names[0]] = value;
        }
        return node;
    }

    [GeneratedRegex(@"<script\b[^<>]*\btype\s*=\s*[""']?application/ld\+json\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")]
    private static partial Regex Comment();
}
