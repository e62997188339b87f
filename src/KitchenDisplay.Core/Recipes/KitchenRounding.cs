using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What a kitchen can measure: in which unit a quantity reads best, and what it is rounded to there.</summary>
internal static class KitchenRounding
{
    /// <summary>What a quantity is never less than: the least that one can hold.</summary>
    public const decimal Least = 0.0001m;

    private const decimal Close = 0.05m;
    private const decimal Exact = 0.01m;

    // Parts of one that a spoon, a cup or a knife can make.
    private static readonly decimal[] none = [0];
    private static readonly decimal[] halves = [0, 0.5m];
    private static readonly decimal[] quarters = [0, 0.25m, 0.5m, 0.75m];
    private static readonly decimal[] thirds = [.. quarters, 0.3333m, 0.6667m];

    // Of scales and jugs the coarsest step that is fine enough for the size.
    private static readonly decimal[] small = [25, 10, 5, 1, 0.5m, 0.25m, 0.1m, 0.05m, 0.01m];
    private static readonly decimal[] large = [0.5m, 0.25m, 0.1m, 0.05m, 0.01m];

    // From the coarsest on; the first that is near enough is taken.
    private static readonly (decimal Whole, decimal[] Parts, decimal Error)[] spoons = [(1, none, Exact), (1, thirds, Close), (0.5m, quarters, Close), (1, thirds, RecipeScale.WorstError)];
    private static readonly (decimal Whole, decimal[] Parts, decimal Error)[] pieces = [(1, none, Close), (1, halves, 0.1m), (1, quarters, RecipeScale.WorstError), (0.5m, quarters, RecipeScale.WorstError)];

    // Smallest first; of each the least that is written in it and the parts in which it reads well, where it is the line's own unit, and where it would be another one.
    private static readonly (string Unit, (decimal Least, decimal[] Parts) Own, (decimal Least, decimal[] Parts) Instead)[][] families =
    [
        [("tsp", (0, thirds), (0, thirds)), ("tbsp", (0.5m, quarters), (1, halves)), ("cup", (0.25m, thirds), (0.25m, thirds))],
        [("oz", (0, quarters), (0, quarters)), ("lb", (0.25m, quarters), (1, halves))],
    ];

    private static readonly (string Small, string Large)[] metric = [("g", "kg"), ("ml", "l")];

    /// <summary>The unit in which so much of a unit reads best.</summary>
    public static string? Unit(decimal quantity, string? unit)
    {
        if (metric.FirstOrDefault(m => m.Small == unit || m.Large == unit) is ({ } small, { } large)) return Convert(Round(Convert(quantity, unit, small), small), small, large) >= 1 ? large : small;
        if (families.FirstOrDefault(f => f.Any(u => u.Unit == unit)) is not { } family) return unit;
        foreach (var (other, own, instead) in family.Reverse())
        {
            var converted = Convert(quantity, unit, other);
            var (least, parts) = other == unit ? own : instead;
            if (converted >= least && IsNear(converted, Nearest(converted, 1, parts), other == unit ? Close : Exact)) return other;
        }
        return unit;
    }

    /// <summary>As near as can be measured; never nothing.</summary>
    public static decimal Round(decimal quantity, string? unit)
    {
        if (IsMetric(unit)) return Math.Max(Least, Stepped(quantity, unit is "kg" or "l" or "dl" ? large : small));
        foreach (var (whole, parts, error) in IsMeasured(unit) ? spoons : pieces)
            if (Nearest(quantity, whole, parts) is > 0 and var nearest && IsNear(quantity, nearest, error)) return nearest;
        return Math.Max(Least, Math.Round(quantity, 4));
    }

    /// <summary>To halves, for what nobody cuts finer; at least half of one.</summary>
    public static decimal RoundEggs(decimal quantity) => Math.Max(0.5m, Nearest(quantity, 1, halves));

    /// <summary>As much in another unit; the same number where the two cannot be compared.</summary>
    public static decimal Convert(decimal quantity, string? from, string? to) =>
        from != to && from is not null && to is not null && Units.Find(from) is { } a && Units.Find(to) is { } b && a.Base == b.Base ? quantity * a.InBase / b.InBase : quantity;

    /// <summary>True for a unit that is written with decimals and not with fractions.</summary>
    public static bool IsMetric(string? unit) => unit is "mg" or "g" or "kg" or "ml" or "cl" or "dl" or "l";

    private static decimal Stepped(decimal quantity, decimal[] steps)
    {
        var at = Array.FindIndex(steps, step => step / 2 <= Close * quantity);
        if (at < 0) return Math.Round(quantity, 4);
        // 125 g are as easy to weigh as 130.
        return at + 1 < steps.Length && quantity % steps[at + 1] == 0 ? quantity : Math.Round(quantity / steps[at], MidpointRounding.AwayFromZero) * steps[at];
    }

    private static bool IsMeasured(string? unit) => unit is not null && Units.Find(unit) is { Base: not BaseUnit.Piece };

    private static decimal Nearest(decimal quantity, decimal whole, decimal[] parts)
    {
        var floor = Math.Floor(quantity / whole);
        return parts.Append(1).Select(part => (floor + part) * whole).MinBy(candidate => Math.Abs(candidate - quantity));
    }

    private static bool IsNear(decimal quantity, decimal rounded, decimal error) => Math.Abs(rounded - quantity) <= error * quantity;
}
