namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>What should lie at a place, and what does.</summary>
public sealed record ParPlace(decimal Level, decimal? ReorderAt, decimal OnHand);

/// <summary>What is missing of an item.</summary>
/// <param name="Quantity">In base units, never negative.</param>
/// <param name="IsUrgent">Whether a reorder point was reached, or nothing at all is there and nothing comes.</param>
public sealed record Missing(decimal Quantity, bool IsUrgent)
{
    public static readonly Missing Nothing = new(0, false);
}

/// <summary>How much of an item to order. Knows no database.</summary>
public static class ParRule
{
    /// <summary>What is missing at all places together. What comes anyway, and what lies where there is more than enough of it, fills the emptiest place first.</summary>
    /// <param name="elsewhere">What lies at places without a par, in base units.</param>
    /// <param name="onTheWay">What is ordered and not yet here, in base units.</param>
    public static Missing Of(IReadOnlyCollection<ParPlace> places, decimal elsewhere, decimal onTheWay)
    {
        var comes = Math.Max(0, elsewhere) + Math.Max(0, onTheWay) + places.Sum(p => Math.Max(0, p.OnHand - p.Level));
        var (missing, isUrgent) = (0m, false);
        foreach (var place in places.Where(p => p.Level > 0 && p.OnHand < p.Level).OrderBy(p => p.OnHand / p.Level))
        {
            var filled = Math.Min(comes, place.Level - place.OnHand);
            comes -= filled;
            var there = place.OnHand + filled;
            if (there > place.ReorderAt || there >= place.Level) continue;
            missing += place.Level - there;
            isUrgent |= place.ReorderAt is not null || there <= 0;
        }
        return missing > 0 ? new(missing, isUrgent) : Missing.Nothing;
    }

    /// <summary>Whole packs for it: by the half-pack rule 2.75 are 3 and 2.25 are 2. What is urgent is ordered even if it is less than half a pack.</summary>
    /// <param name="pack">Base units in a pack, above 0.</param>
    /// <param name="least">Fewer are not sold.</param>
    public static int Packs(Missing missing, decimal pack, PackRounding rounding, int least = 1)
    {
        if (missing.Quantity <= 0) return 0;
        var exact = missing.Quantity / pack;
        var packs = (int)Math.Min(int.MaxValue, rounding == PackRounding.Up ? Math.Ceiling(exact) : Math.Round(exact, MidpointRounding.AwayFromZero));
        if (packs == 0 && missing.IsUrgent) packs = 1;
        return packs == 0 ? 0 : Math.Max(packs, least);
    }
}
