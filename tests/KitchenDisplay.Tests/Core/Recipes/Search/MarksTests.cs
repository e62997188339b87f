using KitchenDisplay.Core.Recipes.Search;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

public class MarksTests
{
    private static readonly ILookup<string, string> forms = new[] { ("tomato", "tomato"), ("tomato", "tomatoes"), ("berri", "berry"), ("berri", "berries"), ("creme", "creme") }.ToLookup(f => f.Item1, f => f.Item2);

    [Theory]
    [InlineData("'tomato'", "Tomatoes, 1 tomato and a potato", "[Tomatoes], 1 [tomato] and a potato")]
    [InlineData("'berri'", "berry-red berries", "[berry]-red [berries]")]
    [InlineData("'creme'", "Crème fraîche", "[Crème] fraîche")]
    [InlineData("'tom':*", "tomatoes in a bottom drawer", "[tomatoes] in a bottom drawer")]
    [InlineData("'ground' <-> 'beef' | 'minc'", "ground beef", "[ground] [beef]")]
    [InlineData("'o''neill'", "nothing of it", "nothing of it")]
    [InlineData("'7up'", "a 7up", "a [7up]")]
    [InlineData("'tomato'", "", "")]
    public void Every_form_of_what_was_looked_for_is_marked_and_nothing_else(string query, string text, string marked) =>
        Assert.Equal(marked, Of(query).Mark(text).Replace('\u0002', '[').Replace('\u0003', ']'));

    [Fact]
    public void A_piece_of_the_text_shows_each_word_once()
    {
        var marks = Of("'tomato'", "'oven'");

        Assert.Equal("2 tomatoes … Heat the oven.", new Snippet(marks).Of("1 onion\n2 tomatoes\n3 tomato leaves", "Heat the oven."));
        Assert.Equal("1 onion", new Snippet(Of("'fish'")).Of("1 onion", ""));
    }

    private static Marks Of(params string[] queries) => new(new SearchPlan([.. queries.Select(q => new SearchClause(q, q, 1, 0, 0, true, null))], "", [], [], [], []), forms);
}
