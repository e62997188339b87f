using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A time to wait, where a text says it.</summary>
/// <param name="Minutes">Of a range the longer end.</param>
/// <param name="At">Where it begins in the text.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct Duration(decimal Minutes, int At, int End);

/// <summary>Finds times in a text: 10 minutes, 1-2 hours, 1 hr 15 min, half an hour, eine Stunde.</summary>
internal static partial class Durations
{
    private const decimal MinutesOfAnHour = 60;
    private const decimal MinutesOfADay = 1440;

    /// <summary>Every time in a text, in its order.</summary>
    public static IEnumerable<Duration> In(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (start > 0 && IsInside(text, start)) continue;
            var at = start;
            if (Whole(text, ref at) is not { } minutes) continue;
            if (!Often().IsMatch(text[..start]) && !(Before().IsMatch(text, at) && Begin().IsMatch(text[..start]))) yield return new(minutes, start, at);
            start = at - 1;
        }
    }

    // A number begins with a letter or a digit, and not in the middle of a word.
    private static bool IsInside(string text, int at) => char.IsWhiteSpace(text[at]) || char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ',' or '/';

    private static decimal? Whole(string text, ref int at)
    {
        if (One(text, ref at) is not ({ } minutes, var unit)) return null;
        if (AndAHalf().Match(text, at) is { Success: true } half)
        {
            at += half.Length;
            return minutes + (unit / 2);
        }
        var end = at + And().Match(text, at).Length;
        if (One(text, ref end) is not ({ } rest, var smaller) || smaller >= unit) return minutes;
        at = end;
        return minutes + rest;
    }

    private static (decimal? Minutes, decimal Unit) One(string text, ref int at)
    {
        var end = at;
        if (Amounts.Read(text, ref end) is not { } amount || Unit().Match(text, end) is not { Success: true } unit) return default;
        at = end + unit.Length;
        var minutes = unit.Groups["second"].Success ? 1 / 60m : unit.Groups["minute"].Success ? 1 : unit.Groups["hour"].Success ? MinutesOfAnHour : unit.Groups["day"].Success ? MinutesOfADay : 7 * MinutesOfADay;
        return (Math.Round(amount.Upper * minutes, 2), minutes);
    }

    // One letter for minutes only at the end of a text, where a head of a recipe has it: elsewhere it may be metres.
    [GeneratedRegex(@"\G[\s-]*(?:(?<second>sec(?:ond)?s?|Sekunden?|secondes?|segundos?|secondi)|(?<minute>min(?:ute)?s?|Minuten|minutos?|minut[oi]|m(?=\.?\s*$))|(?<hour>h(?:ou)?rs?|h|Std|Stunden?|heures?|horas?|or[ae])|(?<day>days?|Tagen?|Tag|jours?|días?|giorn[oi])|(?<week>weeks?|Wochen?|semaines?|semanas?|settiman[ae]))(?:\b|(?<=h)(?=[0-9]))\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\G\s*(?:,|and\b|und\b|et\b|y\b|e\b)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\G\s+and\s+a\s+half\b", RegexOptions.IgnoreCase)]
    private static partial Regex AndAHalf();

    // How often is not how long.
    [GeneratedRegex(@"\b(?:every|each|per|alle|toutes les|cada|ogni)\s*$", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Often();

    // "Ten minutes before the end" says when; "rest for ten minutes before serving" says how long.
    [GeneratedRegex(@"\G\s*(?:before|ahead|earlier|prior)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:^|[.;:!*(])\s*(?:(?:about|around)\s*)?$", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Begin();
}
