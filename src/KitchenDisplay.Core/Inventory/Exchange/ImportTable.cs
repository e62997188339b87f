using System.Text;
using CsvHelper;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>A row as it stands in a file.</summary>
/// <param name="Number">The line on which it begins.</param>
/// <param name="Fault">Why it is no row; null when it is one.</param>
public sealed record TableRow(int Number, string[] Cells, Sentence? Fault);

/// <summary>Reads a table row by row, its separator found out. A row that is broken says so and does not take others with it.</summary>
public sealed class ImportTable : IDisposable
{
    private const char Apostrophe = '\'';
    private const string Formula = "=+-@";

    private readonly CsvReader csv;
    private CsvMalformedReason? broken;

    /// <exception cref="Refusal">There is no header that one could read.</exception>
    public ImportTable(Stream file, Encoding encoding)
    {
        csv = CsvReader.Create(file, CsvReaderOptions.Default with { Encoding = encoding, TrackLineNumbers = true, MaxRecordSize = 1 << 20, OnMalformedRecord = record => broken = record.Reason }, leaveOpen: true);
        Tried(() => { csv.ReadHeader(); return true; });
        Header = [.. csv.Headers.Select(h => h.Trim())];
        Separator = csv.Separator;
        if (broken is CsvMalformedReason.UnterminatedQuote) throw new Refusal("The quotation marks of the first row do not match. Close each of them; one inside a cell is written twice.");
        if (Header.Length > ImportFile.MostColumns) throw new Refusal("The table has {0} columns. Take those away that nobody needs: at most {1}.", Header.Length, ImportFile.MostColumns);
        if (Header.All(h => h.Length == 0)) throw new Refusal("The first row names no columns. Write their names there: name, code, category and whichever else there are.");
        if (Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Refusal("Two columns are called “{0}”. Give one of them another name.", twice.Key);
        broken = null;
    }

    public string[] Header { get; }

    public char Separator { get; }

    public void Dispose() => csv.Dispose();

    /// <summary>All rows with something in them.</summary>
    /// <exception cref="Refusal">There are too many, or one has no end.</exception>
    public IEnumerable<TableRow> Rows()
    {
        for (var count = 0; Tried(csv.Read);)
        {
            var cells = new string[Math.Max(Header.Length, csv.FieldCount)];
            for (var n = 0; n < cells.Length; n++) cells[n] = n < csv.FieldCount ? Cell(csv.GetString(n)) : "";
            var fault = Fault(csv.FieldCount, cells);
            broken = null;
            if (fault is null && cells.All(c => c.Length == 0)) continue;
            if (++count > ImportFile.MostRows) throw new Refusal("The table has more than {0} rows. Divide it into several files.", ImportFile.MostRows);
            yield return new((int)csv.LineNumber, cells.Length == Header.Length ? cells : cells[..Header.Length], fault);
        }
    }

    private Sentence? Fault(int fields, string[] cells) => broken switch
    {
        CsvMalformedReason.UnterminatedQuote => new("A quotation mark is opened here and never closed; everything after it belongs to this row. Close it; one inside a cell is written twice."),
        CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote => new("The quotation marks of this row do not match. Close each of them; one inside a cell is written twice."),
        _ when fields != Header.Length => new("This row has {0} cells, and the first one {1}. Look for a separator too many or too few.", fields, Header.Length),
        _ when Array.Find(cells, c => c.Length > ImportFile.MostCell) is not null => new("A cell of this row has more than {0} letters.", ImportFile.MostCell),
        _ when Array.Find(cells, c => c.Contains('\0', StringComparison.Ordinal)) is not null => new("This row has letters in it that are none. Type it again."),
        _ => null,
    };

    // A spreadsheet that writes an apostrophe before what looks like a formula means the text.
    private static string Cell(string cell)
    {
        var text = cell.Trim();
        return text.Length > 1 && text[0] == Apostrophe && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    private static bool Tried(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException)
        {
            throw new Refusal("The table cannot be read: a row of it has no end. Look for a quotation mark that is never closed, and save the file anew.");
        }
    }
}
