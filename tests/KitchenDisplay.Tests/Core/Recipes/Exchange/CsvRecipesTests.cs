using System.Text;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class CsvRecipesTests
{
    [Theory]
    [InlineData(",", "")]
    [InlineData(";", "")]
    [InlineData("\t", "")]
    [InlineData(";", "\uFEFF")]
    public void A_table_is_read_whatever_parts_its_columns(string separator, string mark)
    {
        var lines = new[] { "Title|Servings|Prep time|Ingredients|Steps|Shelf", "Leek soup|4|1 h 10 min|\"1 l water\nFor the top:\nbutter\"|\"1. Boil for 20 minutes.\n2. Serve.\"|3" };
        var read = Assert.Single(RecipeReader.Read(Encoding.UTF8.GetBytes(mark + string.Join('\n', lines).Replace("|", separator, StringComparison.Ordinal)), "soups.csv"));
        var soup = read.Recipe!;
        Assert.Equal(("Leek soup", 4m, 70), (soup.Title, soup.Yield, soup.PrepMinutes));
        Assert.Equal([(null, "1 l water"), ("For the top", "butter")], soup.Ingredients.Select(g => (g.Name, Assert.Single(g.Lines).Text)));
        Assert.Equal(["Boil for 20 minutes.", "Serve."], Assert.Single(soup.Method).Steps.Select(s => s.Text));
        Assert.Equal(("2", "3"), (Assert.Single(read.Remarks).Where, read.Remarks[0].Text));
    }

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var harmful = Cookbook.Soup with { Title = "=1+1", Summary = "a; b, \"c\"" };
        using var file = new MemoryStream();
        await CsvRecipes.WriteAsync(Cookbook.Each(Cookbook.Soup, harmful), file);
        var reads = RecipeReader.Read(file.ToArray(), "all.csv").ToList();
        Assert.All(reads, read => Assert.Empty(read.Remarks));
        Assert.Equal(2, reads.Count);
        Cookbook.Same(Cookbook.Soup, reads[0].Recipe);
        Cookbook.Same(harmful, reads[1].Recipe);
    }

    [Fact]
    public async Task No_cell_becomes_a_formula()
    {
        using var file = new MemoryStream();
        await CsvRecipes.WriteAsync(Cookbook.Each(new RecipeText("=HYPERLINK(1)")), file);
        Assert.Contains("\n\"'=HYPERLINK", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_title_is_named_and_the_others_are_read()
    {
        var reads = CsvRecipes.Read("title,notes\nA,x\n,y\nB,z\n", "a.csv").ToList();
        Assert.Equal(["A", null, "B"], reads.Select(r => r.Recipe?.Title));
        Assert.Equal("3", Assert.Single(reads[1].Remarks).Where);
    }

    [Fact]
    public void A_table_without_titles_says_how_to_name_its_columns() =>
        Assert.Contains("title", Assert.Single(Assert.Single(RecipeReader.Read("a,b\n1,2\n"u8.ToArray(), "a.csv")).Remarks).Advice.Text, StringComparison.Ordinal);

    [Fact]
    public void A_large_table_is_read_row_by_row()
    {
        var text = "title,ingredients\n" + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"Soup {n},1 l water\n"));
        Assert.Equal(["Soup 0", "Soup 1"], CsvRecipes.Read(text, "a.csv").Take(2).Select(r => r.Recipe!.Title));
    }
}
