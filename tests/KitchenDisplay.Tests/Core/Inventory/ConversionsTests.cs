using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class ConversionsTests
{
    private static readonly Conversions butter = new("Butter", Larder.Butter);

    [Fact]
    public void A_measure_of_the_item_goes_before_a_generic_way()
    {
        var conversion = butter.Convert(2, "Tablespoons", BaseUnit.Gram);

        Assert.Equal((28.4m, 14.2m), (conversion.Result, conversion.Factor));
        Assert.Equal("2 tbsp = 28.4 g (1 tbsp = 14.2 g)", conversion.ToString());
    }

    [Theory]
    [InlineData("1 tsp = 4.7333 g (1 tbsp = 3 tsp, 1 tbsp = 14.2 g)")]
    [InlineData("1 pint = 454 g (1 pint = 2 cup, 1 cup = 227 g)")]
    [InlineData("2 stick = 0.226 kg (1 stick = 113 g, 1 kg = 1000 g)")]
    [InlineData("454 g = 2 cup (1 cup = 227 g)")]
    [InlineData("2 stick = 0.9956 cup (1 stick = 113 g, 1 cup = 227 g)")]
    [InlineData("3 tsp = 1 tbsp (1 tbsp = 3 tsp)")]
    [InlineData("5 g = 5 g")]
    public void The_steps_say_how(string said)
    {
        var words = said.Split(' ');

        Assert.Equal(said, butter.Convert(decimal.Parse(words[0], null), words[1], words[4]).ToString());
    }

    [Theory]
    [InlineData("1 cup = 0.2365882365 l")]
    [InlineData("1 gallon = 3785.411784 ml")]
    [InlineData("3 tsp = 0.0625 cup")]
    [InlineData("8 fl oz = 1 cup")]
    [InlineData("1 lb = 16 oz")]
    [InlineData("2 dozen = 24 piece")]
    [InlineData("2500 mg = 0.0025 kg")]
    public void Generic_units_convert_exactly(string said)
    {
        var fact = Larder.Measure(said);

        Assert.Equal(fact.OfQuantity, new Conversions("Water", []).Convert(fact.Quantity, fact.Unit, fact.OfUnit).Result);
    }

    [Fact]
    public void Words_of_the_item_lead_on_to_one_another_whatever_their_case()
    {
        var wine = new Conversions("Wine", [Larder.Measure("1 case = 12 bottle"), Larder.Measure("1 bottle = 0.75 l")]);

        Assert.Equal("2 CASE = 18000 ml (1 case = 12 bottle, 1 bottle = 0.75 l, 1 l = 1000 ml)", wine.Convert(2, "CASE", BaseUnit.Millilitre).ToString());
        Assert.Equal(1.5m, wine.Convert(18, "Bottle", "case").Result);
    }

    [Fact]
    public void A_unit_that_the_item_gives_anew_means_that_everywhere()
    {
        var flour = new Conversions("Flour", [Larder.Measure("1 cup = 250 ml"), Larder.Measure("1 cup = 130 g")]);

        Assert.Equal(0.25m, flour.Convert(1, "cup", "l").Result);
        Assert.Equal("1 l = 520 g (1 l = 1000 ml, 1 cup = 250 ml, 1 cup = 130 g)", flour.Convert(1, "l", "g").ToString());
    }

    [Fact]
    public void The_older_of_two_equally_short_ways_is_taken()
    {
        ItemMeasure[] measures = [Larder.Measure("1 case = 12 bottle"), Larder.Measure("1 bottle = 1 bag"), Larder.Measure("1 case = 12 can"), Larder.Measure("1 can = 1.01 bag")];

        Assert.Equal(12, new Conversions("Juice", measures).Convert(1, "case", "bag").Result);
        Assert.Equal(12, new Conversions("Juice", measures.Reverse()).Convert(1, "case", "bag").Result);
    }

    [Fact]
    public void The_database_keeps_four_places()
    {
        var conversion = butter.Convert(1, "tsp", "g");

        Assert.Equal(4.7333m, conversion.Rounded);
        Assert.NotEqual(4.7333m, conversion.Result);
        Assert.Equal(0.0001m, (conversion with { Result = 0.00005m }).Rounded);
    }
}
