using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Writing;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Writing;

public sealed class TypedListsTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly string[] texts = ["200 g flour", "Sauce:", "# 10 cans", "#10 can of tomatoes", "1. salt", "for the dough", "two\nlines", "a:", "x"];

    [Fact]
    public void Headings_begin_groups_and_lines_are_understood()
    {
        var groups = TypedLists.Ingredients("500 g ripe tomatoes, chopped\n\nFor the dough:\n200 g flour\n# Top\nsalt", "en", []);

        Assert.Equal([null, "For the dough", "Top"], groups.Select(g => g.Name));
        Assert.Equal((500m, "g", "ripe tomatoes", "chopped"), (groups[0].Lines[0].Quantity, groups[0].Lines[0].Unit, groups[0].Lines[0].Name, groups[0].Lines[0].Preparation));
    }

    [Fact]
    public void Steps_have_their_timers_and_lose_their_numbers()
    {
        var sections = TypedLists.Steps("1. Roast for 20 minutes at 200 °C.\n# Sauce\n2) Stir.", []);

        Assert.Equal([null, "Sauce"], sections.Select(s => s.Name));
        Assert.Equal(new MethodStep("Roast for 20 minutes at 200 °C.", 20, 200), sections[0].Steps[0]);
        Assert.Equal("Stir.", sections[1].Steps[0].Text);
    }

    [Fact]
    public void What_is_opened_and_not_touched_stays_what_it_was() => Check.One(manyTimes, Prop.ForAll(Arb.From(Groups()), groups =>
    {
        var read = TypedLists.Ingredients(string.Join('\n', TypedLists.Lines(groups)), "en", groups.SelectMany(g => g.Lines));
        return read.Zip(groups).All(g => g.First.Name == g.Second.Name && g.First.Lines.SequenceEqual(g.Second.Lines)) && read.Count == groups.Count;
    }));

    [Fact]
    public void Any_text_can_be_typed() => Check.One(manyTimes, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => TypedLists.Ingredients(text ?? "", "en", []) is not null && TypedLists.Steps(text ?? "", []) is not null));

    // Groups without a name begin a list, or stand behind others; without a line they are nothing to write.
    private static Gen<List<IngredientGroup>> Groups() =>
        from groups in Gen.ListOf(from name in Gen.Elements(null, "Dough", "Sauce") from lines in Gen.NonEmptyListOf(Gen.Elements(texts)) select new IngredientGroup(name, [.. lines.Select(l => new IngredientLine(l) { Name = l, Quantity = 7, Confidence = 0.5 })]))
        select groups.ToList();
}
