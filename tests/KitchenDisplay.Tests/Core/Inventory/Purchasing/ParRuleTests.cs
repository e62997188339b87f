using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory.Purchasing;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Inventory.Purchasing;

public sealed class ParRuleTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private sealed record Store(ParPlace[] Places, decimal Elsewhere, decimal OnTheWay, decimal Pack, PackRounding Rounding, int Least)
    {
        public Missing Missing => ParRule.Of(Places, Elsewhere, OnTheWay);
        public int Packs => ParRule.Packs(Missing, Pack, Rounding, Least);
        public decimal There => Places.Sum(p => p.OnHand) + Elsewhere + OnTheWay;
        public decimal Par => Places.Sum(p => p.Level);
    }

    [Theory]
    [InlineData(3.25, 3)]
    [InlineData(3.75, 2)]
    [InlineData(3.5, 3)]
    [InlineData(6, 0)]
    [InlineData(7, 0)]
    [InlineData(5.6, 0)]
    [InlineData(5.5, 1)]
    public void Half_a_case_and_more_is_one_more(double onHand, int packs) => Assert.Equal(packs, Order(new ParPlace(6, null, (decimal)onHand)));

    [Fact]
    public void An_order_point_triggers_only_at_or_below_it()
    {
        Assert.Equal(0, Order(new ParPlace(6, 2, 2.1m)));
        Assert.Equal(4, Order(new ParPlace(6, 2, 2)));
        Assert.Equal(6, Order(new ParPlace(6, 0, 0)));
    }

    [Fact]
    public void What_is_on_the_way_counts_as_if_it_were_there()
    {
        Assert.Equal(0, Order([new(6, 2, 1)], onTheWay: 3));
        Assert.Equal(2, Order([new(6, null, 1)], onTheWay: 3));
        Assert.Equal(0, Order([new(6, null, 1)], onTheWay: 30));
    }

    [Fact]
    public void Places_are_summed_and_what_lies_elsewhere_is_carried_over_before_it_is_bought()
    {
        Assert.Equal(7, Order([new(6, null, 2), new(4, null, 1)]));
        Assert.Equal(5, Order([new(6, null, 2), new(4, null, 1)], elsewhere: 2));
        Assert.Equal(3, Order([new(6, null, 2), new(4, null, 5)]));
    }

    [Fact]
    public void What_is_urgent_is_ordered_although_it_is_less_than_half_a_pack()
    {
        Assert.Equal(1, ParRule.Packs(ParRule.Of([new(6, null, 0)], 0, 0), 25, PackRounding.Half));
        Assert.Equal(0, ParRule.Packs(ParRule.Of([new(6, null, 1)], 0, 0), 25, PackRounding.Half));
        Assert.Equal(1, ParRule.Packs(ParRule.Of([new(6, 2, 1)], 0, 0), 25, PackRounding.Half));
        Assert.Equal(1, ParRule.Packs(ParRule.Of([new(6, null, 1)], 0, 0), 25, PackRounding.Up));
        Assert.Equal(10, ParRule.Packs(ParRule.Of([new(6, null, 1)], 0, 0), 1, PackRounding.Half, least: 10));
    }

    [Fact]
    public void By_the_half_pack_rule_an_order_ends_within_half_a_pack_of_par() => Check.One(manyTimes, Prop.ForAll(Stores(), store =>
    {
        if (store is not { Rounding: PackRounding.Half, Least: 1, Missing: { Quantity: > 0, IsUrgent: false } missing }) return true;
        return Math.Abs(store.Packs * store.Pack - missing.Quantity) <= store.Pack / 2;
    }));

    [Fact]
    public void Nothing_is_ever_negative_and_nothing_is_ordered_where_enough_is_or_comes() => Check.One(manyTimes, Prop.ForAll(Stores(), store =>
        store is { Missing.Quantity: >= 0, Packs: >= 0 } && (store.There < store.Par || store.Packs == 0) && store.Missing.Quantity <= Math.Max(0, store.Par - store.There)));

    [Fact]
    public void Without_order_points_exactly_what_lacks_is_missing() => Check.One(manyTimes, Prop.ForAll(Stores(), store =>
    {
        var plain = store with { Places = [.. store.Places.Select(p => p with { ReorderAt = null })] };
        return plain.Missing.Quantity == Math.Max(0, plain.Par - plain.There);
    }));

    [Fact]
    public void The_more_is_there_the_less_is_ordered() => Check.One(manyTimes, Prop.ForAll(Stores(), Arb.From(Gen.Choose(0, 40)), (store, more) =>
        (store with { OnTheWay = store.OnTheWay + more / 4m }).Packs <= store.Packs));

    [Fact]
    public void No_fewer_packs_than_are_sold_and_never_a_part_of_one() => Check.One(manyTimes, Prop.ForAll(Stores(), store =>
        (store.Packs == 0 || store.Packs >= store.Least) && (store.Rounding == PackRounding.Half || store.Packs * store.Pack >= store.Missing.Quantity)));

    private static int Order(params ParPlace[] places) => Order(places, 0, 0);

    private static int Order(ParPlace[] places, decimal elsewhere = 0, decimal onTheWay = 0) => ParRule.Packs(ParRule.Of(places, elsewhere, onTheWay), 1, PackRounding.Half);

    private static Arbitrary<Store> Stores() => Arb.From(
        from places in Gen.ListOf(Place())
        from elsewhere in Gen.Elements(0m, 0m, 1m, 7.25m)
        from onTheWay in Gen.Elements(0m, 0m, 2m, 12.5m)
        from pack in Gen.Elements(0.25m, 1m, 6m, 25m)
        from rounding in Gen.Elements(PackRounding.Half, PackRounding.Up)
        from least in Gen.Elements(1, 1, 4)
        select new Store([.. places.Take(4)], elsewhere, onTheWay, pack, rounding, least));

    private static Gen<ParPlace> Place() =>
        from level in Gen.Choose(1, 80)
        from onHand in Gen.Choose(0, 90)
        from reorder in Gen.Choose(0, 80)
        select new ParPlace(level / 4m, reorder % 3 == 0 ? Math.Min(reorder, level) / 4m : null, onHand / 4m);
}
