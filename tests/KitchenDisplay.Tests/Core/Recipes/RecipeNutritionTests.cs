using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Tests.Core.Recipes;

public class RecipeNutritionTests
{
    private readonly Item potato = Item("Potatoes", BaseUnit.Gram, new(320, 0.1m, 0, 15.5m, 0.8m, 2, 0.01m)), oil = Item("Oil", BaseUnit.Millilitre, new(3_400, 92, 10, 0, 0, 0, 0)),
        egg = Item("Eggs", BaseUnit.Piece, new(310, 5, 1.5m, 0, 0, 6.5m, 0.2m)), secret = Item("Secret", BaseUnit.Gram, null);

    [Fact]
    public void It_is_the_sum_of_what_goes_into_the_pot_without_the_peel()
    {
        var fries = Made("Fries", 2, "kg", (potato, 3_000, "g", 0.8m), (oil, 0.2m, "l", 1));

        var per = RecipeNutrition.Of(fries.Id, [fries], [potato, oil]).Per(fries)!.Value;

        // 30 × 320 kJ and 2 × 3,400 kJ in 2,000 g.
        Assert.Equal((820, 100m, "g"), (per.Nutrients.Energy, per.Quantity, per.Unit));
        Assert.Equal(9.35m, per.Nutrients.Fat);
    }

    [Fact]
    public void A_portion_holds_its_part_of_a_sub_recipe()
    {
        var fries = Made("Fries", 2, "kg", (potato, 3, "kg", 1), (oil, 200, "ml", 1));
        var plate = Made("Egg and fries", 2, "servings", (egg, 4, "pc", 1));
        plate.Lines.Add(new RecipeLine { RecipeId = plate.Id, Position = 2, SubRecipeId = fries.Id, Quantity = 500, Unit = "g" });

        var per = RecipeNutrition.Of(plate.Id, [plate, fries], [potato, oil, egg]).Per(plate)!.Value;

        Assert.Equal(((4 * 310) + (0.25m * ((30 * 320) + (2 * 3_400)))) / 2, per.Nutrients.Energy);
        Assert.Equal((1m, "servings"), (per.Quantity, per.Unit));
    }

    [Fact]
    public void Who_does_not_say_it_is_named_and_nothing_is_summed()
    {
        var sauce = Made("Sauce", 1, "l", (secret, 1, "kg", 1));
        sauce.Text = sauce.Text with { Ingredients = [new(null, [new("1 kg secret"), new("a stock cube")])] };
        var plate = Made("Plate", 1, "pc", (potato, 100, "g", 1));
        plate.Lines.Add(new RecipeLine { RecipeId = plate.Id, Position = 2, SubRecipeId = sauce.Id, Quantity = 1, Unit = "dl" });

        var nutrition = RecipeNutrition.Of(plate.Id, [plate, sauce], [potato, secret]);

        Assert.Null(nutrition.Whole);
        Assert.Null(nutrition.Per(plate));
        Assert.Equal(["a stock cube", "Secret"], nutrition.Unknown);
    }

    [Fact]
    public void Nothing_is_known_of_a_recipe_of_nothing()
    {
        var empty = Made("Empty", 1, "pc");

        Assert.Null(RecipeNutrition.Of(empty.Id, [empty], []).Whole);
    }

    private static Item Item(string name, BaseUnit unit, Nutrients? nutrients) => new() { Name = name, Unit = unit, Attributes = Nutrients.Write("{}", nutrients) };

    private static Recipe Made(string name, decimal yield, string unit, params (Item Item, decimal Quantity, string Unit, decimal Usable)[] lines)
    {
        var recipe = new Recipe { Name = name, Yield = yield, YieldUnit = unit };
        foreach (var (i, line) in lines.Index()) recipe.Lines.Add(new RecipeLine { RecipeId = recipe.Id, Position = i + 1, ItemId = line.Item.Id, Quantity = line.Quantity, Unit = line.Unit, Usable = line.Usable });
        return recipe;
    }
}
