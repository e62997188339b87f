using System.Numerics;

namespace KitchenDisplay.Core.Inventory;

/// <summary>All units of one item and the steps between them: those of its measures, both ways, and between any two generic units of one kind.</summary>
internal sealed class UnitGraph
{
    private readonly Dictionary<string, List<Leg>> own = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> restated = new(StringComparer.OrdinalIgnoreCase);

    public UnitGraph(IEnumerable<ItemMeasure> measures)
    {
        var weight = BigInteger.One;
        foreach (var measure in measures.OrderBy(m => m.Id))
        {
            Add(new(UnitStep.There(measure), 0, weight));
            Add(new(UnitStep.Back(measure), 0, weight));
            weight *= 2;
            // An item whose cup is 250 ml has no second cup of 236.6 ml.
            if (Units.Find(measure.Unit) is { } unit && Units.Find(measure.OfUnit) is { } of && unit.Base == of.Base)
                if (unit.InBase == 1) restated.Add(of.Word);
                else if (of.InBase == 1) restated.Add(unit.Word);
        }
    }

    /// <summary>Whether the word is a unit at all, for this item.</summary>
    public bool Knows(string unit) => Units.Find(unit) is not null || own.ContainsKey(unit);

    /// <summary>
    /// The steps by the shortest way, breadth first. Of several, the one with the fewest generic steps; then the one whose generic steps leap
    /// least, so that a teaspoon goes by the tablespoon and not by the cup; then the one by the older measures. There and back is the same way.
    /// </summary>
    /// <returns>Null when no way leads there.</returns>
    public IReadOnlyList<UnitStep>? Find(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { from };
        List<Route> frontier = [new(from, [], 0, 0, 0)];
        while (frontier.Count > 0)
        {
            if (frontier.Find(r => Same(r.End, to)) is { } there) return there.Steps;
            frontier =
            [
                .. frontier.SelectMany(route => Legs(route.End).Where(leg => !seen.Contains(leg.Step.To)).Select(route.Then))
                    .GroupBy(r => r.End, StringComparer.OrdinalIgnoreCase).Select(routes => routes.MinBy(r => (r.Generic, r.Leap, r.Weight))!),
            ];
            seen.UnionWith(frontier.Select(r => r.End));
        }
        return null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void Add(Leg leg)
    {
        if (!own.TryGetValue(leg.Step.From, out var legs)) own[leg.Step.From] = legs = [];
        legs.Add(leg);
    }

    private IEnumerable<Leg> Legs(string unit)
    {
        var legs = own.GetValueOrDefault(unit, []);
        if (Units.Find(unit) is not { } generic || restated.Contains(unit)) return legs;
        return legs.Concat(Units.All.Where(u => u.Base == generic.Base && u != generic && !restated.Contains(u.Word)).Select(u => Leg.Generic(generic, u)));
    }

    /// <param name="Leap">How far apart in size two generic units are, as a whole number so that no sum depends on its order.</param>
    /// <param name="Weight">Another power of two for each measure, so that no two sets of measures weigh the same.</param>
    private sealed record Leg(UnitStep Step, long Leap, BigInteger Weight)
    {
        public static Leg Generic(GenericUnit from, GenericUnit to)
        {
            var apart = (double)(Math.Max(from.InBase, to.InBase) / Math.Min(from.InBase, to.InBase));
            return new(UnitStep.Between(from, to), (long)(Math.Log(apart) * 1e9), 0);
        }
    }

    private sealed record Route(string End, IReadOnlyList<UnitStep> Steps, int Generic, long Leap, BigInteger Weight)
    {
        public Route Then(Leg leg) =>
            new(leg.Step.To, [.. Steps, leg.Step], Generic + (leg.Step.Own is null ? 1 : 0), Leap + leg.Leap, Weight + leg.Weight);
    }
}
