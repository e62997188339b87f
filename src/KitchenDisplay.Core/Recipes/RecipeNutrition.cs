using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What a recipe nourishes with.</summary>
/// <param name="Whole">Of all that it makes; null while it is not known of every ingredient.</param>
/// <param name="Unknown">The ingredients that do not say it, in sub-recipes too.</param>
public sealed record RecipeNutrition(Nutrients? Whole, IReadOnlyList<string> Unknown)
{
    /// <summary>Of what goes into the pot, without peel and bone. Knows no database.</summary>
    /// <param name="recipes">With their lines and texts, and every one that is in them; without circles.</param>
    /// <param name="items">With their measures; every item that a line names.</param>
    /// <exception cref="Commands.Refusal">A quantity cannot be converted.</exception>
    public static RecipeNutrition Of(Guid id, IReadOnlyCollection<Recipe> recipes, IReadOnlyCollection<Item> items)
    {
        var needs = new BillOfMaterials(recipes, items, isPeeled: true).Of(id);
        var inside = items.Where(i => needs.ContainsKey(i.Id)).Select(i => (Item: i, Declared: Nutrients.Of(i))).ToList();
        var unknown = Unlinked(id, recipes.ToDictionary(r => r.Id)).Concat(inside.Where(i => i.Declared is null).Select(i => i.Item.Name)).Distinct().ToList();
        return new(unknown.Count > 0 || inside.Count == 0 ? null : inside.Aggregate(Nutrients.None, (sum, i) => sum + (i.Declared! * (needs[i.Item.Id] / Nutrients.Per(i.Item.Unit)))), unknown);
    }

    /// <summary>So much of it, and in which words: of 100 g or 100 ml of what is weighed or poured, else of one of what the recipe makes.</summary>
    public (Nutrients Nutrients, decimal Quantity, string Unit)? Per(Recipe recipe) =>
        Whole is null ? null
        : Units.Find(recipe.YieldUnit) is { Base: not BaseUnit.Piece } unit ? (Whole * (100 / (recipe.Yield * unit.InBase)), 100, Units.Name(unit.Base))
        : (Whole * (1 / recipe.Yield), 1, recipe.YieldUnit);

    private static IEnumerable<string> Unlinked(Guid id, Dictionary<Guid, Recipe> recipes)
    {
        var recipe = recipes[id];
        var linked = recipe.Lines.Select(l => l.Position).ToHashSet();
        return recipe.Text.Ingredients.SelectMany(g => g.Lines).Index().Where(l => !linked.Contains(l.Index + 1)).Select(l => l.Item.Name ?? l.Item.Text)
            .Concat(recipe.Lines.Select(l => l.SubRecipeId).OfType<Guid>().SelectMany(sub => Unlinked(sub, recipes)));
    }
}
