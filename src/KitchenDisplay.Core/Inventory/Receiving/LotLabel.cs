using System.Globalization;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What a label of the house says to a scanner.</summary>
public static class LotLabel
{
    private const decimal MostGrams = 999_999m;

    /// <summary>The elements, in brackets: every scanner types these, while not every one types a separator.</summary>
    /// <param name="gtin">14 digits.</param>
    /// <param name="pack">How much is in the pack that it is stuck on, in base units; null when it is not said.</param>
    public static string Text(string gtin, Lot lot, BaseUnit unit, decimal? pack) => ElementText.Write(Elements(gtin, lot, unit, pack));

    private static IEnumerable<ScannedElement> Elements(string gtin, Lot lot, BaseUnit unit, decimal? pack)
    {
        yield return new("01", gtin);
        if (lot.Code.Length <= ElementText.Longest && lot.Code.All(ElementText.Allows)) yield return new("10", lot.Code);
        if (lot.UseBy is { } useBy) yield return new("17", ElementDate.Write(useBy));
        if (lot.BestBefore is { } best) yield return new("15", ElementDate.Write(best));
        if (Pack(unit, pack) is { } content) yield return content;
    }

    private static ScannedElement? Pack(BaseUnit unit, decimal? pack) => (unit, pack) switch
    {
        (BaseUnit.Gram, > 0 and <= MostGrams) => new("3103", Digits(pack.Value)),
        (BaseUnit.Millilitre, > 0 and <= MostGrams) => new("3153", Digits(pack.Value)),
        (BaseUnit.Piece, > 0 and <= MostGrams) when decimal.IsInteger(pack.Value) => new("30", pack.Value.ToString("0", CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string Digits(decimal quantity) => Math.Round(quantity).ToString("000000", CultureInfo.InvariantCulture);
}
