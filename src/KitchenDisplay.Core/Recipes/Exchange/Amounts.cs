using System.Globalization;
using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A number, or the two ends of a range.</summary>
internal readonly record struct Amount(decimal From, decimal? To = null)
{
    public decimal Upper => To ?? From;
}

/// <summary>Reads how many: 1 1/2, ½, 2,5, 5-6, 2 to 3, half a dozen.</summary>
internal static partial class Amounts
{
    // What a stored quantity can hold.
    private const int Decimals = 4;

    // In this order: what is read by a later one would be cut short by it before an earlier one.
    private static readonly (Regex Pattern, Func<Match, decimal?> Value)[] english = Patterns(GroupedByComma());
    private static readonly (Regex Pattern, Func<Match, decimal?> Value)[] elsewhere = Patterns(GroupedByPoint());

    /// <summary>Reads the amount that begins at a place and moves the place behind it; where none begins, the place stays.</summary>
    /// <param name="language">Decides whether 1,500 is one and a half or fifteen hundred.</param>
    public static Amount? Read(string text, ref int at, string language = "en")
    {
        var end = at + About().Match(text, at).Length;
        if (Number(text, ref end, language) is not { } from) return null;
        at = end;
        if (Until().Match(text, end) is not { Success: true } until) return new(from);
        end += until.Length;
        if (Number(text, ref end, language) is not { } to || to <= from) return new(from);
        at = end;
        return new(from, to);
    }

    private static decimal? Number(string text, ref int at, string language)
    {
        var end = at;
        decimal number;
        if ((Digits(text, ref end, language) ?? NumberWords.Count(text, ref end)) is { } count)
        {
            number = count;
            if (NumberWords.And(text, ref end) is { } more) number += more;
            else if (NumberWords.Part(text, ref end) is { } part) number *= part;
            else if (number < 1) NumberWords.OfAn(text, ref end);
        }
        else if (NumberWords.Part(text, ref end) is { } part) number = part;
        else return null;
        if (NumberWords.Dozen(text, ref end)) number *= 12;
        at = end;
        return Math.Round(number, Decimals);
    }

    private static decimal? Digits(string text, ref int at, string language)
    {
        foreach (var (pattern, value) in language == "en" ? english : elsewhere)
            if (pattern.Match(text, at) is { Success: true } match && value(match) is { } number)
            {
                at += match.Length;
                return number;
            }
        return null;
    }

    private static (Regex, Func<Match, decimal?>)[] Patterns(Regex grouped) =>
    [
        (Mixed(), Divided),
        (Fraction(), Divided),
        (Vulgar(), m => Whole(m) + (decimal)CharUnicodeInfo.GetNumericValue(m.Groups["vulgar"].Value[0])),
        (grouped, m => Parse(m.Value.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))),
        (Plain(), m => Parse(m.Value.Replace(',', '.'))),
    ];

    private static decimal? Divided(Match match)
    {
        var (top, bottom) = (Parse(match.Groups["top"].Value), Parse(match.Groups["bottom"].Value));
        return bottom == 0 || (match.Groups["whole"].Success && top >= bottom) ? null : Whole(match) + (top / bottom);
    }

    private static decimal Whole(Match match) => match.Groups["whole"] is { Success: true } whole ? Parse(whole.Value) : 0;

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\G\s*(?:~|≈|±|<|(?:ca|circa|about|approx|approximately|around|roughly|up to|at least|from|between|etwa|environ)\b\.?)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"\G(?:\s*[-–—~]\s*|\s+(?:to|or|bis|oder|à|ou|a|o)\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"\G(?<whole>[0-9]{1,6})(?:\s*[-&+]\s*|\s+(?:and\s+|und\s+|et\s+|y\s+|e\s+)?)(?<top>[0-9]{1,3})\s?[/⁄∕]\s?(?<bottom>[0-9]{1,3})(?![0-9/])", RegexOptions.IgnoreCase)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\G(?<top>[0-9]{1,3})\s?[/⁄∕]\s?(?<bottom>[0-9]{1,3})(?![0-9/])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\G(?:(?<whole>[0-9]{1,6})(?:\s*-\s*|\s+and\s+|\s*))?(?<vulgar>[¼-¾⅐-⅞])", RegexOptions.IgnoreCase)]
    private static partial Regex Vulgar();

    [GeneratedRegex(@"\G[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}(?![0-9,.]|\s?%)")]
    private static partial Regex GroupedByComma();

    [GeneratedRegex(@"\G[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}(?![0-9,.]|\s?%)")]
    private static partial Regex GroupedByPoint();

    [GeneratedRegex(@"\G(?:[0-9]{1,7}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6})(?![0-9]|[.,][0-9]|\s?%|\s?[-–]\s?[0-9.,]+\s?%)")]
    private static partial Regex Plain();
}
