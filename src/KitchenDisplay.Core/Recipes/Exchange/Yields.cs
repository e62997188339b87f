using System.Text.RegularExpressions;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads how much comes out of a recipe: 4, 4-6 servings, makes 12 pancakes, 2 litres.</summary>
internal static partial class Yields
{
    public const string Servings = "servings";

    /// <summary>The quantity, of a range the smaller one, since that much is promised, and its unit; whether that was all the text says. Null when it says no quantity.</summary>
    public static (decimal Quantity, string Unit, bool IsAll)? Read(string text)
    {
        var plain = PlainText.OfMarkdown(text);
        var at = Makes().Match(plain).Length;
        // Less than one of something is no yield but two or three servings, written 2/3.
        if (Amounts.Read(plain, ref at) is not { From: >= 1 } amount) return null;
        var thing = Thing().Match(plain, at);
        var isAll = amount.To is null && End().IsMatch(plain, at + thing.Length);
        return thing.Success ? (amount.From, People().IsMatch(thing.Groups["thing"].Value) ? Servings : Units.Name(thing.Groups["thing"].Value), isAll) : (amount.From, Servings, isAll);
    }

    /// <summary>As a file says it.</summary>
    public static string Write(decimal quantity, string? unit) => unit is null or Servings ? $"{Numbers.Write(quantity)}" : $"{Numbers.Write(quantity)} {unit}";

    [GeneratedRegex(@"^\s*(?:(?:makes|serves|yields?|servings|about|approx\.?|around|for|für|pour|para|per)\b[\s:.]*)*", RegexOptions.IgnoreCase)]
    private static partial Regex Makes();

    [GeneratedRegex(@"\G\s*(?<thing>\p{L}(?:[\p{L}' -]{0,40}\p{L})?)", RegexOptions.IgnoreCase)]
    private static partial Regex Thing();

    [GeneratedRegex(@"^(?:hearty |adult )?(?:servings?|people|persons?|portions?|Portionen|Personen|personnes?|personas|persone|porzioni|porciones)$", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\G[\s.]*$")]
    private static partial Regex End();
}
