using System.Globalization;
using KitchenDisplay.Core.Inventory.Temperatures;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Temperatures;

/// <summary>Temperatures as people read them.</summary>
public static class Celsius
{
    public static string Of(decimal celsius) => $"{celsius.ToString("0.0", CultureInfo.CurrentCulture).Replace('-', '−')} °C";

    /// <summary>What is allowed: <c>0 to 5 °C</c>.</summary>
    public static string Limits(IStringLocalizer<Texts> t, decimal? min, decimal? max) => (min, max) switch
    {
        ({ } low, { } high) => t["{0} to {1} °C", Short(low), Short(high)],
        (null, { } high) => t["at most {0} °C", Short(high)],
        ({ } low, null) => t["at least {0} °C", Short(low)],
        _ => "",
    };

    /// <summary>What somebody typed; null for no number.</summary>
    public static decimal? Parse(string? typed) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var celsius) ? celsius : null;

    /// <summary>How a check stands, in a word.</summary>
    public static string Word(IStringLocalizer<Texts> t, CheckState state) => state switch
    {
        CheckState.Later => t["later"],
        CheckState.Due => t["due now"],
        CheckState.Overdue => t["overdue"],
        CheckState.Missed => t["not done"],
        CheckState.DoneLate => t["done late"],
        _ => t["done"],
    };

    private static string Short(decimal celsius) => celsius.ToString("0.#", CultureInfo.CurrentCulture).Replace('-', '−');
}
