using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>A measure that the item's other measures, or the generic units, say otherwise. Both stand: neither is averaged away.</summary>
/// <param name="Measure">Says <see cref="ItemMeasure.OfQuantity"/>.</param>
/// <param name="Otherwise">What it is by the others, in the same unit.</param>
/// <param name="By">The steps that say so.</param>
/// <param name="Percent">By how many percent the larger value exceeds the smaller one.</param>
public sealed record Disagreement(ItemMeasure Measure, decimal Otherwise, IReadOnlyList<UnitStep> By, decimal Percent)
{
    /// <summary>The other measure, the first if there are several; null when it is the generic units that say otherwise.</summary>
    public ItemMeasure? Other => By.FirstOrDefault(s => s.Own is not null)?.Own;

    /// <summary>True when both cannot stand: a heaped spoon explains a difference from a level cup, but not twice as much, and nothing explains two answers by the item's words alone.</summary>
    public bool Contradicts => Percent > 100 || By.All(s => s.Own is not null);

    /// <summary>The disagreement in words, for whoever keeps the item.</summary>
    public Sentence Say(string item) => new(
        Contradicts ? "{0} contradicts itself: {1:0.####} {2} = {3:0.####} {4}, but {5:0.####} {4} by {6}. Correct one of them."
            : "{0} has measures that disagree by {7:0.#} %: {1:0.####} {2} = {3:0.####} {4}, but {5:0.####} {4} by {6}.",
        item, Measure.Quantity, Measure.Unit, Measure.OfQuantity, Measure.OfUnit, Otherwise, string.Join(", ", By), Percent);
}

/// <summary>Finds measures of one item that disagree.</summary>
public static class Disagreements
{
    /// <summary>From here on two measures disagree, in percent: below it they only are rounded.</summary>
    public const decimal Tolerance = 2;

    private const decimal Absurd = 1_000_000;

    /// <summary>Each measure against the generic units, against each other one, and against all others together; each circle once.</summary>
    /// <param name="measures">Of one item, each of which can be on its own.</param>
    public static IReadOnlyList<Disagreement> Of(IEnumerable<ItemMeasure> measures)
    {
        var all = measures.OrderBy(m => m.Id).ToList();
        var found = new List<Disagreement>();
        var seen = new HashSet<string>();
        foreach (var measure in all) Compare(measure, []);
        foreach (var measure in all)
            foreach (var other in all.Where(o => o != measure)) Compare(measure, [other]);
        foreach (var measure in all) Compare(measure, all.Where(o => o != measure));
        return found;

        void Compare(ItemMeasure measure, IEnumerable<ItemMeasure> others)
        {
            var steps = new UnitGraph(others).Find(Units.Name(measure.Unit), Units.Name(measure.OfUnit));
            if (steps is null || !seen.Add(Circle(measure, steps))) return;
            var otherwise = steps.Carry(measure.Quantity) ?? decimal.MaxValue;
            var percent = Apart(measure.OfQuantity, otherwise);
            if (percent > Tolerance) found.Add(new(measure, otherwise, steps, percent));
        }
    }

    /// <summary>The quantity after all steps; null when it is too large for a decimal.</summary>
    internal static decimal? Carry(this IEnumerable<UnitStep> steps, decimal quantity)
    {
        try
        {
            return steps.Aggregate(quantity, (q, step) => q * step.Times / step.Over);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Circle(ItemMeasure measure, IEnumerable<UnitStep> by) =>
        string.Join(' ', by.Select(s => s.Own).OfType<ItemMeasure>().Append(measure).Select(m => m.Id).Order());

    private static decimal Apart(decimal one, decimal other)
    {
        var (small, large) = (Math.Min(one, other), Math.Max(one, other));
        return small < large / Absurd ? Absurd * 100 : (large / small - 1) * 100;
    }
}
