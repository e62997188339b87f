using System.Text.RegularExpressions;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>
/// Scales a line of ingredients to what a kitchen can measure, and writes it: "1 ½ cups", "2–3 cloves". Rounding changes a quantity by at most <see cref="WorstError"/> of itself,
/// and never to nothing; only eggs and their parts are rounded to halves, which is a quarter of one at most, and half of one at least.
/// </summary>
public static partial class RecipeScale
{
    /// <summary>The largest part of a quantity by which rounding changes it.</summary>
    public const decimal WorstError = 0.15m;

    /// <summary>So many times as much; by 1 it stays as it is, and so does a line without a quantity.</summary>
    /// <param name="factor">More than nothing.</param>
    public static IngredientLine Times(this IngredientLine line, decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        if (factor == 1 || line.Quantity is not > 0) return line;
        var unit = KitchenRounding.Unit((line.QuantityTo ?? line.Quantity.Value) * factor, line.Unit);
        var isEggs = unit is null or "piece" && Egg().IsMatch(line.Name ?? "");
        var (from, to) = (Round(line.Quantity.Value), line.QuantityTo is { } upper ? Round(upper) : (decimal?)null);
        return line with { Quantity = from, QuantityTo = to > from ? to : null, Unit = unit };

        decimal Round(decimal quantity)
        {
            var exact = KitchenRounding.Convert(quantity * factor, line.Unit, unit);
            return isEggs ? KitchenRounding.RoundEggs(exact) : KitchenRounding.Round(exact, unit);
        }
    }

    /// <summary>Quantity and unit, as cooks write them; empty for a line without a quantity.</summary>
    public static string Measure(IngredientLine line)
    {
        if (line.Quantity is not { } quantity) return "";
        var number = line.QuantityTo is { } to && to != quantity ? $"{KitchenNumbers.Write(quantity, line.Unit)}–{KitchenNumbers.Write(to, line.Unit)}" : KitchenNumbers.Write(quantity, line.Unit);
        return line.Unit is { } unit && unit != Units.Name(BaseUnit.Piece) ? $"{number} {((line.QuantityTo ?? quantity) > 1 ? KitchenWords.Plural(unit) : unit)}" : number;
    }

    /// <summary>The whole line: quantity, unit, name and preparation; as it was written where it was kept as text or has no quantity.</summary>
    public static string Write(IngredientLine line) =>
        line is { Quantity: not null, Name: { } name } ? $"{Measure(line)} {name}{(line.Preparation is { } done ? $", {done}" : "")}" : line.Text;

    [GeneratedRegex(@"\b(?:eggs?|yolks?|Ei|Eier|Eigelbe?|œufs?|oeufs?|huevos?|uov[ao])\b(?!\s?plants?)", RegexOptions.IgnoreCase)]
    private static partial Regex Egg();
}
