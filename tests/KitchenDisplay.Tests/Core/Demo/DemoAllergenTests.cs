using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Menu;
using static KitchenDisplay.Core.Menu.Allergen;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoAllergenTests
{
    private static readonly DemoFile House = DemoFile.Read();
    private static readonly Dictionary<string, DemoModifierGroup> Groups = House.ModifierGroups.ToDictionary(group => group.Code);
    private static readonly List<DemoDish> Dishes = [.. House.Categories.SelectMany(category => category.Dishes)];

    [Fact]
    public void An_allergen_has_one_state_on_a_dish() =>
        Assert.All(Dishes, dish =>
        {
            Allergen[] listed = [.. dish.Contains, .. dish.MayContain, .. dish.Free];
            Assert.Equal(listed.Distinct(), listed);
        });

    [Fact]
    public void A_dish_lists_what_it_is_free_of_or_vouches_for_all_others_but_not_both() =>
        Assert.All(Dishes, dish => Assert.False(dish.FreeOfOthers && dish.Free.Count > 0, dish.Name));

    [Fact]
    public void A_dish_that_vouches_for_all_others_declares_all_fourteen()
    {
        Assert.Equal(14, Enum.GetValues<Allergen>().Length);
        var dish = Dishes.First(dish => dish is { FreeOfOthers: true, Contains.Count: > 0, MayContain.Count: > 0 });

        Assert.Equal(Enum.GetValues<Allergen>(), dish.Contains.Concat(dish.MayContain).Concat(dish.DeclaredFree()).Order());
    }

    [Fact]
    public void A_dish_that_does_not_vouch_is_free_only_of_what_it_lists()
    {
        var dish = Dishes.First(dish => dish is { FreeOfOthers: false, Free.Count: > 0 });

        Assert.Equal(dish.Free, dish.DeclaredFree());
    }

    [Fact]
    public void Most_dishes_declare_everything_and_a_few_leave_something_open()
    {
        var open = Dishes.Count(dish => dish.Contains.Count + dish.MayContain.Count + dish.DeclaredFree().Count < 14);

        Assert.InRange(open, 3, Dishes.Count / 5);
        Assert.Contains(Dishes, dish => !dish.FreeOfOthers && dish.Free.Count > 0);
        Assert.Contains(Dishes, dish => !dish.FreeOfOthers && dish.Free.Count == 0);
    }

    [Fact]
    public void Every_allergen_is_somewhere_on_the_menu() =>
        Assert.Equal(Enum.GetValues<Allergen>(), Dishes.SelectMany(dish => dish.Contains.Concat(dish.MayContain)).Distinct().Order());

    [Fact]
    public void A_dish_contains_what_its_name_says() =>
        Assert.Empty(
            from dish in Dishes
            from allergen in MenuWords.AllergensIn(dish.Name)
            where !dish.Contains.Contains(allergen)
            select $"{dish.Name} says nothing of {allergen}");

    [Fact]
    public void A_dish_owns_up_to_what_its_modifiers_bring() =>
        Assert.Empty(
            from dish in Dishes
            from modifier in dish.Groups.SelectMany(code => Groups[code].Modifiers)
            where modifier.Kind != ModifierKind.No
            from allergen in MenuWords.AllergensIn(modifier.Name)
            where !dish.Contains.Contains(allergen) && !dish.MayContain.Contains(allergen)
            select $"{dish.Name} with {modifier.Name} says nothing of {allergen}");

    [Fact]
    public void Only_what_is_in_a_dish_can_be_left_out() =>
        Assert.Empty(
            from dish in Dishes
            from modifier in dish.Groups.SelectMany(code => Groups[code].Modifiers)
            where modifier.Kind == ModifierKind.No
            from allergen in MenuWords.AllergensIn(modifier.Name)
            where !dish.Contains.Contains(allergen)
            select $"{dish.Name} has no {modifier.Name} to leave out");

    [Fact]
    public void All_that_is_fried_owns_up_to_what_else_goes_into_the_fryer() =>
        Assert.Empty(
            from dish in Dishes
            where dish.Steps.SelectMany(step => step).Any(step => step.Station == "fry")
            from allergen in new[] { Gluten, Eggs, Milk, Fish }
            where !dish.Contains.Contains(allergen) && !dish.MayContain.Contains(allergen)
            select $"{dish.Name} says nothing of {allergen} in the fryer");

    [Fact]
    public void Every_word_that_is_looked_for_stands_on_the_menu()
    {
        var menu = Dishes.Select(dish => dish.Name).Concat(House.ModifierGroups.SelectMany(group => group.Modifiers).Select(modifier => modifier.Name));

        Assert.Empty(MenuWords.Known.Except(menu.SelectMany(MenuWords.In), StringComparer.OrdinalIgnoreCase));
    }
}
