using System.Globalization;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class UnitsTests
{
    [Theory]
    [InlineData("g", "gram", "Grams", " G ")]
    [InlineData("kg", "kilo", "KG")]
    [InlineData("oz", "ounces", "Oz.")]
    [InlineData("lb", "lbs", "pound", "pounds")]
    [InlineData("l", "L", "litre", "liter", "litres")]
    [InlineData("tsp", "teaspoon", "tsp.")]
    [InlineData("tbsp", "Tablespoons")]
    [InlineData("fl oz", "floz", "fl. oz.", "fl  oz", "fluid ounce")]
    [InlineData("pint", "pt")]
    [InlineData("quart", "qt")]
    [InlineData("gallon", "gal")]
    [InlineData("piece", "pc", "pieces", "each")]
    public void A_unit_is_known_by_its_usual_spellings(string word, params string[] spellings) =>
        Assert.All(spellings, spelling => Assert.Equal(word, Units.Find(spelling)?.Word));

    [Theory]
    [InlineData("bunch")]
    [InlineData("cup, shredded")]
    [InlineData("pat (1\" sq, 1/3\" high)")]
    [InlineData("")]
    public void Another_word_is_no_unit_and_stays_as_it_is(string word)
    {
        Assert.Null(Units.Find(word));
        Assert.Equal(word, Units.Name($" {word} "));
    }

    [Theory]
    [InlineData("tsp", "4.92892159375")]
    [InlineData("tbsp", "14.78676478125")]
    [InlineData("fl oz", "29.5735295625")]
    [InlineData("cup", "236.5882365")]
    [InlineData("pint", "473.176473")]
    [InlineData("quart", "946.352946")]
    [InlineData("gallon", "3785.411784")]
    public void Kitchen_measures_are_exact_parts_and_multiples_of_the_US_cup(string word, string millilitres) =>
        Assert.Equal(decimal.Parse(millilitres, CultureInfo.InvariantCulture), Units.Find(word)!.InBase);

    [Fact]
    public void Each_base_unit_has_its_word() =>
        Assert.Equal(["g", "ml", "piece"], Enum.GetValues<BaseUnit>().Select(Units.Name));
}
