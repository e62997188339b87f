using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class PacksTests
{
    [Theory]
    [InlineData(350, 200, 2, 2, 150, 0, 0)]
    [InlineData(350, 200, 5, 3, 50, 0, 0)]
    [InlineData(350, 20, 5, 3, 20, 30, 0)]
    [InlineData(350, 20, 3, 3, 20, 0, 30)]
    [InlineData(350, 0, 0, 0, 0, 0, 350)]
    [InlineData(350, -40, 0, 0, 0, 0, 350)]
    [InlineData(99, 200, 5, 0, 99, 0, 0)]
    [InlineData(0, 200, 5, 0, 0, 0, 0)]
    public void Whole_packs_go_before_loose_ones_as_far_as_the_quantity_allows(int wanted, int loose, int packs, int whole, int fromLoose, int opened, int missing) =>
        Assert.Equal(new Taken(whole, fromLoose, opened, missing), Packs.Take(wanted, loose, 100, packs));

    [Fact]
    public void What_is_taken_and_what_is_short_make_up_what_is_wanted() => Check.QuickThrowOnFailure(Prop.ForAll(Amounts(), a =>
    {
        var taken = Packs.Take(a.Wanted, a.Loose, a.Size, a.Packs);
        return taken.WholePacks * a.Size + taken.Loose + taken.Opened + taken.Shortfall == a.Wanted
            && taken.Loose <= a.Loose && taken.WholePacks <= a.Packs && taken.Opened < a.Size
            && taken.Shortfall == Math.Max(0, a.Wanted - a.Loose - a.Packs * a.Size);
    }));

    private static Arbitrary<(decimal Wanted, decimal Loose, decimal Size, int Packs)> Amounts() => Arb.From(
        from wanted in Gen.Choose(0, 2000)
        from loose in Gen.Choose(0, 800)
        from size in Gen.Choose(1, 300)
        from packs in Gen.Choose(0, 9)
        select (wanted / 4m, loose / 4m, size / 4m, packs));
}
