using System.Text.Json.Nodes;
using CsvHelper;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>
/// Recipes as a table, one per row, under a header with these columns in any order, of which only the title is needed:
/// title, language, summary, author, cuisine, course, difficulty, tags, equipment, notes, photo, prep minutes, cook minutes, total minutes, yield, yield unit, ingredients, steps.
/// A cell with many things holds one per line; tags and equipment may stand between commas as well. In ingredients a line with a colon at its end is the name of a group,
/// in steps a line that begins with # that of a section, and one that begins with a tab goes on with the step before it. The columns may be parted by commas, semicolons or tabs.
/// </summary>
public static class CsvRecipes
{
    internal const string Format = "csv";

    private const char Apostrophe = '\'';
    private const string Formula = "=+-@";

    private static readonly CsvReaderOptions reading = CsvReaderOptions.Default with { TrackLineNumbers = true };
    // What somebody typed must not become a formula in whoever's spreadsheet; with its mark, since without it a spreadsheet takes the text for another alphabet.
    private static readonly CsvWriterOptions writing = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Every recipe of a table, one after the other.</summary>
    /// <exception cref="CsvFormatException">The table is broken; what comes before has been given.</exception>
    public static IEnumerable<RecipeRead> Read(string text, string origin)
    {
        CsvMalformedReason? broken = null;
        using var csv = CsvReader.FromText(text, reading with { OnMalformedRecord = record => broken = record.Reason });
        csv.ReadHeader();
        var headers = csv.Headers.ToArray();
        var columns = headers.Select(Column).ToArray();
        if (!columns.Contains(CsvColumns.All[0]))
        {
            yield return RecipeRead.Failed(origin, new("The table has no column called title."), new("Name the columns in the first row: title, ingredients, steps and whichever else there are."), "1", string.Join(", ", headers));
            yield break;
        }
        while (csv.Read())
        {
            yield return broken is null ? Row(csv, headers, columns, origin) : RecipeRead.Failed(origin, new("The quotation marks of this row do not match."), new("Close each of them; one inside a cell is written twice."), Numbers.Write(csv.LineNumber), csv.GetString(0));
            broken = null;
        }
    }

    /// <summary>Many recipes with a header, written as they come, in UTF-8 with its mark.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<RecipeText> recipes, Stream to, CancellationToken cancel = default)
    {
        await using var csv = CsvWriter.Create(to, writing, leaveOpen: true);
        foreach (var column in CsvColumns.All) csv.WriteField(column.Names[0]);
        await csv.EndRecordAsync(cancel);
        await foreach (var recipe in recipes.WithCancellation(cancel))
        {
            foreach (var column in CsvColumns.All) csv.WriteField(column.Write(recipe));
            await csv.EndRecordAsync(cancel);
        }
        await csv.FlushAsync(cancel);
    }

    /// <summary>How many of the names in a line are columns of ours.</summary>
    internal static int Known(string header) => header.Split([',', ';', '\t'], StringSplitOptions.TrimEntries).Count(name => Column(name.Trim('"', '\uFEFF')) is not null);

    private static CsvColumn? Column(string header)
    {
        var name = header.Trim().Replace('_', ' ');
        return CsvColumns.All.FirstOrDefault(c => c.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    private static RecipeRead Row(CsvReader csv, string[] headers, CsvColumn?[] columns, string origin)
    {
        var where = Numbers.Write(csv.LineNumber);
        var cells = headers.Select((_, index) => index < csv.FieldCount ? Cell(csv.GetString(index)) : "").ToArray();
        var recipe = CsvColumns.All.Aggregate(new RecipeText(""), (r, column) => cells.Where((cell, index) => columns[index] == column && cell.Length > 0).Aggregate(r, column.Read));
        if (recipe.Title.Length == 0) return RecipeRead.Failed(origin, new("The row has no title."), new("Write one in the column title."), where, string.Join(", ", cells.Where(c => c.Length > 0)));
        var row = new JsonObject();
        foreach (var (header, cell) in headers.Zip(cells)) row[header] = cell;
        return new(origin, recipe with { Source = RecipeSource.Of(Format, row) },
        [
            .. cells.Select((cell, index) => (Cell: cell, Column: columns[index], Header: headers[index])).Where(c => c.Cell.Length > 0 && c.Column?.Write(recipe) is null or "")
                .Select(c => new Remark(where, c.Cell, new("“{0}” in column {1} was not understood.", c.Cell, c.Header), new("It is kept in the source; write it in the recipe."))),
            .. IngredientLists.RemarksOf(recipe.Ingredients, _ => where),
            .. Remarks.OfWhole(recipe, where),
        ])
        { Format = RecipeFormat.Csv };
    }

    private static string Cell(string cell)
    {
        var text = cell.ReplaceLineEndings("\n").Trim(' ', '\n');
        return text.Length > 1 && text[0] == Apostrophe && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}
