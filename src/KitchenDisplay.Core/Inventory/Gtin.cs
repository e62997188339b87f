using System.Globalization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>The number under the bars of a product. However long it is printed, it is kept with 14 digits.</summary>
public static class Gtin
{
    // GS1 leaves 040 to 049 to everybody for what does not leave the house.
    internal const string Own = "004";

    /// <summary>Whether a number of so many digits can be one: EAN-8, UPC-A, EAN-13, ITF-14.</summary>
    public static bool IsLength(int digits) => digits is 8 or 12 or 13 or 14;

    /// <summary>The 14 digits of a number that was printed with 8, 12, 13 or 14.</summary>
    /// <exception cref="Refusal">It has another length, or its check digit is wrong.</exception>
    public static string Read(string digits)
    {
        if (!IsLength(digits.Length) || !digits.All(char.IsAsciiDigit)) throw new Refusal("{0} is no number of a product: those have 8, 12, 13 or 14 digits. Scan it again.", digits);
        if (!CheckDigit.Closes(digits)) throw new Refusal("{0} cannot be right: its last digit should be {1}. Scan it again, or type it again.", digits, CheckDigit.Of(digits.AsSpan(..^1)));
        return digits.PadLeft(14, '0');
    }

    /// <summary>A number as it would be kept, for those who look for one: what has other signs or another length stays as it is, and its check digit is nobody's concern.</summary>
    public static string Tidy(string code) => code.Trim() is var tidy && IsLength(tidy.Length) && tidy.All(char.IsAsciiDigit) ? tidy.PadLeft(14, '0') : code.Trim();

    /// <summary>A number of the house's own, for labels that it prints itself.</summary>
    /// <param name="count">From 1; the how-manieth it is.</param>
    public static string OfTheHouse(long count)
    {
        var digits = Own + count.ToString("D10", CultureInfo.InvariantCulture);
        return digits + CheckDigit.Of(digits);
    }

    /// <summary>Whether the house has given this number itself.</summary>
    public static bool IsOfTheHouse(string gtin) => gtin.Length == 14 && gtin.StartsWith(Own, StringComparison.Ordinal);
}
