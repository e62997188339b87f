using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Load.Safety;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

/// <summary>The first hundreds of what the scenario “safety” asks by the ten thousand.</summary>
public sealed class SafetyTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    [Fact]
    public async Task Nothing_is_found_that_somebody_said_must_not_be_in_it()
    {
        // PostgreSQL counts words by itself at some time: here while there was a recipe with gin, for which a German stem takes “giner”.
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, "analyze recipes");
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, "delete from recipe_lines; delete from recipes");
        var (pantry, exclusions) = (new Pantry(11), new Exclusions(12));
        foreach (var item in pantry.Items()) await store.Recipes.SaveItemAsync(item, store.Kitchen.Manager);
        foreach (var recipe in pantry.Write(25)) await store.Recipes.SaveRecipeAsync(recipe, store.Kitchen.Manager);
        await using var services = TestKitchen.Provide(store.Kitchen.Connections);
        var search = ActivatorUtilities.CreateInstance<RecipeSearch>(services, ActivatorUtilities.CreateInstance<RecipeCorpus>(services));
        var made = pantry.Recipes;

        var hits = 0;
        for (var i = 0; i < 400; i++)
        {
            var (wish, isWrong) = exclusions.Next();
            var found = (await search.FindAsync(wish)).Hits;
            hits += found.Count;
            Assert.True(found.All(h => !isWrong(made[h.Id])), $"“{wish.Text}” found {found.FirstOrDefault(h => isWrong(made[h.Id]))?.Title}.");
        }

        Assert.True(hits > 2_000, $"Only {hits} answers: a wrong one would hardly be among them.");
    }
}
