using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class MarkdownRecipesTests
{
    private const string Macaroni = """
        ---
        # a comment
        title: "Älplermagronen: alpine macaroni"
        date: 2021-03-11
        tags: ['swiss', 'pasta']
        author: ada
        cuisine: Swiss
        ---

        ![Älplermagronen](/pix/macaroni.webp "On the table")

        A swiss _favourite_.

        - ⏲️ Prep time: 10 min
        - 🍳 Cook time: ~1 h 30 min
        - 💤 Rest time: 1 day
        - 🍽️ Servings: 4-6

        ## Ingredients

        - 400g macaroni
        - 3 onions

        Feel free to vary these amounts.

        ### Sauce

        * 1l milk
        - whatever you find in the house that goes with it and would not be missed tomorrow morning

        ## Directions

        1. Boil the macaroni
           for 10 minutes.
           - Or a little longer.
        2. Bake at 180 °C.

        ![served](/pix/served.webp)

        ## Story

        > Long ago.

        """;

    private static readonly RecipeText macaroni = MarkdownRecipes.Read(Macaroni, "macaroni.md").Recipe!;

    [Fact]
    public void A_recipe_is_read_with_its_front_matter_and_its_lists()
    {
        Assert.Equal(("Älplermagronen: alpine macaroni", "ada", "Swiss", "/pix/macaroni.webp"), (macaroni.Title, macaroni.Author, macaroni.Cuisine, macaroni.Photo));
        Assert.Equal(["swiss", "pasta"], macaroni.Tags);
        Assert.Equal(("A swiss _favourite_.", 10, 90, 4m, "servings"), (macaroni.Summary, macaroni.PrepMinutes, macaroni.CookMinutes, macaroni.Yield, macaroni.YieldUnit));
        Assert.Equal([(null, 2), ("Sauce", 2)], macaroni.Ingredients.Select(g => (g.Name, g.Lines.Count)));
        Assert.Equal([new("Boil the macaroni for 10 minutes.\n- Or a little longer.", 10), new("Bake at 180 °C.", null, 180)], Assert.Single(macaroni.Method).Steps);
        Assert.Equal("- 💤 Rest time: 1 day\n\nFeel free to vary these amounts.\n\n## Story\n\n> Long ago.", macaroni.Notes!.Replace("1 day\nFeel", "1 day\n\nFeel", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_understood_is_named_with_its_line() =>
        Assert.Equal([("17", "4-6"), ("29", macaroni.Ingredients[1].Lines[1].Text)], MarkdownRecipes.Read(Macaroni, "macaroni.md").Remarks.Select(r => (r.Where, r.Text)).OrderBy(r => r.Where));

    [Fact]
    public void Unchanged_it_is_written_as_it_was() => Assert.Equal(Macaroni.TrimEnd(), MarkdownRecipes.Write(macaroni).TrimEnd());

    [Fact]
    public void What_changes_is_written_and_everything_else_stays_as_it_was()
    {
        var changed = macaroni with { Title = "Macaroni", CookMinutes = 45, Tags = ["swiss"], Yield = 8, Summary = "Good." };
        var expected = Macaroni
            .Replace("# a comment\ntitle: \"Älplermagronen: alpine macaroni\"", "title: \"Macaroni\"", StringComparison.Ordinal)
            .Replace("['swiss', 'pasta']", "[\"swiss\"]", StringComparison.Ordinal)
            .Replace("~1 h 30 min", "45 min", StringComparison.Ordinal)
            .Replace("4-6", "8", StringComparison.Ordinal)
            .Replace("A swiss _favourite_.", "Good.", StringComparison.Ordinal);
        Assert.Equal(Lines(expected), Lines(MarkdownRecipes.Write(changed)));
    }

    [Fact]
    public void A_changed_list_replaces_the_old_one_and_loses_nothing_around_it()
    {
        var changed = macaroni with { Ingredients = [new(null, [Cookbook.Line("500 g macaroni")]), new("Sauce", [Cookbook.Line("2 l milk")])] };
        var read = MarkdownRecipes.Read(MarkdownRecipes.Write(changed), "macaroni.md").Recipe!;
        Cookbook.Same(changed, read);
        Assert.Contains("![served](/pix/served.webp)", MarkdownRecipes.Write(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_taken_out_is_gone()
    {
        var bare = macaroni with { Summary = null, Photo = null, PrepMinutes = null, Notes = null, Cuisine = null, Method = [] };
        var read = MarkdownRecipes.Read(MarkdownRecipes.Write(bare), "macaroni.md").Recipe!;
        Cookbook.Same(bare, read);
    }

    [Fact]
    public void A_recipe_of_our_own_is_written_with_all_it_has_and_comes_back() =>
        Cookbook.Same(Cookbook.Soup, MarkdownRecipes.Read(MarkdownRecipes.Write(Cookbook.Soup), "soup.md").Recipe);

    [Fact]
    public void Without_front_matter_the_first_heading_is_the_title()
    {
        var read = MarkdownRecipes.Read("# Toast\n\nServes 2.\n\nIngredients\n===\n\n## Zutaten\n\nBelag:\n- Butter\n\n## Zubereitung\n\nBrot rösten.\n", "toast.md").Recipe!;
        Assert.Equal(("Toast", 2m), (read.Title, read.Yield));
        Assert.Equal("Belag", Assert.Single(read.Ingredients).Name);
        Assert.Equal("Brot rösten.", Assert.Single(Assert.Single(read.Method).Steps).Text);
        Assert.StartsWith("---\ntags: [\"quick\"]\n---\n\n# Toast\n", MarkdownRecipes.Write(read with { Tags = ["quick"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Ingredients\n\n- salt\n")]
    [InlineData("---\ntags: [a]\n---\n")]
    [InlineData("---\ntitle: \"a\nb: [\n---\n")]
    public void What_has_no_title_or_is_broken_says_what_to_do(string text)
    {
        var read = MarkdownRecipes.Read(text, "a.md");
        Assert.Null(read.Recipe);
        Assert.NotEmpty(Assert.Single(read.Remarks).Advice.Text);
    }

    [Fact]
    public void Hostile_front_matter_does_no_harm() => Assert.Null(MarkdownRecipes.Read($"---\na: {new string('[', 200_000)}\n---\n", "a.md").Recipe);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}
