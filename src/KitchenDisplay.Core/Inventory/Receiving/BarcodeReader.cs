using System.Globalization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>Understands what a scanner types like a keyboard: GS1-128, DataMatrix, QR and DataBar with their elements, EAN-13, UPC-A, EAN-8, ITF-14, and whatever else a house has on its boxes. Knows no database.</summary>
public static class BarcodeReader
{
    private const int Longest = 400;
    private const int LongestOther = 60;

    // What scanners type where a keyboard has no key for the separator.
    private static readonly string[] separators = ["<GS>", "{GS}", "[GS]", "\u241d", "\u2194"];

    /// <summary>What was read.</summary>
    /// <param name="typed">With the scanner's prefix (]C1, ]d2, ]Q3) or without, with separators or brackets.</param>
    /// <param name="today">Years with two digits are those nearest to it.</param>
    /// <exception cref="Refusal">It cannot be; the sentence says what is wrong and what to do.</exception>
    public static ScannedCode Read(string typed, DateOnly today)
    {
        var text = Tidy(typed);
        if (text.Length == 0) throw new Refusal("Nothing was scanned. Scan the code again.");
        if (text.Length > Longest) throw new Refusal("This is longer than any label. Scan one label at a time.");
        var (symbol, data) = text is [']', _, _, ..] ? (text[..3], text[3..]) : ("", text);
        if (symbol is "]C1" or "]e0" or "]d2" or "]Q3" or "]J1") return Elements(data, today);
        if (symbol is "]E0" or "]E4" or "]I0" or "]I1") return new() { Code = Gtin.Read(data) };
        if (data.StartsWith('(')) return Meaning(ElementReader.ReadBrackets(data), today);
        if (IsElements(data)) return Elements(data, today);
        if (Gtin.IsLength(data.Length) && data.All(char.IsAsciiDigit)) return new() { Code = Gtin.Read(data) };
        if (data.Length is 0 or > LongestOther || data.Any(char.IsControl) || data.Any(char.IsSurrogate)) throw new Refusal("This is no code that can be kept. Scan it again, or type the number under the bars.");
        return new() { Code = data };
    }

    private static string Tidy(string typed)
    {
        foreach (var separator in separators) typed = typed.Replace(separator, "\u001d", StringComparison.OrdinalIgnoreCase);
        return typed.Trim(' ', '\r', '\n', '\t');
    }

    // Without a prefix only what begins like a label is one: the scanner has not told what it saw.
    private static bool IsElements(string data) =>
        data.Contains(ElementReader.Separator) || (data.Length > 16 && data[..2] is "01" or "02" && data[2..16].All(char.IsAsciiDigit)) || (data.Length == 16 && data[..2] is "01" && data.All(char.IsAsciiDigit))
        || (data.Length >= 20 && data.StartsWith("00", StringComparison.Ordinal) && data[..20].All(char.IsAsciiDigit));

    private static ScannedCode Elements(string data, DateOnly today) => Meaning(ElementReader.Read(data), today);

    private static ScannedCode Meaning(IEnumerable<(ElementKind Kind, ScannedElement Element)> elements, DateOnly today)
    {
        var read = new List<ScannedElement>();
        var code = new ScannedCode();
        foreach (var (kind, element) in elements)
        {
            if (read.Find(e => e.Ai == element.Ai) is { } before && before.Value != element.Value) throw new Refusal("({0}) {1} stands there twice: {2} and {3}. Scan one label at a time.", element.Ai, kind.Name, before.Value, element.Value);
            read.Add(element);
            code = With(code, kind, element, today);
        }
        return read.Count > 0 ? code with { Elements = read } : throw new Refusal("Nothing was scanned. Scan the code again.");
    }

    private static ScannedCode With(ScannedCode code, ElementKind kind, ScannedElement element, DateOnly today)
    {
        // What cannot be is refused, also where nobody here needs it: then the rest was misread as well.
        var date = kind.Form == ElementForm.Date ? ElementDate.Read(element.Value, kind.Name, today) : (DateOnly?)null;
        var number = kind.HasPoint ? Number(kind, element) : kind.Form == ElementForm.Digits ? decimal.Parse(element.Value, CultureInfo.InvariantCulture) : (decimal?)null;
        return kind.Ai switch
        {
            "00" => code with { ShippingUnit = element.Value },
            // The content's own number comes before that of the box around it: what comes in is what is in it.
            "01" => code with { Code = code.Code ?? element.Value },
            "02" => code with { Code = element.Value },
            "10" => code with { Lot = element.Value },
            "11" => code with { ProducedOn = date },
            "13" => code with { PackedOn = date },
            "15" => code with { BestBefore = date },
            "16" => code with { SellBy = date },
            "17" => code with { UseBy = date },
            "21" => code with { Serial = element.Value },
            "30" => code with { Pieces = (int?)number },
            "37" => code with { Count = (int?)number },
            "310" => code with { Measure = number, MeasureUnit = "kg" },
            "320" when code.MeasureUnit is not "kg" => code with { Measure = number, MeasureUnit = "lb" },
            "315" when code.MeasureUnit is null => code with { Measure = number, MeasureUnit = "l" },
            "392" => code with { Price = number },
            "393" => code with { Price = number, Currency = element.Value[..3] },
            _ => code,
        };
    }

    private static decimal Number(ElementKind kind, ScannedElement element)
    {
        var digits = kind.Form == ElementForm.DecimalsInCurrency ? element.Value[Math.Min(3, element.Value.Length)..] : element.Value;
        var places = element.Ai[^1] - '0';
        if (digits.Length is 0 or > 15 || places >= 6 || places > digits.Length) throw new Refusal("({0}) {1} cannot be right: {2} with {3} digits behind the point. Scan it again.", element.Ai, kind.Name, element.Value, places);
        return decimal.Parse($"{digits}e-{places}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
