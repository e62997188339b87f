using System.Globalization;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Numbers as cooks write them.</summary>
internal static class KitchenNumbers
{
    private static readonly (decimal Value, string Sign)[] fractions = [(0.125m, "⅛"), (0.25m, "¼"), (1m / 3, "⅓"), (0.375m, "⅜"), (0.5m, "½"), (0.625m, "⅝"), (2m / 3, "⅔"), (0.75m, "¾"), (0.875m, "⅞")];

    /// <summary>1 ½ for spoons, cups and things that are counted, 1.5 for grams and litres.</summary>
    public static string Write(decimal number, string? unit)
    {
        var whole = Math.Floor(number);
        var fraction = fractions.FirstOrDefault(f => Math.Abs(number - whole - f.Value) < 0.0001m);
        return fraction.Sign is null || KitchenRounding.IsMetric(unit) ? number.ToString("0.####", CultureInfo.CurrentCulture) : whole == 0 ? fraction.Sign : $"{whole:0} {fraction.Sign}";
    }
}
