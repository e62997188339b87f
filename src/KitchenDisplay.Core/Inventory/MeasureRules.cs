using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What a measure must be on its own, and which one to ask for where none leads on.</summary>
internal static class MeasureRules
{
    private const decimal Least = 0.0001m;
    private const decimal Most = 1_000_000_000m;

    /// <summary>One sentence for each thing that cannot be.</summary>
    public static IEnumerable<Sentence> Wrong(string item, IEnumerable<ItemMeasure> measures)
    {
        foreach (var measure in measures)
        {
            if (string.IsNullOrWhiteSpace(measure.Unit) || string.IsNullOrWhiteSpace(measure.OfUnit))
                yield return new("A measure of {0} lacks a unit: write one on both sides.", item);
            else if (string.Equals(Units.Name(measure.Unit), Units.Name(measure.OfUnit), StringComparison.OrdinalIgnoreCase))
                yield return new("A measure of {0} says {1} on both sides: say it in another unit.", item, measure.Unit);
            foreach (var (quantity, unit) in new[] { (measure.Quantity, measure.Unit), (measure.OfQuantity, measure.OfUnit) })
                if (quantity is < Least or > Most)
                    yield return new("A measure of {0} says {1} {2}: a quantity is at least {3} and at most {4}.", item, quantity, unit, Least, Most);
        }
    }

    /// <summary>The measure to write down so that the one unit leads to the other.</summary>
    public static Sentence Missing(string item, string from, string to)
    {
        var (fromKind, toKind) = (Units.Find(from)?.Base, Units.Find(to)?.Base);
        if (toKind == BaseUnit.Gram || from == to) return Weighs(from);
        if (fromKind == BaseUnit.Gram) return Weighs(to);
        if (toKind == BaseUnit.Millilitre) return Holds(from);
        if (fromKind == BaseUnit.Millilitre) return Holds(to);
        return fromKind is null ? new("Say how many {2} one {1} of {0} is.", item, from, to) : new("Say how many {2} one {1} of {0} is.", item, to, from);

        Sentence Weighs(string unit) => new("Say how many grams one {1} of {0} weighs.", item, unit);
        Sentence Holds(string unit) => new("Say how many millilitres one {1} of {0} is.", item, unit);
    }
}
