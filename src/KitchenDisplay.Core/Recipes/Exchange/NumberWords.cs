using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Numbers as words, in English, German, French, Spanish and Italian. Each call reads at a place and moves it behind what it understood.</summary>
internal static partial class NumberWords
{
    private static readonly Dictionary<string, decimal> counts = Of(
        (1, "a an one ein eine einen einem einer un une una uno"), (2, "two zwei deux dos due"), (3, "three drei trois tres tre"), (4, "four vier quatre cuatro quattro"),
        (5, "five fünf cinq cinco cinque"), (6, "six sechs seis sei"), (7, "seven sieben sept siete sette"), (8, "eight acht huit ocho otto"), (9, "nine neun neuf nueve nove"),
        (10, "ten zehn dix diez dieci"), (11, "eleven elf onze once undici"), (12, "twelve zwölf douze doce dodici"), (15, "fifteen"), (20, "twenty zwanzig vingt veinte venti"), (30, "thirty dreißig trente treinta trenta"));

    private static readonly Dictionary<string, decimal> parts = Of(
        (0.5m, "half halves halbe halber halbes halben demi demie medio mezzo mezza"), (0.25m, "quarter quarters Viertel"), (1m / 3, "third thirds tiers"), (2, "couple"));

    /// <summary>One, two, drei.</summary>
    public static decimal? Count(string text, ref int at) => Take(text, ref at, counts);

    /// <summary>Half a, a quarter of a, three quarters, a couple of: what the number before it is to be multiplied with.</summary>
    public static decimal? Part(string text, ref int at)
    {
        var end = at;
        if (HalfAndHalf().IsMatch(text, end) || Take(text, ref end, parts) is not { } part) return null;
        OfAn(text, ref end);
        at = end;
        return part;
    }

    /// <summary>What stands between a part and its whole: 3/4 of a cup, half an onion.</summary>
    public static void OfAn(string text, ref int at) => at += OfA().Match(text, at).Length;

    /// <summary>And a half: what is to be added to the number before it.</summary>
    public static decimal? And(string text, ref int at)
    {
        if (AndA().Match(text, at) is not { Success: true } and) return null;
        at += and.Length;
        return and.Groups["quarter"].Success ? 0.25m : 0.5m;
    }

    public static bool Dozen(string text, ref int at)
    {
        if (Twelve().Match(text, at) is not { Success: true } dozen) return false;
        at += dozen.Length;
        return true;
    }

    private static decimal? Take(string text, ref int at, Dictionary<string, decimal> words)
    {
        if (Word().Match(text, at) is not { Success: true } word || !words.TryGetValue(word.Groups["word"].Value, out var number)) return null;
        at += word.Length;
        return number;
    }

    private static Dictionary<string, decimal> Of(params (decimal Number, string Words)[] numbers) =>
        numbers.SelectMany(n => n.Words.Split(' '), (n, word) => (word, n.Number)).ToDictionary(n => n.word, n => n.Number, StringComparer.OrdinalIgnoreCase);

    // A word that is joined to the next one is part of it: half-fat, one-pot.
    [GeneratedRegex(@"\G\s*(?<word>\p{L}+)(?=\s)")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G\s*half\s*(?:and|&|n)\s*half\b", RegexOptions.IgnoreCase)]
    private static partial Regex HalfAndHalf();

    [GeneratedRegex(@"\G(?:\s+of)?(?:\s+(?:an?|the)(?=\s))?", RegexOptions.IgnoreCase)]
    private static partial Regex OfA();

    [GeneratedRegex(@"\G\s+and\s+a\s+(?:half|(?<quarter>quarter))(?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex AndA();

    [GeneratedRegex(@"\G\s*(?:dozen|Dutzend|douzaine|docena|dozzina)(?:\s+(?:of|de|d'))?(?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Twelve();
}
