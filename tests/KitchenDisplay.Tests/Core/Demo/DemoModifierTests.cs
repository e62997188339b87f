using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoModifierTests
{
    private static readonly DemoFile House = DemoFile.Read();
    private static readonly Dictionary<string, DemoModifierGroup> Groups = House.ModifierGroups.ToDictionary(group => group.Code);

    [Fact]
    public void A_required_group_has_enough_choices_and_at_least_two() =>
        Assert.All(House.ModifierGroups.Where(group => group.Min > 0), group =>
        {
            Assert.True(group.Modifiers.Count >= group.Min, group.Code);
            Assert.True(group.Modifiers.Count >= 2, group.Code);
        });

    [Fact]
    public void The_most_answers_are_no_fewer_than_the_least_and_no_more_than_there_are() =>
        Assert.All(House.ModifierGroups, group =>
        {
            Assert.True(group.Min >= 0, group.Code);
            Assert.InRange(group.Max, int.Max(1, group.Min), group.Modifiers.Count);
        });

    [Fact]
    public void The_house_asks_required_and_optional_questions_and_knows_all_kinds_of_answer()
    {
        Assert.Contains(House.ModifierGroups, group => group.Min > 0);
        Assert.Contains(House.ModifierGroups, group => group.Min == 0);
        Assert.Contains(House.ModifierGroups, group => group.Min > 1);
        Assert.Equal(Enum.GetValues<ModifierKind>(), House.ModifierGroups.SelectMany(group => group.Modifiers).Select(modifier => modifier.Kind).Distinct().Order());
    }

    [Fact]
    public void No_answer_stands_twice_in_a_group_and_no_question_twice_on_a_dish()
    {
        Assert.All(House.ModifierGroups, group => Assert.Empty(Names.Doubled(group.Modifiers.Select(modifier => modifier.Name))));
        Assert.All(House.Categories.SelectMany(category => category.Dishes), dish => Assert.Empty(Names.Doubled(dish.Groups.Select(code => Groups[code].Name))));
    }

    [Fact]
    public void The_wall_puts_plus_and_no_itself_and_a_modifier_is_in_small_letters() =>
        Assert.All(House.ModifierGroups.SelectMany(group => group.Modifiers), modifier =>
        {
            Assert.InRange(modifier.Name.Length, 3, 24);
            Assert.False(modifier.Name.StartsWith('+'), modifier.Name);
            if (modifier.Kind is ModifierKind.Option)
                return;
            Assert.Equal(modifier.Name.ToLowerInvariant(), modifier.Name);
            Assert.False(modifier.Name.StartsWith("no ", StringComparison.Ordinal), modifier.Name);
        });

    [Fact]
    public void Leaving_something_out_costs_and_saves_nothing() =>
        Assert.All(House.ModifierGroups.SelectMany(group => group.Modifiers).Where(modifier => modifier.Kind == ModifierKind.No), modifier => Assert.Equal(0m, modifier.Price));

    [Fact]
    public void No_choice_makes_a_dish_cheaper_than_half_its_price() =>
        Assert.All(House.Categories.SelectMany(category => category.Dishes), dish =>
        {
            var cheapest = dish.Price + dish.Groups.Sum(code => Groups[code].Modifiers.Select(modifier => decimal.Min(0m, modifier.Price)).Order().Take(Groups[code].Max).Sum());
            Assert.True(cheapest >= dish.Price / 2, dish.Name);
        });

    [Theory]
    [InlineData("Ribeye 300 g")]
    [InlineData("Rump steak 250 g")]
    [InlineData("Steak frites")]
    public void A_steak_is_not_sent_before_the_guest_has_said_how_it_is_cooked(string steak)
    {
        var dish = House.Categories.SelectMany(category => category.Dishes).Single(dish => dish.Name == steak);

        Assert.Contains("steak-cooking", dish.Groups);
        Assert.Equal((1, 1), (Groups["steak-cooking"].Min, Groups["steak-cooking"].Max));
    }
}
