namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>A pack's number as it is kept: 14 digits, shorter ones with zeros before them.</summary>
public static class Gtin
{
    /// <summary>The number with 14 digits; what has other signs or another length stays as it is.</summary>
    public static string Of(string code)
    {
        var tidy = code.Trim();
        return tidy.Length is 8 or 12 or 13 && tidy.All(char.IsAsciiDigit) ? tidy.PadLeft(14, '0') : tidy;
    }
}
