using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory.Counting;

namespace KitchenDisplay.Tests.Core.Inventory.Counting;

public sealed class VarianceCausesTests
{
    [Fact]
    public void The_causes_are_the_whole_gap_whatever_the_ledger_knows() =>
        Prop.ForAll(Evidence(), known => VarianceCauses.Of(known).Values.Sum() == known.Gap).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Nothing_found_and_nothing_wasted_has_no_cause() => Assert.Empty(VarianceCauses.Of(new(0, 0, 400, 0, 30, -5)));

    [Fact]
    public void What_was_thrown_away_explains_itself_and_a_little_more_is_the_cooks_eye()
    {
        var causes = VarianceCauses.Of(new(-6, 0, 100, 4, 0, 0));

        Assert.Equal([(VarianceCause.Waste, 4m), (VarianceCause.Portioning, 6m)], Pairs(causes));
    }

    [Fact]
    public void More_than_an_eye_can_be_off_is_unknown()
    {
        Assert.Equal([(VarianceCause.Portioning, 8m), (VarianceCause.Unknown, 12m)], Pairs(VarianceCauses.Of(new(-20, 0, 100, 0, 0, 0))));
    }

    [Fact]
    public void What_dishes_took_before_anybody_said_what_they_are_made_of_comes_first()
    {
        Assert.Equal([(VarianceCause.UnmappedSales, 7m), (VarianceCause.Unknown, 3m)], Pairs(VarianceCauses.Of(new(-10, 0, 0, 0, 7, 0))));
    }

    [Fact]
    public void A_count_that_takes_back_what_the_last_one_found_was_a_wrong_count()
    {
        Assert.Equal([(VarianceCause.Count, 5m)], Pairs(VarianceCauses.Of(new(-5, 0, 0, 0, 0, 9))));
        Assert.Equal([(VarianceCause.Count, -5m)], Pairs(VarianceCauses.Of(new(5, 0, 0, 0, 0, -9))));
        Assert.Equal([(VarianceCause.Unknown, 5m)], Pairs(VarianceCauses.Of(new(-5, 0, 0, 0, 0, -9))));
    }

    [Fact]
    public void Who_cooks_with_what_the_ledger_has_not_got_has_had_a_delivery_that_nobody_entered()
    {
        Assert.Equal([(VarianceCause.Receiving, -10m)], Pairs(VarianceCauses.Of(new(7, 3, 50, 0, 0, 0))));
    }

    private static (VarianceCause, decimal)[] Pairs(IReadOnlyDictionary<VarianceCause, decimal> causes) => [.. causes.OrderBy(c => c.Key).Select(c => (c.Key, c.Value))];

    private static Arbitrary<VarianceEvidence> Evidence()
    {
        var any = Gen.Choose(-4000, 4000).Select(n => n / 100m);
        return (from difference in any from found in any from recipes in any from wasted in any from unmapped in any from last in any select new VarianceEvidence(difference, Math.Max(0, found), Math.Abs(recipes) * 5, Math.Abs(wasted), unmapped, last)).ToArbitrary();
    }
}
