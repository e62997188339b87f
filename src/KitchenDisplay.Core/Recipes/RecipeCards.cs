using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>A recipe for those who cook by it.</summary>
/// <param name="Allergens">All 14, the worst first.</param>
/// <param name="Cost">Of the whole yield, at the last prices; null when an ingredient is not linked or was never bought.</param>
/// <param name="Nutrition">Of all that it makes.</param>
/// <param name="Subs">The recipes that it is made of, by the ingredient's place, from 1.</param>
public sealed record RecipeCard(Recipe Recipe, IReadOnlyList<CardAllergen> Allergens, decimal? Cost, RecipeNutrition Nutrition, IReadOnlyDictionary<int, Guid> Subs);

/// <summary>Which part of which recipe a portion is.</summary>
public sealed record CookedLine(Guid LineId, Guid RecipeId, decimal Part);

/// <summary>Reads recipes as cards.</summary>
public sealed class RecipeCards(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The card; null when there is no such recipe.</summary>
    public async Task<RecipeCard?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (recipes, items, allergens) = await RecipeTree.AllergensAsync(db, [id], [], cancel);
        if (recipes.FirstOrDefault(r => r.Id == id) is not { } recipe) return null;
        var isLinked = new FactsOf(recipes, items, allergens).IsLinked(id);
        return new RecipeCard(recipe, allergens.Because(id), isLinked ? await CostAsync(db, new BillOfMaterials(recipes, items).Of(id), cancel) : null, RecipeNutrition.Of(id, recipes, items),
            recipe.Lines.Where(l => l.SubRecipeId is not null).ToDictionary(l => l.Position, l => l.SubRecipeId!.Value));
    }

    /// <summary>How much of which recipe these portions are; what nobody has written a recipe for is not in it.</summary>
    public async Task<IReadOnlyList<CookedLine>> OfLinesAsync(IReadOnlyCollection<Guid> lines, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var portions = await db.Set<Line>().Where(line => lines.Contains(line.Id))
            .Join(db.Set<Dish>(), line => line.DishId, dish => dish.Id, (line, dish) => new { line.Id, dish.RecipeId, dish.Portion, dish.PortionUnit })
            .Join(db.Set<Recipe>(), line => line.RecipeId, recipe => recipe.Id, (line, recipe) => new { line.Id, RecipeId = recipe.Id, recipe.Name, recipe.Yield, recipe.YieldUnit, line.Portion, line.PortionUnit })
            .ToListAsync(cancel);
        return [.. portions.Select(p => new CookedLine(p.Id, p.RecipeId, BillOfMaterials.Part(p.Name, p.Yield, p.YieldUnit, p.Portion!.Value, p.PortionUnit!)))];
    }

    /// <summary>What is known of each allergen in a dish, and why: the worse of what its recipe says and what is declared of the dish itself.</summary>
    public async Task<IReadOnlyList<CardAllergen>> OfDishAsync(Guid dishId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var dish = await db.Dishes.AsNoTracking().Include(d => d.Allergens).SingleOrDefaultAsync(d => d.Id == dishId, cancel);
        var inside = dish?.RecipeId is { } recipe ? (await RecipeTree.AllergensAsync(db, [recipe], [], cancel)).Allergens.Because(recipe).ToDictionary(a => a.Allergen) : [];
        return [.. Enum.GetValues<Allergen>().Select(a => (Made: inside.GetValueOrDefault(a), Declared: dish?.Allergens.FirstOrDefault(d => d.Allergen == a)?.Declared, Allergen: a))
            .Select(a => a.Made is { } made && !(a.Declared < made.State) ? made : new CardAllergen(a.Allergen, a.Declared ?? AllergenState.NotDeclared, []))];
    }

    private static async Task<decimal?> CostAsync(KitchenContext db, IReadOnlyDictionary<Guid, decimal> needs, CancellationToken cancel)
    {
        var ids = needs.Keys.ToArray();
        var prices = await db.CostLayers.Where(l => ids.Contains(l.ItemId)).GroupBy(l => l.ItemId).Select(g => new { g.Key, Price = g.OrderByDescending(l => l.ReceivedAt).Select(l => l.UnitCost).First() }).ToDictionaryAsync(p => p.Key, p => p.Price, cancel);
        return needs.Count > 0 && needs.Keys.All(prices.ContainsKey) ? needs.Sum(n => n.Value * prices[n.Key]) : null;
    }
}
