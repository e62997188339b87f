using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>Converts quantities of one item by its own measures and the generic units. Knows no database.</summary>
/// <param name="item">The item's name, for sentences.</param>
/// <param name="measures">Of this item, each of which has passed <see cref="Check"/>.</param>
public sealed class Conversions(string item, IEnumerable<ItemMeasure> measures)
{
    private readonly UnitGraph units = new(measures);

    /// <summary>What the measures of an item must be, all of them together, before one is added or changed.</summary>
    /// <returns>A sentence for each disagreement that may stand but that a person should see.</returns>
    /// <exception cref="Refusal">A measure cannot be, or two contradict each other; it names every reason.</exception>
    public static IReadOnlyList<Sentence> Check(string item, IReadOnlyCollection<ItemMeasure> measures)
    {
        var wrong = MeasureRules.Wrong(item, measures).ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
        var found = Disagreements.Of(measures);
        if (found.Any(d => d.Contradicts)) throw new Refusal([.. found.Where(d => d.Contradicts).Select(d => d.Say(item))]);
        return [.. found.Select(d => d.Say(item))];
    }

    /// <summary>The quantity in the item's base unit.</summary>
    /// <inheritdoc cref="Convert(decimal, string, string)"/>
    public Conversion Convert(decimal quantity, string from, BaseUnit to) => Convert(quantity, from, Units.Name(to));

    /// <summary>The quantity in the other unit, by the fewest steps; the item's own measures come before generic units, and of those the nearest in size.</summary>
    /// <exception cref="Refusal">A unit is unknown, no way leads from the one to the other, or the result is too large to be counted.</exception>
    public Conversion Convert(decimal quantity, string from, string to)
    {
        (from, to) = (Units.Name(from), Units.Name(to));
        foreach (var unit in new[] { from, to })
            if (!units.Knows(unit)) throw new Refusal([new("{0} has no unit called {1}.", item, unit), MeasureRules.Missing(item, from, to)]);
        var steps = units.Find(from, to)
            ?? throw new Refusal([new("{0} cannot be converted from {1} to {2}.", item, from, to), MeasureRules.Missing(item, from, to)]);
        return new(quantity, from, Along(steps, quantity), to, Along(steps, 1), steps);
    }

    private decimal Along(IReadOnlyList<UnitStep> steps, decimal quantity) =>
        steps.Carry(quantity) ?? throw new Refusal("{0:0.####} {1} of {2} are more {3} than can be counted.", quantity, steps[0].From, item, steps[^1].To);
}
