using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes;

public sealed class RecipeScaleTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(3000);

    [Theory]
    [InlineData("1 1/2 cups flour", 1, "1 ½ cups")]
    [InlineData("1 1/2 cups flour", 0.5, "¾ cup")]
    [InlineData("2 tbsp oil", 2, "¼ cup")]
    [InlineData("1 tsp salt", 3, "1 tbsp")]
    [InlineData("1/4 cup milk", 0.5, "2 tbsp")]
    [InlineData("2-3 garlic cloves", 1, "2–3 cloves")]
    [InlineData("2-3 onions", 2, "4–6")]
    [InlineData("500 g beef", 3, "1.5 kg")]
    [InlineData("1 kg potatoes", 0.25, "250 g")]
    [InlineData("333 ml stock", 3, "1 l")]
    [InlineData("37 g sugar", 3, "110 g")]
    [InlineData("7 g yeast", 3, "21 g")]
    [InlineData("3 eggs", 0.25, "½")]
    [InlineData("3 eggs", 0.5, "1 ½")]
    [InlineData("1 tin tomatoes", 2, "2 tins")]
    [InlineData("8 oz cheese", 2, "1 lb")]
    [InlineData("1 onion", 0.25, "¼")]
    [InlineData("salt", 2, "")]
    public void A_kitchen_can_measure_it(string text, double factor, string measure) => Assert.Equal(measure, RecipeScale.Measure(IngredientParser.Parse(text).Times((decimal)factor)));

    [Fact]
    public void A_whole_line_is_written_with_its_preparation() =>
        Assert.Equal("4 cloves garlic, minced", RecipeScale.Write(IngredientParser.Parse("2 garlic cloves, minced").Times(2)));

    [Fact]
    public void A_line_without_a_quantity_stays_as_it_is()
    {
        var salt = IngredientParser.Parse("Salt, to taste");
        Assert.Equal((salt, salt.Text), (salt.Times(3), RecipeScale.Write(salt)));
    }

    [Fact]
    public void Times_one_is_the_same() => Check.One(manyTimes, Prop.ForAll(Arb.From(Lines()), line => line.Times(1) == line));

    [Fact]
    public void Rounding_changes_little_and_leaves_something() => Check.One(manyTimes, Prop.ForAll(Arb.From(Lines()), Arb.From(Factors()), (line, factor) =>
    {
        var scaled = line.Times(factor);
        return IsNear(line.Quantity!.Value * factor, line.Unit, scaled.Quantity!.Value, scaled.Unit)
            && (line.QuantityTo is not { } to || IsNear(to * factor, line.Unit, scaled.QuantityTo ?? scaled.Quantity.Value, scaled.Unit));
    }));

    [Fact]
    public void Eggs_are_halved_at_most() => Check.One(manyTimes, Prop.ForAll(Arb.From(Gen.Choose(1, 60)), Arb.From(Factors()), (eggs, factor) =>
    {
        var scaled = new IngredientLine("eggs") { Quantity = eggs, Name = "eggs" }.Times(factor).Quantity!.Value;
        return factor == 1 || (scaled % 0.5m == 0 && scaled > 0 && (scaled == 0.5m || Math.Abs(scaled - (eggs * factor)) <= 0.25m));
    }));

    private static bool IsNear(decimal exact, string? unit, decimal rounded, string? other)
    {
        var (from, to) = unit == other ? (1, 1) : (Units.Find(unit!)!.InBase, Units.Find(other!)!.InBase);
        return rounded > 0 && Math.Abs((rounded * to) - (exact * from)) <= RecipeScale.WorstError * exact * from;
    }

    private static Gen<decimal> Factors() => from n in Gen.Choose(1, 200) from over in Gen.Choose(1, 20) select (decimal)n / over;

    private static Gen<IngredientLine> Lines() =>
        from hundredths in Gen.Choose(5, 200_000)
        from more in Gen.Choose(0, 3)
        from unit in Gen.Elements("g", "kg", "mg", "ml", "l", "dl", "tsp", "tbsp", "cup", "oz", "lb", "pint", "clove", "piece", null)
        let quantity = hundredths / 100m
        select new IngredientLine("anything") { Quantity = quantity, QuantityTo = more == 0 ? null : quantity * (1 + (more / 4m)), Unit = unit, Name = "flour" };
}
