using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class AllergenSumTests
{
    private static readonly ItemAllergen[] allFree = [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, null, AllergenState.Free))];

    [Fact]
    public void Nothing_is_known_of_a_dish_without_ingredients()
    {
        var states = AllergenSum.Worst([]);

        Assert.Equal(Enum.GetValues<Allergen>(), states.Keys.Order());
        Assert.All(states.Values, state => Assert.Equal(AllergenState.NotDeclared, state));
    }

    [Fact]
    public void Only_ingredients_that_all_say_free_make_free()
    {
        Assert.All(AllergenSum.Worst([allFree, allFree]).Values, state => Assert.Equal(AllergenState.Free, state));
        Assert.All(AllergenSum.Worst([allFree, []]).Values, state => Assert.Equal(AllergenState.NotDeclared, state));
    }

    [Theory]
    [InlineData(AllergenState.Contains, AllergenState.MayContain, AllergenState.Contains)]
    [InlineData(AllergenState.MayContain, AllergenState.NotDeclared, AllergenState.MayContain)]
    [InlineData(AllergenState.NotDeclared, AllergenState.Free, AllergenState.NotDeclared)]
    [InlineData(AllergenState.Free, AllergenState.Contains, AllergenState.Contains)]
    public void The_worst_word_counts(AllergenState one, AllergenState other, AllergenState worst) =>
        Assert.Equal(worst, AllergenSum.Worst([[new(Allergen.Milk, null, one)], [new(Allergen.Milk, null, other)]])[Allergen.Milk]);

    [Fact]
    public void A_kind_speaks_for_its_allergen_when_it_is_bad_but_not_when_it_is_free()
    {
        Assert.Equal(AllergenState.Contains, Gluten(new ItemAllergen(Allergen.Gluten, null, AllergenState.Free), new(Allergen.Gluten, "rye", AllergenState.Contains)));
        Assert.Equal(AllergenState.MayContain, Gluten(new ItemAllergen(Allergen.Gluten, "wheat", AllergenState.MayContain)));
        Assert.Equal(AllergenState.NotDeclared, Gluten(new ItemAllergen(Allergen.Gluten, "wheat", AllergenState.Free)));
        Assert.Equal(AllergenState.Free, Gluten([.. AllergenKinds.Of(Allergen.Gluten).Select(k => new ItemAllergen(Allergen.Gluten, k, AllergenState.Free))]));
    }

    [Fact]
    public void Only_cereals_and_nuts_have_kinds() =>
        Assert.Equal([Allergen.Gluten, Allergen.Nuts], Enum.GetValues<Allergen>().Where(a => AllergenKinds.Of(a).Count > 0));

    private static AllergenState Gluten(params ItemAllergen[] declared) => AllergenSum.Worst([declared])[Allergen.Gluten];
}
