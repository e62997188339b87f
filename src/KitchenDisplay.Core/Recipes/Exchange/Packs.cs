using System.Text.RegularExpressions;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads measures of what is sold in pieces of a size.</summary>
internal static partial class Packs
{
    // A range whose upper end is so many times the lower one is none.
    private const int Improbable = 5;

    /// <summary>The measure with what stands behind it: one 15 oz can, 2 (400 g) tins, 2 x 33cl bottles, 2 x 400g, 1/4 (70g) cup, 12 oz can.</summary>
    public static Measure Read(string text, ref int at, Measure measure, string language) =>
        measure.Unit is null ? Sized(text, ref at, measure, language) : OneOfASize(text, ref at, measure) ?? Packed(text, ref at, measure);

    /// <summary>1 - 15 oz can: nobody sells tins of one to fifteen ounces.</summary>
    private static Measure? OneOfASize(string text, ref int at, Measure measure)
    {
        var end = at;
        if (measure is not { Amount: { To: { } size, From: var count }, Generic: not null } || count != Math.Floor(count) || size < count * Improbable) return null;
        if (UnitReader.Read(text, ref end) is not ({ } container, _) || Units.Find(container) is not null) return null;
        at = end;
        return new(new(count), container, $"{Numbers.Write(size)} {measure.Unit}", 0.8);
    }

    private static Measure Sized(string text, ref int at, Measure measure, string language)
    {
        var times = Times().Match(text, at);
        at += times.Length;
        var open = Open().Match(text, at);
        var (start, end) = (at + open.Length, at + open.Length);
        if (Measures.One(text, ref end, language) is not { Unit: not null } each) return measure;
        var size = text[start..end].Trim();
        var isInside = open.Value.Contains('(', StringComparison.Ordinal);
        if (isInside && Measures.Close().Match(text, end) is { Success: true } close) end += close.Length;
        var behind = end;
        if (UnitReader.Read(text, ref behind) is ({ } unit, _) && (isInside || Units.Find(unit) is null))
        {
            at = behind;
            return new(measure.Amount, unit, size);
        }
        if (!times.Success || isInside || each is not { Generic: not null, Amount.To: null } || measure.Amount.To is not null) return measure;
        at = end;
        return each with { Amount = new(measure.Amount.From * each.Amount.From), Note = $"{Numbers.Write(measure.Amount.From)} × {size}" };
    }

    /// <summary>12 oz can, 5 cm piece: the weight is the quantity, the package a note.</summary>
    private static Measure Packed(string text, ref int at, Measure measure)
    {
        var end = at;
        if (UnitReader.Read(text, ref end) is not ({ } package, _) || !KitchenWords.IsPackage(package) || !UnitReader.IsItem(text, end)) return measure;
        at = end;
        return measure with { Note = package };
    }

    /// <summary>Times: 2 x 400g.</summary>
    [GeneratedRegex(@"\G\s?[x×](?=[\s(0-9¼-¾])\s*", RegexOptions.IgnoreCase)]
    public static partial Regex Times();

    [GeneratedRegex(@"\G\s*\(?\s*")]
    private static partial Regex Open();
}
