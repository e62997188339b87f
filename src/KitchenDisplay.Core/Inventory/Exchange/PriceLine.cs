using System.Globalization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What a row of a price list says. A cell that is empty says nothing.</summary>
internal sealed class PriceLine
{
    internal string? SupplierCode { get; private set; }
    internal string? Code { get; private set; }
    internal string? Name { get; private set; }
    internal List<string> Barcodes { get; } = [];
    internal decimal? Pack { get; private set; }
    internal string? PackUnit { get; private set; }
    internal decimal? Price { get; private set; }
    internal List<Sentence> Problems { get; } = [];

    internal static PriceLine Read(IReadOnlyList<string> cells, IReadOnlyList<string> mapping)
    {
        var line = new PriceLine();
        for (var n = 0; n < cells.Count; n++)
            if (cells[n].Length > 0) line.Take(mapping[n], cells[n]);
        return line;
    }

    private void Take(string target, string cell)
    {
        switch (target)
        {
            case ImportTarget.SupplierCode: SupplierCode = Short(cell); break;
            case ImportTarget.Code: Code = cell; break;
            case ImportTarget.Name: Name = cell; break;
            case ImportTarget.Barcodes: Barcodes.Add(Gtin.Tidy(cell)); break;
            case ImportTarget.PackUnit: PackUnit = Short(cell); break;
            case ImportTarget.Pack: Pack = Number(cell); break;
            case ImportTarget.Price: Price = Number(cell); break;
        }
    }

    private string? Short(string cell)
    {
        if (cell.Length <= 60 && !cell.Any(char.IsControl)) return cell;
        Problems.Add(new("“{0}” is too long: keep it to {1} characters.", cell[..40], 60));
        return null;
    }

    // 1.234,50 and 1,234.50 both say what they mean by their last sign; a currency may stand around it.
    private decimal? Number(string cell)
    {
        var digits = string.Concat(cell.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-'));
        var last = digits.LastIndexOfAny(['.', ',']);
        var isThousands = last >= 0 && digits.Length - last == 4 && digits.Count(c => c == digits[last]) > 1;
        var plain = last < 0 || isThousands ? digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : $"{digits[..last].Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)}.{digits[(last + 1)..]}";
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Problems.Add(new("“{0}” is no number.", cell));
        return null;
    }
}
