using System.Text.RegularExpressions;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>How much of what unit.</summary>
/// <param name="Note">What was said about it besides: the same in another unit, the size of the tin.</param>
/// <param name="Confidence">Less than 1 where it may have been meant in another way.</param>
internal sealed record Measure(Amount Amount, string? Unit, string? Note = null, double Confidence = 1)
{
    public GenericUnit? Generic => Unit is null ? null : Units.Find(Unit);
}

/// <summary>Reads a quantity with its unit, in all the ways in which lists of ingredients write them.</summary>
internal static partial class Measures
{
    /// <summary>Reads the measure that begins at a place and moves the place behind it and behind an "of"; where none begins, the place stays.</summary>
    public static Measure? Read(string text, ref int at, string language = "en")
    {
        var end = at;
        if ((One(text, ref end, language) ?? OneByItself(text, ref end)) is not { } measure) return null;
        measure = Packs.Read(text, ref end, measure, language);
        measure = Added(text, ref end, measure, language);
        measure = Also(text, ref end, measure, language);
        if (measure.Unit is not null) end += Of().Match(text, end).Length;
        at = end;
        return measure;
    }

    /// <summary>A measure that is all of a text: what stands in parentheses behind an item.</summary>
    public static Measure? ReadAll(string text, string language = "en")
    {
        var at = 0;
        return Read(text, ref at, language) is { } measure && string.IsNullOrWhiteSpace(text[at..]) ? measure : null;
    }

    /// <summary>An amount and the unit behind it, if there is one.</summary>
    public static Measure? One(string text, ref int at, string language)
    {
        var end = at;
        if (Amounts.Read(text, ref end, language) is not { From: > 0 } amount) return null;
        var glued = end < text.Length && char.IsLetter(text[end]);
        var (unit, adjective) = UnitReader.Read(text, ref end);
        // Letters at a number that are no unit make it a name: 7up, 2nd.
        if (glued && unit is null && !Packs.Times().IsMatch(text, end)) return null;
        at = end;
        return new(amount, unit, adjective);
    }

    private static Measure? OneByItself(string text, ref int at)
    {
        var end = at;
        if (UnitReader.Read(text, ref end) is not ({ } unit, var adjective) || !KitchenWords.IsOneByItself(unit) || !UnitReader.IsItem(text, end)) return null;
        at = end;
        return new(new(1), unit, adjective);
    }

    /// <summary>½ cup + 2 tablespoons, 1 lb 4 oz, 30g to 70g.</summary>
    private static Measure Added(string text, ref int at, Measure measure, string language)
    {
        var join = Join().Match(text, at);
        var end = at + join.Length;
        if (measure is not { Generic: { } unit, Amount.To: null } || One(text, ref end, language) is not { Generic: { } other, Amount.To: null } more || other.Base != unit.Base) return measure;
        var isRange = join.Groups["to"].Success;
        if (isRange ? other != unit || more.Amount.From <= measure.Amount.From : other.InBase >= unit.InBase) return measure;
        // "1 cup 250 ml" says the same twice, "1 lb 4 oz" does not.
        if (string.IsNullOrWhiteSpace(join.Value) && KitchenRounding.IsMetric(unit.Word) != KitchenRounding.IsMetric(other.Word)) return measure;
        at = end;
        return measure with { Amount = isRange ? new(measure.Amount.From, more.Amount.From) : new(Math.Round(measure.Amount.From + (more.Amount.From * other.InBase / unit.InBase), 4)) };
    }

    /// <summary>The same in another unit, behind a stroke or in parentheses: 32 oz / 950ml. It becomes a note.</summary>
    private static Measure Also(string text, ref int at, Measure measure, string language)
    {
        while (measure.Unit is not null && Or().Match(text, at) is { Success: true } or)
        {
            var end = at + or.Length;
            var isOpen = or.Value.Contains('(', StringComparison.Ordinal);
            if (One(text, ref end, language) is not { Unit: not null }) break;
            var note = text[(at + or.Length)..end].Trim();
            if (isOpen)
            {
                if (Close().Match(text, end) is not { Success: true } close) break;
                end += close.Length;
            }
            at = end;
            measure = measure with { Note = measure.Note is null ? note : $"{measure.Note}, {note}" };
        }
        return measure;
    }

    /// <summary>What closes parentheses.</summary>
    [GeneratedRegex(@"\G\s*[)\]]")]
    public static partial Regex Close();

    [GeneratedRegex(@"\G\s*(?:(?<to>-|–|to\b|bis\b)|\+|plus\b|and\b|&)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Join();

    [GeneratedRegex(@"\G\s*(?:/|\||=|or\b|oder\b|ou\b|\()\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"\G(?:\s+(?:of|de la|de|du|des|di|del|della|worth of)(?=\s)|\s+d['’])", RegexOptions.IgnoreCase)]
    private static partial Regex Of();
}
