using System.Net;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Tests.Core.Recipes.Exchange;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Recipes;

public sealed class RecipeDownloadsTests : IClassFixture<StoreRoom>, IAsyncLifetime, IDisposable
{
    // More than are read at once, so that there are pages to go through.
    private const int Many = 230;

    private readonly StoreRoom store;
    private readonly WebApplication app;
    private readonly HttpClient http = new();

    public RecipeDownloadsTests(StoreRoom store) => (this.store, app) = (store, KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), store.Kitchen.Connections));

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.Single());
        await http.SignInAsync(store.Kitchen.Connections);
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, "delete from recipe_lines; delete from recipe_versions; delete from recipes");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("md", "text/markdown")]
    [InlineData("jsonld", "application/ld+json")]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task A_card_comes_back_as_it_was_imported(string ending, string type)
    {
        var source = MarkdownRecipes.Write(Cookbook.Soup with { Title = $"Leek/soup: {ending}" });
        var read = RecipeReader.Read(System.Text.Encoding.UTF8.GetBytes(source), "soup.md").Single().Recipe!;
        var id = (await ImportAsync(read)).Single();

        using var answer = await http.GetAsync(new Uri($"recipes/export/{id}.{ending}", UriKind.Relative));

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"leek-soup-{ending}.{ending}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (ending == "md") Assert.Equal(source, System.Text.Encoding.UTF8.GetString(bytes));
        var again = RecipeReader.Read(bytes, $"again.{ending}").Single().Recipe!;
        Assert.Equal((read.Title, read.Yield, read.Notes), (again.Title, again.Yield, again.Notes));
        Assert.Equal(read.Ingredients.SelectMany(g => g.Lines), again.Ingredients.SelectMany(g => g.Lines));
        Assert.Equal(read.Method.SelectMany(s => s.Steps.Select(t => (s.Name, t.Text))), again.Method.SelectMany(s => s.Steps.Select(t => (s.Name, t.Text))));
    }

    [Theory]
    [InlineData("zip", "application/zip")]
    [InlineData("jsonld", "application/ld+json")]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task All_of_them_and_those_of_a_filter_come_as_one_file(string ending, string type)
    {
        await ImportAsync([.. Enumerable.Range(0, Many).Select(i => Cookbook.Soup with { Title = $"Soup {i:000}", Tags = [i % 2 == 0 ? "even" : "odd"] })]);

        using var answer = await http.GetAsync(new Uri($"recipes/export.{ending}", UriKind.Relative));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Many, await TitlesAsync($"recipes/export.{ending}", ending));
        Assert.Equal(Many / 2, await TitlesAsync($"recipes/export.{ending}?tag=odd", ending));
        Assert.Equal(Many, await TitlesAsync($"recipes/export.{ending}?q=soup", ending));
        Assert.Equal(1, await TitlesAsync($"recipes/export.{ending}?q=017", ending));
    }

    [Theory]
    [InlineData("recipes/export.exe", HttpStatusCode.NotFound)]
    [InlineData("recipes/export/0198c1f0-0000-7000-8000-000000000000.md", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_not_found(string address, HttpStatusCode expected) =>
        Assert.Equal(expected, (await http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    [Fact]
    public async Task A_search_that_finds_nothing_is_an_empty_file_and_one_without_an_end_none()
    {
        Assert.StartsWith("title,", (await http.GetStringAsync(new Uri($"recipes/export.csv?q={new string('q', 500)}", UriKind.Relative))).TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await http.GetAsync(new Uri($"recipes/export.csv?q={new string('q', SearchText.MaxLength + 1)}", UriKind.Relative))).StatusCode);
    }

    private async Task<int> TitlesAsync(string address, string ending)
    {
        var read = RecipeReader.Read(await http.GetByteArrayAsync(new Uri(address, UriKind.Relative)), $"all.{ending}").ToList();
        Assert.All(read, r => Assert.NotNull(r.Recipe));
        return read.Select(r => r.Recipe!.Title).Distinct().Count();
    }

    private async Task<IReadOnlyList<Guid>> ImportAsync(params RecipeText[] recipes)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await new RecipeImport(scope.ServiceProvider.GetRequiredService<CommandBook>()).ImportAsync(new(Guid.CreateVersion7(), [.. recipes.Select(r => new ImportedRecipe(r))]), store.Kitchen.Manager)).Recipes;
    }
}
