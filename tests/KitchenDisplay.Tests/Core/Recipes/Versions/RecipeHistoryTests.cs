using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes.Versions;

public sealed class RecipeHistoryTests(StoreRoom store) : IClassFixture<StoreRoom>, IAsyncDisposable
{
    private readonly ServiceProvider services = TestKitchen.Provide(store.Kitchen.Connections);

    private RecipeHistory History => new(services.GetRequiredService<IDbContextFactory<KitchenContext>>());

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Going_back_writes_the_old_text_and_the_old_bill_as_a_new_version()
    {
        var (recipe, item) = (New(), await store.ItemAsync());
        await SaveAsync(recipe, "First.", new SavedRecipeLine(item, null, 2, "pc", 0.5m, 1));
        await SaveAsync(recipe, "Second.");

        var back = new GoBackTo(New(), recipe, 1, 2);
        Assert.Equal(new RecipeSaved(recipe, 3), await store.Recipes.GoBackAsync(back, store.Kitchen.Manager));
        Assert.Equal(3, (await store.Recipes.GoBackAsync(back, store.Kitchen.Manager)).Version);

        var now = (await History.FindAsync(recipe))!;
        Assert.Equal(("First.", 3), (now.Text.Notes, now.Version));
        Assert.Equal([new(item, null, 2, "pc", 0.5m, 1)], now.Lines);
        Assert.Equal([(3, "Tobias"), (2, "Tobias"), (1, "Tobias")], (await History.VersionsAsync(recipe)).Select(v => (v.Version, v.Who!)));
        Assert.True(RecipeComparison.Of((await History.FindAsync(recipe, 1))!, now, id => $"{id}").IsEmpty);
    }

    [Fact]
    public async Task Going_back_is_refused_when_somebody_has_saved_meanwhile_and_to_what_never_was()
    {
        var recipe = New();
        foreach (var notes in new[] { "First.", "Second.", "Third." }) await SaveAsync(recipe, notes);

        await Assert.ThrowsAsync<Refusal>(() => store.Recipes.GoBackAsync(new(New(), recipe, 1, 2), store.Kitchen.Manager));
        await Assert.ThrowsAsync<Refusal>(() => store.Recipes.GoBackAsync(new(New(), recipe, 9, 3), store.Kitchen.Manager));
        await Assert.ThrowsAsync<Refusal>(() => store.Recipes.GoBackAsync(new(New(), recipe, 1, 3), store.Kitchen.Waiter));
    }

    [Fact]
    public async Task What_was_never_saved_as_a_version_can_be_had_back()
    {
        var (given, item) = (New(), await store.ItemAsync());
        await SaveAsync(given, "First.", new SavedRecipeLine(item, null, 2, "pc", 1, 1));
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, $"delete from recipe_versions where recipe_id = '{given}'");
        var before = (await History.FindAsync(given))!;
        Assert.Single(await History.VersionsAsync(given));
        await SaveAsync(given, "Gone.");

        await store.Recipes.GoBackAsync(new(New(), given, 1, 2), store.Kitchen.Manager);

        var now = (await History.FindAsync(given))!;
        Assert.True(RecipeComparison.Of(before, now, id => $"{id}").IsEmpty);
        Assert.Equal(before.Lines, now.Lines);
    }

    [Fact]
    public async Task A_comparison_names_the_fields_the_lines_and_the_bill_that_differ()
    {
        var (recipe, item) = (New(), await store.ItemAsync());
        await SaveAsync(recipe, "First.", new SavedRecipeLine(item, null, 2, "pc", 1, 1));
        await SaveAsync(recipe, "Second.", new SavedRecipeLine(item, null, 3, "pc", 1, 1));
        var (one, other) = ((await History.FindAsync(recipe, 1))!, (await History.FindAsync(recipe, 2))!);

        var compared = RecipeComparison.Of(one, other, _ => "Egg");

        Assert.Equal([new("Notes", "First.", "Second.")], compared.Fields);
        Assert.Equal([new(Became.Removed, "Egg: 2 pc"), new(Became.Added, "Egg: 3 pc")], compared.Stock);
        Assert.All(compared.Ingredients, l => Assert.Equal(Became.Same, l.Became));
        Assert.Equal((await History.NamesAsync([one, other])).Keys, [item]);
    }

    private Task<RecipeSaved> SaveAsync(Guid id, string notes, params SavedRecipeLine[] lines) =>
        store.Recipes.SaveRecipeAsync(new(New(), id, "", 1, "pc", lines, new RecipeText($"Recipe {id}") { Yield = 1, YieldUnit = "pc", Notes = notes, Ingredients = [new(null, [new("2 eggs")])] }), store.Kitchen.Manager);

    private static Guid New() => Guid.CreateVersion7();
}
