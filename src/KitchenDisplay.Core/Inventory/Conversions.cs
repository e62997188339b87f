using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>A quantity in another unit, and how it came to that.</summary>
/// <param name="Steps">What was used, in this order: 1 case = 12 bottle, 1 bottle = 700 ml.</param>
public sealed record Converted(decimal Quantity, IReadOnlyList<string> Steps);

/// <summary>Two measures of an item that say different things.</summary>
/// <param name="Percent">By how much the larger one is larger.</param>
public sealed record Disagreement(ItemMeasure One, ItemMeasure Other, decimal Percent);

/// <summary>The ways from one unit to another for an item: its own measures, and what holds for everything. The fewest steps count; then the most that are the item's own; then those between units of like size.</summary>
/// <param name="name">The item's, for what cannot be converted.</param>
public sealed class Conversions(string name, IEnumerable<ItemMeasure> measures)
{
    private const decimal Most = 1_000_000_000;
    private const decimal MostApart = 2;

    private readonly ItemMeasure[] own = [.. measures];

    /// <exception cref="Refusal">There is no way.</exception>
    public Converted Convert(decimal quantity, string from, BaseUnit to) => Convert(quantity, from, Units.Word(to));

    /// <exception cref="Refusal">There is no way.</exception>
    public Converted Convert(decimal quantity, string from, string to)
    {
        var (start, end) = (Units.Key(from), Units.Key(to));
        if (start == end) return new(quantity, []);
        var way = Way(start, end) ?? throw new Refusal("{0} cannot be converted from {1} to {2}. Say how many {2} one {1} of {0} is.", name, from, to);
        return new(way.Aggregate(quantity, (q, step) => q * step.Many / step.Of), [.. way.Select(s => s.Text)]);
    }

    /// <summary>Whether the measures can be used.</summary>
    /// <exception cref="Refusal">One says nothing, or one word means two things.</exception>
    public void Check()
    {
        var wrong = new List<Sentence>();
        foreach (var measure in own)
            if (string.IsNullOrWhiteSpace(measure.Unit) || string.IsNullOrWhiteSpace(measure.OfUnit) || measure.Unit.Length > 60 || measure.OfUnit.Length > 60 || measure.Unit.Concat(measure.OfUnit).Any(char.IsControl))
                wrong.Add(new("{0}: a measure needs two units of up to 60 characters: 1 bunch = 85 g.", name));
            else if (measure.Quantity is <= 0 or > Most || measure.OfQuantity is <= 0 or > Most)
                wrong.Add(new("{0}: “{1}” needs quantities above 0.", name, measure));
            else if (Units.Key(measure.Unit) == Units.Key(measure.OfUnit))
                wrong.Add(new("{0}: “{1}” says nothing: choose two different units.", name, measure));
        wrong.AddRange(own.GroupBy(m => (Units.Key(m.Unit), Units.Key(m.OfUnit))).Where(g => g.Count() > 1).Select(g => new Sentence("{0}: “{1}” is there twice.", name, g.First())));
        if (wrong.Count > 0) throw new Refusal(wrong);
    }

    /// <summary>Measures that are more than 2 % apart, by what each says of a unit of the same kind. Somebody has to look at them: they are never averaged.</summary>
    public IReadOnlyList<Disagreement> Disagreements()
    {
        var ratios = own.Select(m => (Measure: m, Ratio: Ratio(m))).ToLookup(m => (m.Ratio.From, m.Ratio.To));
        return
        [
            .. from alike in ratios
               let list = alike.ToList()
               from i in Enumerable.Range(0, list.Count)
               from j in Enumerable.Range(i + 1, list.Count - i - 1)
               let percent = (Math.Max(list[i].Ratio.Factor, list[j].Ratio.Factor) / Math.Min(list[i].Ratio.Factor, list[j].Ratio.Factor) - 1) * 100
               where percent > MostApart
               select new Disagreement(list[i].Measure, list[j].Measure, Math.Round(percent, 1)),
        ];
    }

    // In base units where a word is generic: then a cup and a spoon can be compared.
    private static (string From, string To, decimal Factor) Ratio(ItemMeasure measure)
    {
        var (from, to) = (Units.Find(measure.Unit), Units.Find(measure.OfUnit));
        var factor = measure.OfQuantity * (to?.Factor ?? 1) / (measure.Quantity * (from?.Factor ?? 1));
        var (one, other) = (from?.Base.ToString() ?? Units.Key(measure.Unit), to?.Base.ToString() ?? Units.Key(measure.OfUnit));
        return string.CompareOrdinal(one, other) <= 0 ? (one, other, factor) : (other, one, 1 / factor);
    }

    private List<Step>? Way(string start, string end)
    {
        // Dijkstra over very few units.
        var best = new Dictionary<string, (Cost Cost, List<Step> Way)> { [start] = (default, []) };
        var open = new PriorityQueue<string, Cost>([(start, default)]);
        while (open.TryDequeue(out var here, out var cost))
        {
            if (here == end) return best[here].Way;
            if (cost.CompareTo(best[here].Cost) > 0) continue;
            foreach (var step in StepsFrom(here, end))
            {
                var next = new Cost(cost.Steps + 1, cost.Generic + (step.IsOwn ? 0 : 1), cost.Apart + (step.IsOwn ? 0 : Math.Abs(Math.Log((double)(step.Many / step.Of)))));
                if (best.TryGetValue(step.To, out var known) && known.Cost.CompareTo(next) <= 0) continue;
                best[step.To] = (next, [.. best[here].Way, step]);
                open.Enqueue(step.To, next);
            }
        }
        return null;
    }

    private IEnumerable<Step> StepsFrom(string unit, string end)
    {
        foreach (var measure in own)
        {
            var (one, other) = (Units.Key(measure.Unit), Units.Key(measure.OfUnit));
            if (one == unit) yield return new(other, measure.OfQuantity, measure.Quantity, true, measure.ToString());
            else if (other == unit) yield return new(one, measure.Quantity, measure.OfQuantity, true, measure.ToString());
        }
        if (Units.Find(unit) is not { } from) yield break;
        // To the units that lead somewhere: those of the item's measures, and the one that is wanted.
        foreach (var word in own.SelectMany(m => new[] { m.Unit, m.OfUnit }).Append(end).Select(Units.Key).Distinct())
            if (word != unit && Units.Find(word) is { } to && to.Base == from.Base)
                yield return new(word, from.Factor, to.Factor, false, FormattableString.Invariant($"1 {from.Word} = {from.Factor / to.Factor:0.######} {to.Word}"));
    }

    /// <summary>So many of the one are so many of the other.</summary>
    private sealed record Step(string To, decimal Many, decimal Of, bool IsOwn, string Text);

    private readonly record struct Cost(int Steps, int Generic, double Apart) : IComparable<Cost>
    {
        public int CompareTo(Cost other) => (Steps, Generic, Apart).CompareTo((other.Steps, other.Generic, other.Apart));
    }
}
