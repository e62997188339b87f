using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>
/// Recipes as Markdown with front matter: title, tags, author, cuisine, course, difficulty and language; a picture; a summary; lines for prep, cook and total time and for the servings;
/// "## Ingredients" and "## Directions", each with groups under "###"; "## Equipment" and "## Notes". What else there is becomes notes, or stays in the source.
/// </summary>
public static class MarkdownRecipes
{
    internal const string Format = "markdown";

    // Reading YAML takes more than twice as long for twice as much of it.
    private const int LongestFront = 20_000;
    // Ten times as long as recipes are: what belongs together is found in a time that grows faster than the text.
    private const int Longest = 50_000;

    /// <summary>The recipe of a file, or why there is none.</summary>
    public static RecipeRead Read(string text, string origin)
    {
        try
        {
            text = text.ReplaceLineEndings("\n");
            if (text.Length > Longest) return RecipeRead.Failed(origin, new("The text is too long for a recipe."), new("Divide it into one file for each recipe."));
            if (MarkdownDocument.FrontLength(text) > LongestFront) return RecipeRead.Failed(origin, new("There is too much between the lines of --- at the beginning."), new("Leave only title, tags and the like there."), "1");
            var reading = new MarkdownReading(new(text));
            return string.IsNullOrWhiteSpace(reading.Recipe.Title)
                ? RecipeRead.Failed(origin, new("The recipe has no title."), new("Write “title: ” and its name between two lines of --- at the beginning, or “# ” and its name as the first line."), "1")
                : new(origin, reading.Recipe with { Source = RecipeSource.Of(Format, JsonValue.Create(text)) }, reading.Remarks) { Format = RecipeFormat.Markdown };
        }
        catch (YamlException broken)
        {
            return RecipeRead.Failed(origin, new("What stands between the lines of --- cannot be read: {0}", broken.Message), new("Put texts with a colon or a quotation mark in quotation marks."), Numbers.Write(broken.Start.Line + 1));
        }
    }

    /// <summary>The recipe as a file; one that was read from Markdown as it was there, but for what has changed since.</summary>
    public static string Write(RecipeText recipe)
    {
        var source = RecipeSource.In(recipe, Format) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        var document = new MarkdownDocument(source);
        return new MarkdownWriting(recipe, document, new MarkdownReading(document).Recipe).ToString().TrimEnd() + "\n";
    }

    /// <summary>Many recipes as files of a .zip, written as they come.</summary>
    public static async Task WriteZipAsync(IAsyncEnumerable<RecipeText> recipes, Stream to, CancellationToken cancel = default)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var recipe in recipes.WithCancellation(cancel))
        {
            await using var file = new StreamWriter(await zip.CreateEntry(RecipeFiles.Name(recipe.Title, names) + ".md").OpenAsync(cancel));
            await file.WriteAsync(Write(recipe).AsMemory(), cancel);
        }
    }
}
