using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class ConversionPropertyTests
{
    private sealed record Question(ItemMeasure[] Measures, decimal Quantity, string From, string To)
    {
        public Conversions Item { get; } = new("Anything", Measures);

        public override string ToString() => $"{Quantity} {From} to {To} by {string.Join("; ", Measures.Select(UnitStep.There))}";
    }

    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void There_and_back_is_the_same_way_and_the_same_quantity() => Check.One(manyTimes, Prop.ForAll(Questions(), question =>
    {
        if (Answer(question) is not { } there) return true;
        var back = question.Item.Convert(there.Result, question.To, question.From);
        return Math.Abs(back.Result / question.Quantity - 1) < 1e-9m && back.Steps.Reverse().Select(s => s.ToString()).SequenceEqual(there.Steps.Select(s => s.ToString()));
    }));

    [Fact]
    public void No_way_is_shorter() => Check.One(manyTimes, Prop.ForAll(Questions(), question =>
        Answer(question)?.Steps.Count == Fewest(question)));

    [Fact]
    public void The_steps_are_a_way_and_their_product_is_the_factor() => Check.One(manyTimes, Prop.ForAll(Questions(), question =>
    {
        if (Answer(question) is not { } found) return true;
        var at = question.From;
        var factor = 1d;
        foreach (var step in found.Steps)
        {
            if (step.From != at) return false;
            (at, factor) = (step.To, factor * (double)step.Times / (double)step.Over);
        }
        return at == question.To && Math.Abs(factor / (double)found.Factor - 1) < 1e-9 && Math.Abs((double)(found.Result / found.Quantity) / factor - 1) < 1e-9;
    }));

    [Fact]
    public void What_a_measure_says_is_what_comes_out() => Check.One(manyTimes, Prop.ForAll(Arb.From(Larder.Measures()), measures =>
    {
        var item = new Conversions("Anything", measures);
        return measures.All(m => item.Convert(m.Quantity, m.Unit, m.OfUnit) is { Steps: [{ } step] } c && c.Result == m.OfQuantity && step.Own == m);
    }));

    private static Arbitrary<Question> Questions() => Arb.From(
        from measures in Larder.Measures()
        from quantity in Larder.Quantity()
        from @from in Larder.Unit(measures)
        from to in Larder.Unit(measures)
        select new Question(measures, quantity, @from, to));

    private static Conversion? Answer(Question question)
    {
        try
        {
            return question.Item.Convert(question.Quantity, question.From, question.To);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    /// <summary>Counted in another way than by the product: all pairs, again and again, until none gets shorter.</summary>
    private static int? Fewest(Question question)
    {
        var units = Units.All.Select(u => u.Word).Concat(question.Measures.SelectMany(m => new[] { m.Unit, m.OfUnit })).Distinct().ToList();
        var steps = new Dictionary<(string, string), int>();
        foreach (var one in units)
            foreach (var other in units)
                if (one == other) steps[(one, other)] = 0;
                else if (question.Measures.Any(m => (m.Unit, m.OfUnit) == (one, other) || (m.OfUnit, m.Unit) == (one, other))) steps[(one, other)] = 1;
                else if (Units.Find(one) is { } a && Units.Find(other) is { } b && a.Base == b.Base && !IsGivenAnew(a) && !IsGivenAnew(b)) steps[(one, other)] = 1;
        foreach (var middle in units)
            foreach (var one in units)
                foreach (var other in units)
                    if (steps.TryGetValue((one, middle), out var first) && steps.TryGetValue((middle, other), out var second) && first + second < steps.GetValueOrDefault((one, other), 99))
                        steps[(one, other)] = first + second;
        return steps.TryGetValue((question.From, question.To), out var fewest) ? fewest : null;

        bool IsGivenAnew(GenericUnit unit) =>
            unit.InBase != 1 && question.Measures.Any(m => (m.Unit == unit.Word && m.OfUnit == Units.Name(unit.Base)) || (m.OfUnit == unit.Word && m.Unit == Units.Name(unit.Base)));
    }
}
