using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Durations of ISO 8601, such as PT1H30M.</summary>
internal static partial class IsoDurations
{
    /// <summary>In minutes; a text in words is understood as well, and null when it says no time.</summary>
    public static int? Read(string text)
    {
        if (Iso().Match(text) is not { Success: true } iso) return Durations.In(text).Select(d => (int?)Numbers.Minutes(d.Minutes)).FirstOrDefault();
        decimal Of(string part, decimal minutes) => iso.Groups[part] is { Success: true } group ? Numbers.Read(group.Value.Replace(',', '.')).GetValueOrDefault() * minutes : 0;
        return Numbers.Minutes(Of("days", 1440) + Of("hours", 60) + Of("minutes", 1) + Of("seconds", 1 / 60m));
    }

    public static string Write(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"PT{rest}M",
        (var hours, 0) => $"PT{hours}H",
        var (hours, rest) => $"PT{hours}H{rest}M",
    };

    [GeneratedRegex(@"^\s*P(?:0+Y)?(?:0+M)?(?:(?<days>[0-9]{1,5}(?:[.,][0-9]{1,4})?)D)?(?:T(?:(?<hours>[0-9]{1,6}(?:[.,][0-9]{1,4})?)H)?(?:(?<minutes>[0-9]{1,7}(?:[.,][0-9]{1,4})?)M)?(?:(?<seconds>[0-9]{1,8}(?:[.,][0-9]{1,9})?)S)?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Iso();
}
