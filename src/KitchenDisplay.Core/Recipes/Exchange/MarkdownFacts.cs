using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The lines at the head of a recipe that say how long it takes and how much it makes: "🍳 Cook time: 30 min".</summary>
internal static partial class MarkdownFacts
{
    /// <summary>Which of them a line is; null for another one, also for a sentence that begins like one: "Makes a fine lunch."</summary>
    public static MarkdownPart? PartOf(string line, bool isItem) => Fact().Match(line) is not { Success: true } fact || (!isItem && fact.Groups["yield"].Success && Yields.Read(Value(line)) is null) ? null
        : fact.Groups["prep"].Success ? MarkdownPart.Prep
        : fact.Groups["cook"].Success ? MarkdownPart.Cook
        : fact.Groups["total"].Success ? MarkdownPart.Total
        : MarkdownPart.Yield;

    /// <summary>What it says behind its name.</summary>
    public static string Value(string line) => Fact().Match(line).Groups["value"].Value.Trim();

    /// <summary>Minutes, and whether they are all that a text says.</summary>
    public static (int? Minutes, bool IsAll) Minutes(string value)
    {
        if (Durations.In(value).Select(d => (Duration?)d).FirstOrDefault() is not { } time) return (Numbers.Read(value) is { } bare ? Numbers.Minutes(bare) : null, false);
        return (Numbers.Minutes(time.Minutes), string.IsNullOrWhiteSpace(value[time.End..].Trim('.')) && !value[..time.At].Any(char.IsDigit));
    }

    public static string Minutes(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var hours, 0) => $"{hours} h",
        var (hours, rest) => $"{hours} h {rest} min",
    };

    public static string Write(MarkdownPart part, string value) => part switch
    {
        MarkdownPart.Prep => $"- ⏲️ Prep time: {value}",
        MarkdownPart.Cook => $"- 🍳 Cook time: {value}",
        MarkdownPart.Total => $"- ⏱️ Total time: {value}",
        _ => $"- 🍽️ Servings: {value}",
    };

    [GeneratedRegex(@"^[^\p{L}\n]{0,12}(?:(?:(?<prep>prep(?:aration)?|Vorbereitung)|(?<cook>""?cook""?(?:ing)?|Kochzeit|cuisson)|(?<total>total|Gesamt))\s*(?:time|zeit)?\s*:|(?<yield>servings?|serves|makes|yields?|Portionen|portions|porciones|porzioni)\s*:?(?=\s|[0-9]|$))(?<value>[^\n]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Fact();
}
