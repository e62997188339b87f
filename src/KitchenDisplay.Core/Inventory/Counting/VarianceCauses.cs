namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>Why more of an item was used than the recipes say.</summary>
public enum VarianceCause
{
    /// <summary>It was thrown away, and somebody has said so.</summary>
    Waste,

    /// <summary>Portions are larger than the recipes say.</summary>
    Portioning,

    /// <summary>It was sold in dishes of which nobody had said what they are made of.</summary>
    UnmappedSales,

    /// <summary>It came in and was never entered: negative.</summary>
    Receiving,

    /// <summary>The last count was off the other way.</summary>
    Count,

    /// <summary>The ledger has no explanation.</summary>
    Unknown,
}

/// <summary>What the ledger knows of an item between two counts. Quantities in base units.</summary>
/// <param name="Difference">What the count has found: positive when there is more than the ledger knew.</param>
/// <param name="Found">What was used though there was none in stock.</param>
/// <param name="ByRecipes">What was used by the recipes of what was sold.</param>
/// <param name="Wasted">What was thrown away.</param>
/// <param name="Unmapped">What sold portions would have taken by what their dishes are made of today, and did not take, since nobody had said it.</param>
/// <param name="LastDifference">What the count before has found.</param>
public sealed record VarianceEvidence(decimal Difference, decimal Found, decimal ByRecipes, decimal Wasted, decimal Unmapped, decimal LastDifference)
{
    /// <summary>What was used beyond what the recipes say; negative when less was.</summary>
    public decimal Gap => Wasted - Difference - Found;
}

/// <summary>Shares a gap out among its causes, those with a proof in the ledger first. Knows no database.</summary>
public static class VarianceCauses
{
    /// <summary>Cooks who weigh by eye are off by this part of what they portion; more of it has another cause.</summary>
    public const decimal ByEye = 0.08m;

    /// <summary>So much of the gap each cause explains, in base units; together they are the gap. What explains nothing is left out.</summary>
    public static IReadOnlyDictionary<VarianceCause, decimal> Of(VarianceEvidence known)
    {
        var causes = new Dictionary<VarianceCause, decimal>();
        Explain(VarianceCause.Waste, known.Wasted);
        Explain(VarianceCause.Receiving, -known.Found);
        var rest = -known.Difference;
        // Somebody cooked with what the ledger did not have: then more of it came than was entered, and what else turns up belongs to the same delivery.
        if (rest < 0 && known.Found > 0) Take(VarianceCause.Receiving, rest);
        if (rest > 0) Take(VarianceCause.UnmappedSales, Math.Min(rest, Math.Max(0, known.Unmapped)));
        if (Math.Sign(rest) == Math.Sign(known.LastDifference)) Take(VarianceCause.Count, Math.Sign(rest) * Math.Min(Math.Abs(rest), Math.Abs(known.LastDifference)));
        var byEye = Math.Max(0, known.ByRecipes) * ByEye;
        Take(VarianceCause.Portioning, Math.Clamp(rest, -byEye, byEye));
        Explain(VarianceCause.Unknown, rest);
        return causes;

        void Take(VarianceCause cause, decimal quantity)
        {
            rest -= quantity;
            Explain(cause, quantity);
        }

        void Explain(VarianceCause cause, decimal quantity)
        {
            if (quantity != 0) causes[cause] = causes.GetValueOrDefault(cause) + quantity;
        }
    }
}
