using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What the search knows of recipes, from their texts and from all that is in them. Knows no database.</summary>
/// <param name="recipes">With their lines and texts, and every one that is in them; without circles.</param>
/// <param name="items">Every item that a line names.</param>
/// <param name="allergens">Of the same.</param>
public sealed class FactsOf(IEnumerable<Recipe> recipes, IEnumerable<Item> items, RecipeAllergens allergens)
{
    private readonly Dictionary<Guid, Recipe> recipes = recipes.ToDictionary(r => r.Id);
    private readonly Dictionary<Guid, Item> items = items.ToDictionary(i => i.Id);

    public RecipeFacts Of(Guid id)
    {
        var recipe = recipes[id];
        var text = recipe.Text;
        var states = allergens.Of(id);
        return new RecipeFacts
        {
            Language = text.Language,
            IngredientWords = Lines(recipe),
            TagWords = Words([.. text.Tags, text.Cuisine, text.Course, text.Summary, text.Notes, .. text.Equipment]),
            MethodWords = Words([.. text.Method.SelectMany(s => s.Steps.Select(step => step.Text).Prepend(s.Name)), .. Subs(recipe).SelectMany(sub => new[] { sub.Name, Lines(sub) })]),
            Tags = [.. text.Tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()],
            Equipment = [.. SharedEquipment.Of(text)],
            Cuisine = text.Cuisine,
            Course = text.Course,
            Minutes = text.TotalMinutes,
            FreeOf = [.. states.Where(a => a.Value == AllergenState.Free).Select(a => a.Key)],
            Holds = [.. states.Where(a => a.Value is AllergenState.Contains or AllergenState.MayContain).Select(a => a.Key)],
            IsLinked = IsLinked(id),
        };
    }

    /// <summary>Whether the stock knows every ingredient, in sub-recipes too: silence about one is silence about all.</summary>
    public bool IsLinked(Guid id)
    {
        var recipe = recipes[id];
        return recipe.Lines.Count > 0 && recipe.Lines.Count >= recipe.Text.Ingredients.Sum(g => g.Lines.Count) && recipe.Lines.All(l => l.SubRecipeId is not { } sub || IsLinked(sub));
    }

    private IEnumerable<Recipe> Subs(Recipe recipe) => recipe.Lines.Select(l => l.SubRecipeId).OfType<Guid>().Select(id => recipes[id]).SelectMany(sub => Subs(sub).Prepend(sub)).DistinctBy(r => r.Id);

    // As they are written, and as the stock calls what is called otherwise there.
    private string Lines(Recipe recipe)
    {
        var written = Words(recipe.Text.Ingredients.SelectMany(g => g.Lines.Select(l => l.Text).Prepend(g.Name)));
        return Words([written, .. recipe.Lines.Select(l => l.ItemId).OfType<Guid>().Select(id => items[id].Name).Where(name => !written.Contains(name, StringComparison.OrdinalIgnoreCase))]);
    }

    private static string Words(IEnumerable<string?> texts) => string.Join('\n', texts.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct());
}
