using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

public sealed class RecipeSearchTests(RecipeShelf shelf) : IClassFixture<RecipeShelf>
{
    [Theory]
    [InlineData("aubergine", "Eggplant caviar")]
    [InlineData("EGGPLANTS", "Eggplant caviar")]
    [InlineData("tomatoe soup", "Tomato soup")]
    [InlineData("tomto soup", "Tomato soup")]
    [InlineData("tomat", "Tomato soup")]
    [InlineData("creme brulee", "Crème brûlée")]
    [InlineData("kartoffeln", "Kartoffelsalat")]
    [InlineData("\"egg yolks\"", "Crème brûlée")]
    [InlineData("cilantro", "Salsa verde")]
    public async Task It_is_found_however_it_is_typed(string typed, string title) => Assert.Equal(title, (await FindAsync(typed)).Hits[0].Title);

    [Fact]
    public async Task A_hit_says_why_it_is_one_and_what_was_taken_for_what()
    {
        var found = await FindAsync("tomto basil");

        Assert.Equal([new Correction("tomto", "tomato")], found.Corrections);
        Assert.Equal([("tomato", "ABD"), ("basil", "B")], found.Hits[0].Why.Select(w => (w.Word, w.Fields)));
        Assert.Contains("\u0002basil\u0003", found.Hits[0].Snippet, StringComparison.Ordinal);
        Assert.Equal("\u0002Tomato\u0003 soup", found.Hits[0].MarkedTitle);
        Assert.Empty((await FindAsync("tomto basil", exact: true)).Corrections);
    }

    [Fact]
    public async Task Without_a_recipe_that_has_all_words_those_with_some_are_marked()
    {
        var hits = (await FindAsync("tomato unicorn")).Hits;

        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.True(h.IsPartial));
    }

    [Fact]
    public async Task A_minus_takes_away_stems_synonyms_slips_sub_recipes_and_allergens()
    {
        Assert.DoesNotContain("Eggplant caviar", await TitlesAsync("-aubergines"));
        Assert.DoesNotContain("Salsa verde", await TitlesAsync("-corriander"));
        Assert.Contains("Steak, béarnaise", await TitlesAsync("steak"));
        Assert.DoesNotContain("Steak, béarnaise", await TitlesAsync("steak -tarragon"));
        Assert.DoesNotContain("Steak, béarnaise", await TitlesAsync("steak -milk"));
        Assert.Contains("coriander", (await FindAsync("salsa -corriander")).Excluded[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_narrow_a_minus_to_the_word_itself()
    {
        Assert.Contains("Tomato soup", await TitlesAsync("soup -\"tomatoe\""));
        Assert.DoesNotContain("Tomato soup", await TitlesAsync("soup -\"tomato\""));
    }

    [Fact]
    public async Task What_nobody_declared_is_not_free()
    {
        var free = (await shelf.Search.FindAsync(new("") { FreeOf = [Allergen.Milk] })).Hits.Select(h => h.Title);

        Assert.Equal(["Grilled steak"], free);
    }

    [Fact]
    public async Task Filters_count_and_pages_go_on_where_the_last_one_ended()
    {
        var all = await shelf.Search.FindAsync(new("salt") { PageSize = 100 });
        var pages = new List<RecipeHit>();
        for (SearchResult page; ;)
        {
            page = await shelf.Search.FindAsync(new("salt") { PageSize = 2, After = pages.LastOrDefault() });
            if (page.Hits.Count == 0) break;
            pages.AddRange(page.Hits);
        }

        Assert.Equal(all.Hits.Select(h => h.Id), pages.Select(h => h.Id));
        Assert.Equal(all.Facets.Found, all.Hits.Count);
        Assert.Equal(all.Hits.Count(h => h.Tags.Contains("vegan")), all.Facets.Tags["vegan"]);
        Assert.All((await shelf.Search.FindAsync(new("salt") { Tags = ["vegan"] })).Hits, h => Assert.Contains("vegan", h.Tags));
    }

    [Theory]
    [InlineData("the")]
    [InlineData("!!! & | () <->")]
    [InlineData("')); drop table recipes; --")]
    [InlineData("\u202e\u05e9\u05dc\u05d5\u05dd")]
    [InlineData("\U0001F35E \U000E0041 \0")]
    [InlineData("-\"")]
    [InlineData("\\m.* ~ [[:alpha:]] \"(a+)+$\"")]
    public async Task Any_text_has_an_answer(string typed)
    {
        Assert.NotNull(await FindAsync(typed));
        Assert.NotNull(await FindAsync(string.Concat(Enumerable.Repeat(typed + " ", 10_000))[..SearchText.MaxLength]));
    }

    [Fact]
    public async Task A_word_without_an_end_is_no_recipes_word()
    {
        Assert.Empty((await FindAsync(new string('a', 600))).Hits);
        Assert.Empty((await FindAsync(new string('a', SearchText.MaxLength))).Hits);
        Assert.Empty((await FindAsync($"\"{new string('ä', 5_000)}\" -{new string('b', 4_000)}")).Hits);
    }

    private Task<SearchResult> FindAsync(string typed, bool exact = false) => shelf.Search.FindAsync(new(typed) { IsExact = exact });

    private async Task<IReadOnlyList<string>> TitlesAsync(string typed) => [.. (await shelf.Search.FindAsync(new(typed) { PageSize = 100 })).Hits.Select(h => h.Title)];
}

/// <summary>A store room with a few recipes.</summary>
public sealed class RecipeShelf : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public StoreRoom Store { get; } = new();
    public RecipeSearch Search { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        await Sql.RunAsync(Store.Kitchen.Connections.KitchenOwner, "delete from recipe_lines; delete from recipes");
        services = TestKitchen.Provide(Store.Kitchen.Connections);
        var import = ActivatorUtilities.CreateInstance<RecipeImport>(services);
        await import.ImportAsync(new(Guid.CreateVersion7(),
        [
            Text("Tomato soup", ["500 g tomatoes", "1 bunch basil", "salt"], "Simmer the tomatoes.", tags: ["vegan", "soup"]),
            Text("Pea soup", ["500 g peas", "salt"], "Boil.", tags: ["vegan", "soup"]),
            Text("Eggplant caviar", ["2 eggplants", "salt", "olive oil"], "Roast and mash.", tags: ["vegan"]),
            Text("Crème brûlée", ["6 egg yolks", "500 ml cream", "a pinch of salt"], "Bake in a bath at 95 °C.", tags: ["dessert"]),
            Text("Salsa verde", ["1 bunch coriander", "salt", "lime"], "Chop."),
            Text("Kartoffelsalat", ["1 kg Kartoffeln", "Salz", "Brühe"], "Kartoffeln kochen und schneiden.", "de"),
        ]), Store.Kitchen.Manager);
        var (beef, cream, tarragon) = (await ItemAsync("Beef", AllergenState.Free), await ItemAsync("Cream", AllergenState.Contains), await ItemAsync("Tarragon", null));
        var sauce = Guid.CreateVersion7();
        await Store.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), sauce, "Béarnaise", 1, "kg", [new(cream, null, 900, "g"), new(tarragon, null, 50, "g")]), Store.Kitchen.Manager);
        await Store.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Steak, béarnaise", 1, "pc", [new(beef, null, 200, "g"), new(null, sauce, 50, "g")]), Store.Kitchen.Manager);
        await Store.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Grilled steak", 1, "pc", [new(beef, null, 200, "g")]), Store.Kitchen.Manager);
        await Sql.RunAsync(Store.Kitchen.Connections.KitchenOwner, "analyze recipes");
        Search = ActivatorUtilities.CreateInstance<RecipeSearch>(services, ActivatorUtilities.CreateInstance<RecipeCorpus>(services));
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static ImportedRecipe Text(string title, string[] ingredients, string step, string language = "en", string[]? tags = null) =>
        new(new RecipeText(title) { Language = language, Ingredients = [new(null, [.. ingredients.Select(i => new IngredientLine(i))])], Method = [new(null, [new(step)])], Tags = tags ?? [] });

    private async Task<Guid> ItemAsync(string name, AllergenState? milk)
    {
        var id = Guid.CreateVersion7();
        await Store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, $"{name} of the shelf", BaseUnit.Gram, [], milk is { } state ? [new(Allergen.Milk, null, state)] : []), Store.Kitchen.Manager);
        return id;
    }
}
