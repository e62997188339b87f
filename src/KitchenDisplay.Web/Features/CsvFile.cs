using System.Globalization;
using System.Text;
using CsvHelper;

namespace KitchenDisplay.Web.Features;

/// <summary>A table as a file that opens in whoever's spreadsheet.</summary>
public static class CsvFile
{
    // What somebody typed must not become a formula there.
    private static readonly CsvWriterOptions harmless = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>Rows as text, each field harmless in a spreadsheet.</summary>
    public static string Write(IEnumerable<object?[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, harmless, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var field in row) csv.WriteField(field is decimal number ? number.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(field, CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        return text.ToString();
    }

    // With its mark: without it a spreadsheet takes the text for another alphabet.
    public static IResult Of(string name, IEnumerable<object?[]> rows) =>
        Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(rows))], "text/csv; charset=utf-8", $"{string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' ? c : '_'))}.csv");
}
