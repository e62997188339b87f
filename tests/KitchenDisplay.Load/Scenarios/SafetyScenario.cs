using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Safety;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>Is anything ever found that somebody said must not be in it? Of recipes within recipes within recipes.</summary>
internal static class SafetyScenario
{
    private const int Queries = 10_000, QuickQueries = 1_000, Each = 120;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        await using var node = await KitchenNode.OpenAsync(kitchen.Connections, cancel);
        await kitchen.RunAsync("truncate modifier_needs, modifier_items, dish_needs, recipe_lines, recipe_versions, recipe_words; update dishes set recipe_id = null, portion = null, portion_unit = null; delete from recipes", cancel);
        var chef = node.Board.Snapshot.All<Person>().First(p => p.Roles.Contains(Role.Manager)).Acting();
        var pantry = new Pantry(5);
        foreach (var item in pantry.Items()) await node.CallAsync((RecipeService recipes) => recipes.SaveItemAsync(item, chef, cancel));
        foreach (var recipe in pantry.Write(Each)) await node.CallAsync((RecipeService recipes) => recipes.SaveRecipeAsync(recipe, chef, cancel));
        await kitchen.RunAsync("vacuum analyze recipes", cancel);

        var (exclusions, made) = (new Exclusions(6), pantry.Recipes);
        var (queries, hits, empty, wrong) = (options.Quick ? QuickQueries : Queries, 0, 0, 0);
        var report = new Report("safety");
        for (var i = 0; i < queries; i++)
        {
            var (wish, isWrong) = exclusions.Next();
            var found = await node.CallAsync((RecipeSearch search) => search.FindAsync(wish, cancel));
            hits += found.Hits.Count;
            if (found.Hits.Count == 0) empty++;
            foreach (var hit in found.Hits.Where(h => isWrong(made[h.Id])))
                if (wrong++ < 10) report.Note($"wrong answer {wrong}", $"“{wish.Text}” free of [{string.Join(", ", wish.FreeOf)}] exact {wish.IsExact}: {hit.Title} with {string.Join(", ", made[hit.Id].Inside.Select(x => x.Names[0]))}");
        }
        return report.Measure("queries", queries).Measure("recipes", made.Count).Measure("answers", hits).Measure("empty", empty).Measure("wrong_answers", wrong)
            .Floor(wrong == 0, "something was found that must not be in it").Floor(hits > queries, "hardly anything was found: the test cannot see a wrong answer");
    }
}
