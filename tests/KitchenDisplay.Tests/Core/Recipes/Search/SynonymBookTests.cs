using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

public sealed class SynonymBookTests(StoreRoom store) : IClassFixture<StoreRoom>, IAsyncLifetime
{
    private readonly ServiceProvider services = TestKitchen.Provide(store.Kitchen.Connections);
    private SynonymBook book = null!;
    private RecipeSearch search = null!;

    public Task InitializeAsync()
    {
        var corpus = ActivatorUtilities.CreateInstance<RecipeCorpus>(services);
        (book, search) = (new(services.GetRequiredService<CommandBook>(), services.GetRequiredService<IDbContextFactory<KitchenContext>>(), corpus), ActivatorUtilities.CreateInstance<RecipeSearch>(services, corpus));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task A_new_word_is_found_at_once_and_no_longer_when_it_is_taken_away()
    {
        await store.Recipes.SaveRecipeAsync(new(New(), New(), "", 4, "servings", [], new RecipeText("Bramata with cheese") { Yield = 4, YieldUnit = "servings" }), store.Kitchen.Manager);
        Assert.DoesNotContain("Bramata with cheese", await TitlesAsync("gofio"));
        var group = New();

        await book.SaveAsync(new(New(), group, [" Gofio ", "bramata", "Maïs-Grieß"]), store.Kitchen.Manager);

        Assert.Contains("Bramata with cheese", await TitlesAsync("gofio"));
        Assert.Equal(["gofio", "bramata", "mais griess"], (await book.GroupsAsync()).Single(g => g.Id == group).Words);
        await book.RemoveAsync(new(New(), group), store.Kitchen.Manager);
        Assert.DoesNotContain("Bramata with cheese", await TitlesAsync("gofio"));
    }

    [Theory]
    [InlineData("2 to 20 words", "one")]
    [InlineData("is empty", "one", " ")]
    [InlineData("stands there twice", "crème", "CREME")]
    [InlineData("signs that no word has", "one", "two; drop")]
    [InlineData("signs that no word has", "one", "-")]
    [InlineData("longer than 60", "one", "a very long word that goes on and on and on and on until nobody can read it")]
    [InlineData("already means the same as aubergine", "eggplant", "something else")]
    public async Task What_cannot_be_a_group_is_refused_in_words(string says, params string[] words)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => book.SaveAsync(new(New(), New(), words), store.Kitchen.Manager));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_what_has_changed_meanwhile_is_told()
    {
        var group = New();
        await book.SaveAsync(new(New(), group, ["scampi", "langoustine"]), store.Kitchen.Manager);
        await book.SaveAsync(new(New(), group, ["scampi", "langoustine", "nephrops"], ["scampi", "langoustine"]), store.Kitchen.Manager);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => book.SaveAsync(new(New(), group, ["scampi", "crayfish"], ["scampi", "langoustine"]), store.Kitchen.Manager));
        Assert.Contains("nephrops", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Refusal>(() => book.SaveAsync(new(New(), group, ["scampi", "crayfish"]), store.Kitchen.Waiter));
    }

    private async Task<IEnumerable<string>> TitlesAsync(string typed) => (await search.FindAsync(new(typed))).Hits.Select(h => h.Title);

    private static Guid New() => Guid.CreateVersion7();
}
