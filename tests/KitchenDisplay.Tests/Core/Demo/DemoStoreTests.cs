using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoStoreTests
{
    private static readonly DemoFile House = DemoFile.Read();
    private static readonly List<DemoDish> Dishes = [.. House.Categories.SelectMany(category => category.Dishes)];
    private static readonly List<DemoModifierItem> Parts = [.. House.ModifierGroups.SelectMany(group => group.Modifiers).SelectMany(modifier => modifier.Items)];
    private static readonly List<DemoRecipeLine> Lines = [.. House.Recipes.SelectMany(recipe => recipe.Lines)];
    private static readonly List<string> Places = [.. House.Places.SelectMany(place => place.Tree()).Select(place => place.Place.Name)];
    private static readonly Dictionary<string, DemoItem> Items = House.Items.ToDictionary(item => item.Name);
    private static readonly Dictionary<string, DemoRecipe> Recipes = House.Recipes.ToDictionary(recipe => recipe.Name);

    [Fact]
    public void The_store_is_as_full_as_a_real_one_and_no_name_stands_twice()
    {
        Assert.True(House.Items.Count >= 60);
        Assert.True(House.Recipes.Count >= 25);
        Assert.Contains(House.Places, place => place.Places.Count > 1);
        Assert.Empty(Names.Doubled(Places));
        Assert.Empty(Names.Doubled(Items.Keys));
        Assert.Empty(Names.Doubled(Recipes.Keys));
    }

    [Fact]
    public void Every_item_recipe_and_place_that_is_named_exists()
    {
        Assert.All(Lines, line => Assert.True(line.Item is null != line.Recipe is null));
        Assert.Empty(Lines.Select(line => line.Item).OfType<string>().Concat(Parts.Select(part => part.Item)).Except(Items.Keys));
        Assert.Empty(Lines.Select(line => line.Recipe).Concat(Dishes.Select(dish => dish.Recipe)).OfType<string>().Except(Recipes.Keys));
        Assert.Empty(House.Items.SelectMany(item => item.Lots).Select(lot => lot.Place).Except(Places));
    }

    [Fact]
    public void Every_item_is_used_and_something_of_it_is_there()
    {
        Assert.Empty(Items.Keys.Except(Lines.Select(line => line.Item).Concat(Parts.Select(part => part.Item))));
        Assert.All(House.Items, item => Assert.NotEmpty(item.Lots));
        Assert.All(House.Items.SelectMany(item => item.Lots), lot => Assert.True(lot is { Quantity: > 0, Price: > 0 } && (lot.UseBy ?? 1) > 0 && (lot.BestBefore ?? 1) > 0 && (lot.Pack ?? lot.Quantity) <= lot.Quantity));
    }

    [Fact]
    public void Most_of_the_kitchen_has_its_recipes_and_some_dishes_have_none()
    {
        Assert.All(Dishes, dish => Assert.Equal(dish.Recipe is null, dish.Portion is null));
        Assert.True(Dishes.Count(dish => dish.Recipe is not null) >= 30);
        Assert.True(Dishes.Count(dish => dish.Recipe is null) >= 10);
        Assert.All(House.Categories.Single(category => category.Name == "Wood fire").Dishes, dish => Assert.NotNull(dish.Recipe));
        Assert.Contains(Lines, line => line.Recipe is not null);
    }

    [Fact]
    public void No_recipe_is_made_of_itself()
    {
        Assert.All(House.Recipes, recipe => Open(recipe, []));

        static void Open(DemoRecipe recipe, IReadOnlyList<string> path)
        {
            Assert.DoesNotContain(recipe.Name, path);
            foreach (var sub in recipe.Lines.Select(line => line.Recipe).OfType<string>()) Open(Recipes[sub], [.. path, recipe.Name]);
        }
    }

    [Fact]
    public void Every_quantity_can_be_converted_to_what_it_is_counted_in()
    {
        foreach (var item in House.Items)
        {
            Assert.Empty(Conversions.Check(item.Name, Measures(item)));
            Assert.All(item.Lots, lot => Assert.True(Of(item).Convert(lot.Quantity, lot.Unit, item.Unit).Result > 0));
        }
        Assert.All(Lines.Where(line => line.Item is not null), line => Assert.True(Of(Items[line.Item!]).Convert(line.Quantity, line.Unit, Items[line.Item!].Unit).Result > 0));
        Assert.All(Parts, part => Assert.NotEqual(0, Of(Items[part.Item]).Convert(part.Quantity, part.Unit, Items[part.Item].Unit).Result));
        Assert.All(House.Recipes, recipe => Assert.True(recipe.Yield > 0 && Units.Find(recipe.YieldUnit) is not null, recipe.Name));
        Assert.All(Lines.Where(line => line.Recipe is not null), line => Assert.True(Of(Recipes[line.Recipe!]).Convert(line.Quantity, line.Unit, Recipes[line.Recipe!].YieldUnit).Result > 0));
        Assert.All(Dishes.Where(dish => dish.Recipe is not null), dish => Assert.True(Of(Recipes[dish.Recipe!]).Convert(dish.Portion!.Quantity, dish.Portion.Unit, Recipes[dish.Recipe!].YieldUnit).Result > 0));
    }

    [Fact]
    public void A_recipe_line_takes_some_of_something_and_no_more_than_all_of_it_is_of_use() =>
        Assert.All(Lines, line => Assert.True(line is { Quantity: > 0, Usable: > 0 and <= 1 }));

    [Fact]
    public void An_item_names_its_cereals_and_nuts_and_says_nothing_twice() =>
        Assert.All(House.Items, item =>
        {
            var declared = item.Declared();
            Assert.Equal(declared.DistinctBy(a => (a.Allergen, a.Kind)).Count(), declared.Count);
            Assert.Empty(declared.Where(a => a.State != AllergenState.Free).Select(a => a.Allergen).Intersect(declared.Where(a => a.State == AllergenState.Free).Select(a => a.Allergen)));
            Assert.All(declared, a => Assert.True(a.Kind is null || AllergenKinds.Of(a.Allergen).Contains(a.Kind), item.Name));
            Assert.All(item.Contains.Where(a => AllergenKinds.Of(a.Allergen).Count > 0), a => Assert.NotNull(a.Kind));
            Assert.False(item.FreeOfOthers && item.Free.Count > 0, item.Name);
        });

    [Fact]
    public void An_item_contains_what_its_name_says() =>
        Assert.Empty(
            from item in House.Items
            from allergen in MenuWords.AllergensIn(item.Name)
            where item.Contains.All(a => a.Allergen != allergen)
            select $"{item.Name} says nothing of {allergen}");

    private static Conversions Of(DemoItem item) => new(item.Name, Measures(item));

    private static ItemMeasure[] Measures(DemoItem item) => [.. item.Measures.Select(m => new ItemMeasure { Quantity = m.Quantity, Unit = m.Unit, OfQuantity = m.Of, OfUnit = m.OfUnit, IsPack = m.IsPack })];

    private static Conversions Of(DemoRecipe recipe) => new(recipe.Name, []);
}
