using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class DisagreementsTests
{
    [Fact]
    public void Two_measures_that_the_generic_units_join_are_listed_once_and_both_stand()
    {
        ItemMeasure[] measures = [Larder.Measure("1 cup = 240 g"), Larder.Measure("1 tbsp = 14 g")];

        var found = Assert.Single(Disagreements.Of(measures));

        Assert.Equal((measures[0], measures[1], 224m), (found.Measure, found.Other, found.Otherwise));
        Assert.Equal(7.14m, Math.Round(found.Percent, 2));
        Assert.Equal("Syrup has measures that disagree by 7.1 %: 1 cup = 240 g, but 224 g by 1 cup = 16 tbsp, 1 tbsp = 14 g.", Assert.Single(Conversions.Check("Syrup", measures)).ToString());
        Assert.Equal([240m, 14m], measures.Select(m => new Conversions("Syrup", measures).Convert(1, m.Unit, "g").Result));
    }

    [Theory]
    [InlineData("1 tbsp = 14.71 g", 0)]
    [InlineData("1 tbsp = 14.70 g", 1)]
    [InlineData("1 tbsp = 15.3 g", 0)]
    [InlineData("1 tbsp = 15.31 g", 1)]
    public void Up_to_two_percent_is_rounding(string tablespoon, int listed) =>
        Assert.Equal(listed, Disagreements.Of([Larder.Measure("1 cup = 240 g"), Larder.Measure(tablespoon)]).Count);

    [Fact]
    public void Of_three_measures_every_pair_that_disagrees_is_listed()
    {
        var found = Disagreements.Of([Larder.Measure("1 cup = 240 g"), Larder.Measure("1 tbsp = 14.8 g"), Larder.Measure("1 tsp = 4.85 g")]);

        var pair = Assert.Single(found);
        Assert.Equal(("cup", "tsp"), (pair.Measure.Unit, pair.Other!.Unit));
    }

    [Fact]
    public void A_unit_that_the_item_gives_anew_is_listed_against_the_generic_one()
    {
        var found = Assert.Single(Disagreements.Of([Larder.Measure("1 cup = 250 ml")]));

        Assert.Null(found.Other);
        Assert.False(found.Contradicts);
        Assert.Equal(236.5882365m, found.Otherwise);
    }

    [Fact]
    public void A_circle_of_three_measures_is_listed_though_each_two_agree()
    {
        var found = Disagreements.Of([Larder.Measure("1 case = 12 bottle"), Larder.Measure("1 bottle = 0.75 l"), Larder.Measure("1 case = 8500 ml")]);

        Assert.Equal(3, Assert.Single(found).By.Count);
        Assert.False(found[0].Contradicts);
    }
}
