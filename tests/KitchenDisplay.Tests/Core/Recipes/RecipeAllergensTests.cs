using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Tests.Core.Recipes;

public class RecipeAllergensTests
{
    private readonly Item celery = Item("Celeriac", (Allergen.Celery, AllergenState.Contains)), potato = Item("Potatoes"), squid = Item("Squid", (Allergen.Molluscs, AllergenState.Contains), (Allergen.Fish, AllergenState.MayContain));

    [Fact]
    public void What_is_in_a_sub_recipe_is_said_with_its_name()
    {
        var puree = Made("Purée", [], celery);
        var plate = Made("Plate", [], potato);
        plate.Lines.Add(new RecipeLine { RecipeId = plate.Id, Position = 2, SubRecipeId = puree.Id, Quantity = 1, Unit = "kg" });

        var found = new RecipeAllergens([plate, puree], [celery, potato], new HashSet<string>()).Because(plate.Id)[0];

        Assert.Equal((Allergen.Celery, AllergenState.Contains), (found.Allergen, found.State));
        Assert.Equal(["Celeriac (Purée)"], found.Because);
    }

    [Fact]
    public void What_shares_a_fryer_may_contain_what_the_others_contain_and_no_more()
    {
        var (fries, calamari, boiled) = (Made("Fries", ["Fryer"], potato), Made("Calamari", ["fryer "], squid), Made("Boiled potatoes", ["pot"], potato));
        var allergens = new RecipeAllergens([fries, calamari, boiled], [potato, squid], new HashSet<string> { "fryer" });

        Assert.Equal(AllergenState.MayContain, allergens.Of(fries.Id)[Allergen.Molluscs]);
        Assert.Equal(AllergenState.MayContain, allergens.Of(fries.Id)[Allergen.Fish]);
        Assert.Equal(["fryer: Calamari"], allergens.Because(fries.Id).Single(a => a.Allergen == Allergen.Molluscs).Because);
        Assert.Equal(AllergenState.Contains, allergens.Of(calamari.Id)[Allergen.Molluscs]);
        Assert.All(allergens.Of(boiled.Id).Values, state => Assert.Equal(AllergenState.Free, state));
        Assert.All(new RecipeAllergens([fries, calamari], [potato, squid], new HashSet<string>()).Of(fries.Id).Values, state => Assert.Equal(AllergenState.Free, state));
    }

    [Fact]
    public void Somebody_elses_silence_in_the_same_fryer_is_not_free()
    {
        var (fries, other) = (Made("Fries", ["fryer"], potato), Made("Croquettes", ["fryer"]));

        Assert.Equal(AllergenState.NotDeclared, new RecipeAllergens([fries, other], [potato], new HashSet<string> { "fryer" }).Of(fries.Id)[Allergen.Gluten]);
    }

    [Fact]
    public void A_line_that_the_stock_does_not_know_leaves_everything_open()
    {
        var soup = Made("Soup", [], potato);
        soup.Text = soup.Text with { Ingredients = [new(null, [new("Potatoes"), new("a stock cube")])] };

        var found = new RecipeAllergens([soup], [potato], new HashSet<string>()).Because(soup.Id);

        Assert.All(found, a => Assert.Equal((AllergenState.NotDeclared, "a stock cube"), (a.State, Assert.Single(a.Because))));
    }

    // Free of whatever is not said to be in it.
    private static Item Item(string name, params (Allergen Allergen, AllergenState State)[] declared) => new()
    {
        Name = name,
        Unit = BaseUnit.Gram,
        Allergens = [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, null, declared.Where(d => d.Allergen == a).Select(d => (AllergenState?)d.State).FirstOrDefault() ?? AllergenState.Free))],
    };

    private static Recipe Made(string name, string[] equipment, params Item[] items)
    {
        var recipe = new Recipe { Name = name, Yield = 1, YieldUnit = "kg", Text = new(name) { Equipment = equipment } };
        foreach (var (i, item) in items.Index()) recipe.Lines.Add(new RecipeLine { RecipeId = recipe.Id, Position = i + 1, ItemId = item.Id, Quantity = 1, Unit = "g" });
        return recipe;
    }
}
