using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes.Exchange;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class JsonRecipesTests
{
    [Fact]
    public void Nothing_is_lost() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Cookbook.Any()), recipe =>
        Cookbook.Content(Assert.Single(JsonRecipes.Read(JsonRecipes.Write(recipe), "a.json")).Recipe!) == Cookbook.Content(recipe)));

    [Fact]
    public void The_source_is_kept_as_well()
    {
        var recipe = MarkdownRecipes.Read("# Toast\n\n## Ingredients\n\n- bread\n", "toast.md").Recipe!;
        var read = Assert.Single(JsonRecipes.Read(JsonRecipes.Write(recipe), "a.json")).Recipe!;
        Assert.Equal(MarkdownRecipes.Write(recipe), MarkdownRecipes.Write(read));
    }

    [Fact]
    public void A_total_that_is_the_sum_still_follows_its_parts()
    {
        var read = Assert.Single(JsonRecipes.Read(JsonRecipes.Write(Cookbook.Soup), "a.json")).Recipe!;
        Assert.Equal((90, 120), (read.TotalMinutes, (read with { PrepMinutes = 40 }).TotalMinutes));
    }

    [Fact]
    public async Task Many_are_written_as_they_come_and_read_one_after_the_other()
    {
        using var file = new MemoryStream();
        await JsonRecipes.WriteAsync(Cookbook.Each(Cookbook.Soup, Cookbook.Soup with { Title = "Another" }), file);
        var reads = RecipeReader.Read(file.ToArray(), "all.json").ToList();
        Assert.Equal(["Leek soup", "Another"], reads.Select(r => r.Recipe!.Title));
        Cookbook.Same(Cookbook.Soup, reads[0].Recipe);
    }

    [Fact]
    public async Task An_empty_list_is_a_list()
    {
        using var file = new MemoryStream();
        await JsonRecipes.WriteAsync(Cookbook.Each(), file);
        Assert.Contains("no recipe", Assert.Single(RecipeReader.Read(file.ToArray(), "none.json")).Remarks[0].Wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_per_line_is_read_too()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 3).Select(n => $$"""{"title":"Number {{n}}"}"""));
        Assert.Equal(["Number 1", "Number 2", "Number 3"], JsonRecipes.Read(lines, "a.jsonl").Select(r => r.Recipe!.Title));
    }

    [Theory]
    [InlineData("""{"summary":"No title"}""")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"title":"  "}""")]
    [InlineData("""{"title":"A","colour":"green"}""")]
    [InlineData("""{"title":"A","ingredients":[null]}""")]
    [InlineData("""{"title":"A","ingredients":[{"lines":[{"text":""}]}]}""")]
    [InlineData("""{"title":"A","method":[{"steps":null}]}""")]
    [InlineData("""{"title":"A","prepMinutes":"ten"}""")]
    [InlineData("4")]
    public void What_is_no_recipe_says_so_and_what_to_do(string json)
    {
        var read = Assert.Single(JsonRecipes.Read(json, "a.json"));
        Assert.Null(read.Recipe);
        Assert.NotEmpty(Assert.Single(read.Remarks).Advice.Text);
    }
}
