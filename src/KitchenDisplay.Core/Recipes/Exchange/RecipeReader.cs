using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads the recipes of a file, whatever it is: Markdown, our JSON, JSON-LD alone or in a page, a table, or a .zip of these. What cannot be read is said, and never an exception.</summary>
public static partial class RecipeReader
{
    /// <summary>What a file may have, also when it is unpacked.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    /// <summary>Every recipe of a file, one after the other as it is asked for.</summary>
    /// <param name="fileName">For the sentences; what the file is, its content tells.</param>
    public static IEnumerable<RecipeRead> Read(byte[] bytes, string fileName) => Read(bytes, fileName, ZipRecipes.Read);

    /// <summary>As <see cref="Read(byte[], string)"/>, of a stream of which no more than <see cref="MostBytes"/> are read.</summary>
    public static async IAsyncEnumerable<RecipeRead> ReadAsync(Stream stream, string fileName, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; memory.Length <= MostBytes && (read = await stream.ReadAsync(buffer, cancel)) > 0;) memory.Write(buffer, 0, read);
        foreach (var recipe in Read(memory.ToArray(), fileName))
        {
            cancel.ThrowIfCancellationRequested();
            yield return recipe;
        }
    }

    /// <param name="ofZip">What becomes of an archive.</param>
    internal static IEnumerable<RecipeRead> Read(byte[] bytes, string fileName, Func<byte[], string, IEnumerable<RecipeRead>> ofZip) =>
        Safely(() => bytes.Length > MostBytes ? [RecipeRead.Failed(fileName, new("The file is larger than {0} MB.", MostBytes >> 20), new("Divide it into several files."))]
            : TextFiles.IsZip(bytes) ? ofZip(bytes, fileName)
            : OfText(TextFiles.Read(bytes), fileName), fileName);

    private static IEnumerable<RecipeRead> OfText(string text, string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var begin = text.AsSpan().TrimStart();
        if (begin.Length == 0) return [RecipeRead.Failed(name, new("The file is empty."), new("Choose a file with a recipe in it."))];
        if (begin[0] is '{' || (begin[0] is '[' && ending != ".md")) return OfJson(text, name);
        if (begin[0] is '<' || JsonLdRecipes.IsPage(text)) return NotNone(JsonLdRecipes.IsPage(text) ? JsonLdRecipes.Read(text, name) : [], name);
        if (begin.StartsWith("---\n")) return [MarkdownRecipes.Read(begin.ToString(), name)];
        var columns = CsvRecipes.Known(begin.ToString().Split('\n', 2)[0]);
        if (columns > 1 || (columns > 0 && ending is ".csv" or ".tsv")) return CsvRecipes.Read(text, name);
        if (ending is ".md" or ".markdown" || Heading().IsMatch(text)) return [MarkdownRecipes.Read(text, name)];
        return ending is ".csv" or ".tsv" ? CsvRecipes.Read(text, name) : [RecipeRead.Failed(name, new("No recipe was recognised in this file."), new("Write “# ” and the title in the first line, “## Ingredients” before the ingredients and “## Directions” before the steps."))];
    }

    private static IEnumerable<RecipeRead> OfJson(string text, string name) => NotNone(JsonValues.Of(System.Text.Encoding.UTF8.GetBytes(text)).SelectMany(v =>
        JsonLdValues.Recipes(v.Value, v.Path).Any() || JsonLdValues.Member(v.Value, "@context") is not null ? JsonLdRecipes.Read(v.Value, v.Path, name) : [JsonRecipes.Read(v.Value, v.Path, name)]), name);

    private static IEnumerable<RecipeRead> NotNone(IEnumerable<RecipeRead> reads, string name) =>
        reads.DefaultIfEmpty(RecipeRead.Failed(name, new("There is no recipe in this file."), new("Choose a page or a file that holds a recipe; a page must carry it as schema.org JSON-LD.")));

    /// <summary>What can be read, and then a sentence about what broke, in place of an exception.</summary>
    internal static IEnumerable<RecipeRead> Safely(Func<IEnumerable<RecipeRead>> reads, string name)
    {
        IEnumerator<RecipeRead>? each = null;
        RecipeRead? read;
        do
        {
            var isBroken = false;
            try
            {
                each ??= reads().GetEnumerator();
                read = each.MoveNext() ? each.Current : null;
            }
            catch (Exception broken) when (Say(broken, name) is { } said)
            {
                (read, isBroken) = (said, true);
            }
            if (read is not null) yield return read;
            if (isBroken) read = null;
        }
        while (read is not null);
        each?.Dispose();
    }

    private static RecipeRead? Say(Exception broken, string name) => broken switch
    {
        Refusal refusal => RecipeRead.Failed(name, refusal.Reasons[0], new("Then choose it again.")),
        JsonException json => RecipeRead.Failed(name, new("The JSON is broken here: {0}", json.Message), new("Correct it there; a comma, a quotation mark or a bracket is missing."), Numbers.Write((json.LineNumber ?? 0) + 1)),
        CsvFormatException csv => RecipeRead.Failed(name, new("The table is broken here: {0}", csv.Message), new("Look for a quotation mark that is not closed."), Numbers.Write(csv.LineNumber)),
        InvalidDataException or IOException or NotSupportedException => RecipeRead.Failed(name, new("The archive is damaged: {0}", broken.Message), new("Pack the files into a new .zip.")),
        InvalidOperationException => RecipeRead.Failed(name, new("The file holds letters that do not exist: {0}", broken.Message), new("Save it anew with the encoding UTF-8.")),
        _ => null,
    };

    [GeneratedRegex(@"^#{1,3}[ \t]+\S", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
