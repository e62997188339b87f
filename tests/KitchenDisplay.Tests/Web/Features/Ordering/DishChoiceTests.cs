using KitchenDisplay.Core.Menu;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class DishChoiceTests
{
    private static DishChoice Choose(Dish dish) => new(dish, PaperMenu.Card.Groups(dish), seat: 2);

    private static void Tap(DishChoice choice, ModifierGroup group, string name) => choice.Tap(group, group.Modifiers.Single(m => m.Name == name));

    [Fact]
    public void A_required_question_must_be_answered()
    {
        var choice = Choose(PaperMenu.Ribeye);
        Assert.False(choice.IsComplete);

        Tap(choice, PaperMenu.Cooking, "rare");

        Assert.True(choice.IsComplete);
    }

    [Fact]
    public void Where_one_answer_is_allowed_another_tap_exchanges_it()
    {
        var choice = Choose(PaperMenu.Ribeye);

        Tap(choice, PaperMenu.Cooking, "rare");
        Tap(choice, PaperMenu.Cooking, "medium");

        Assert.Equal(["medium"], choice.ToLine().Modifiers.Select(m => m.Name));
    }

    [Fact]
    public void More_answers_than_allowed_cannot_be_chosen()
    {
        var choice = Choose(PaperMenu.Ribeye);

        foreach (var extra in new[] { "bone marrow", "fried egg", "blue cheese" }) Tap(choice, PaperMenu.Extras, extra);

        Assert.Equal(["bone marrow", "fried egg"], choice.ToLine().Modifiers.Select(m => m.Name));
        Assert.False(choice.CanTap(PaperMenu.Extras, PaperMenu.Extras.Modifiers.Single(m => m.Name == "blue cheese")));
    }

    [Fact]
    public void A_question_for_two_answers_says_how_many_are_missing()
    {
        var choice = Choose(PaperMenu.Sundae);

        Tap(choice, PaperMenu.Scoops, "vanilla");

        Assert.Equal(1, choice.Missing(PaperMenu.Scoops));
        Assert.False(choice.IsComplete);
    }

    [Fact]
    public void The_price_follows_the_choice()
    {
        var choice = Choose(PaperMenu.Ribeye);

        Tap(choice, PaperMenu.Cooking, "rare");
        Tap(choice, PaperMenu.Extras, "bone marrow");
        choice.Count(+1);

        Assert.Equal(39.50m, choice.ToLine().Price);
        Assert.Equal(79.00m, choice.ToLine().Total);
    }

    [Fact]
    public void The_same_answers_in_another_order_make_a_line_that_is_alike()
    {
        var (first, second) = (Choose(PaperMenu.Sundae), Choose(PaperMenu.Sundae));
        Tap(first, PaperMenu.Scoops, "vanilla");
        Tap(first, PaperMenu.Scoops, "quince");
        Tap(second, PaperMenu.Scoops, "quince");
        Tap(second, PaperMenu.Scoops, "vanilla");

        Assert.True(first.ToLine().IsLike(second.ToLine()));
    }

    [Fact]
    public void What_has_left_the_menu_does_not_stay_chosen_when_a_line_is_taken_in_hand()
    {
        var gone = PaperMenu.Chosen(PaperMenu.Extras, "fried egg") with { Id = Guid.CreateVersion7() };
        var line = DraftLine.Of(PaperMenu.Ribeye, [PaperMenu.Chosen(PaperMenu.Cooking, "rare"), gone], 1);

        var choice = new DishChoice(PaperMenu.Ribeye, PaperMenu.Card.Groups(PaperMenu.Ribeye), line);

        Assert.Equal(["rare"], choice.ToLine().Modifiers.Select(m => m.Name));
        Assert.Equal(line.Id, choice.ToLine().Id);
    }

    [Theory]
    [InlineData("  ", null)]
    [InlineData(" no salt ", "no salt")]
    public void A_note_is_tidied(string typed, string? kept)
    {
        var choice = Choose(PaperMenu.Fries);
        choice.Note = typed;

        Assert.Equal(kept, choice.ToLine().Note);
    }
}
