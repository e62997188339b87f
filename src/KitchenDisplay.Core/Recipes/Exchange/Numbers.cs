using System.Globalization;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Numbers as files write them, whatever the language of the program.</summary>
internal static class Numbers
{
    public static string Write(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static decimal? Read(string text) => decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whole minutes; what is left of one counts as one.</summary>
    public static int Minutes(decimal minutes) => (int)Math.Min(Math.Ceiling(minutes), int.MaxValue);
}
