using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class ModifierChoiceTests
{
    private static readonly ModifierGroup Cooking = Group("Cooking", 1, 1, "rare", "well done");
    private static readonly ModifierGroup Extras = Group("Extras", 0, 2, "bacon", "egg", "cheese");

    private static readonly Dish Steak = new()
    {
        Name = "Steak",
        Groups = [new() { GroupId = Extras.Id, Group = Extras, Position = 2 }, new() { GroupId = Cooking.Id, Group = Cooking, Position = 1 }],
    };

    private readonly List<Sentence> wrong = [];

    [Fact]
    public void The_answers_come_in_the_order_of_the_questions() => Assert.Equal(["rare", "bacon", "egg"], Choose("egg", "bacon", "rare").Select(m => m.Name));

    [Theory]
    [InlineData("", "Steak: choose “Cooking”.")]
    [InlineData("rare,well done", "Steak: choose at most 1 of “Cooking”.")]
    [InlineData("rare,bacon,egg,cheese", "Steak: choose at most 2 of “Extras”.")]
    [InlineData("rare,bacon,bacon", "Steak: a choice is there twice.")]
    public void What_does_not_answer_the_questions_is_named(string names, string sentence)
    {
        Choose(names.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(sentence, Assert.Single(wrong).ToString());
    }

    [Fact]
    public void What_is_not_offered_is_named()
    {
        ModifierChoice.Of(Steak, [Id("rare"), Guid.CreateVersion7()], [], wrong.Add);

        Assert.Equal("Steak: a choice is not offered with it any more. Choose again.", Assert.Single(wrong).ToString());
    }

    [Fact]
    public void A_line_may_keep_what_it_has_as_it_was_whether_or_not_it_is_still_offered()
    {
        var (bacon, gone) = (new LineModifier(Id("bacon"), "smoked bacon", ModifierKind.Extra, 1), new LineModifier(Guid.CreateVersion7(), "marrow", ModifierKind.Extra, 3));

        var chosen = ModifierChoice.Of(Steak, [Id("rare"), bacon.Id, gone.Id], [bacon, gone], wrong.Add);

        Assert.Empty(wrong);
        Assert.Equal([bacon, gone], chosen.Skip(1));
        Assert.Single(ModifierChoice.Of(Steak, [Id("rare")], [bacon, gone], wrong.Add));
    }

    private List<LineModifier> Choose(params string[] names) => ModifierChoice.Of(Steak, [.. names.Select(Id)], [], wrong.Add);

    private static Guid Id(string name) => Cooking.Modifiers.Concat(Extras.Modifiers).Single(m => m.Name == name).Id;

    private static ModifierGroup Group(string name, int min, int max, params string[] answers) =>
        new() { Name = name, Min = min, Max = max, Modifiers = [.. answers.Select((a, i) => new Modifier { Name = a, Position = i, PriceChange = i })] };
}
