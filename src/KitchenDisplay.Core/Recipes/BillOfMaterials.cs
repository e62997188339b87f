using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What recipes come to in items: sub-recipes opened, units converted, peel and bone added. Knows no database.</summary>
public sealed class BillOfMaterials
{
    // A ten-thousandth of a gram is what a quantity can hold.
    private const int Decimals = 4;

    private readonly IReadOnlyDictionary<Guid, Recipe> recipes;
    private readonly IReadOnlyDictionary<Guid, Item> items;
    private readonly Dictionary<Guid, IReadOnlyDictionary<Guid, decimal>> opened = [];
    private readonly Stack<Guid> path = [];
    private readonly bool isPeeled;

    /// <param name="recipes">With their lines.</param>
    /// <param name="items">With their measures; every item that a line names.</param>
    /// <param name="isPeeled">Whether only what goes into the pot is wanted, and not what is taken from the shelf for it.</param>
    public BillOfMaterials(IEnumerable<Recipe> recipes, IEnumerable<Item> items, bool isPeeled = false) => (this.recipes, this.items, this.isPeeled) = (recipes.ToDictionary(r => r.Id), items.ToDictionary(i => i.Id), isPeeled);

    /// <summary>What the whole of a recipe takes, in base units.</summary>
    /// <exception cref="Refusal">It leads back to itself, or a quantity cannot be converted.</exception>
    public IReadOnlyDictionary<Guid, decimal> Of(Guid recipeId)
    {
        if (opened.TryGetValue(recipeId, out var known)) return known;
        var recipe = recipes[recipeId];
        if (path.Contains(recipeId)) throw new Refusal("{0} would be made of itself: {1}. Take one of them out.", recipe.Name, Circle(recipeId));
        path.Push(recipeId);
        var needs = new Dictionary<Guid, decimal>();
        foreach (var line in recipe.Lines)
            foreach (var (item, quantity) in Of(recipe, line)) needs[item] = needs.GetValueOrDefault(item) + (isPeeled ? quantity : quantity / line.Usable);
        path.Pop();
        return opened[recipeId] = needs;
    }

    /// <summary>What a portion takes, in base units, rounded up to what a quantity can hold.</summary>
    /// <param name="portion">How much of what the recipe makes, in <paramref name="unit"/>.</param>
    /// <exception cref="Refusal">As for the whole, or the portion is in another unit than what the recipe makes.</exception>
    public IReadOnlyDictionary<Guid, decimal> Portion(Guid recipeId, decimal portion, string unit)
    {
        var part = Part(recipes[recipeId], portion, unit);
        return Of(recipeId).ToDictionary(need => need.Key, need => Math.Round(need.Value * part, Decimals, MidpointRounding.ToPositiveInfinity));
    }

    /// <summary>An item's quantity in its base unit.</summary>
    /// <exception cref="Refusal">There is no way from that unit to the item's own.</exception>
    public decimal InBaseUnits(Guid itemId, decimal quantity, string unit)
    {
        var item = items[itemId];
        return new Conversions(item.Name, item.Measures).Convert(quantity, unit, item.Unit).Result;
    }

    private IEnumerable<KeyValuePair<Guid, decimal>> Of(Recipe recipe, RecipeLine line)
    {
        if (line.ItemId is { } item) return [new(item, InBaseUnits(item, line.Quantity, line.Unit))];
        var sub = recipes.GetValueOrDefault(line.SubRecipeId!.Value) ?? throw new Refusal("{0} names a recipe that does not exist any more.", recipe.Name);
        var needs = Of(sub.Id);
        var part = Part(sub, line.Quantity, line.Unit);
        return needs.Select(need => KeyValuePair.Create(need.Key, need.Value * part));
    }

    private static decimal Part(Recipe recipe, decimal quantity, string unit) => Part(recipe.Name, recipe.Yield, recipe.YieldUnit, quantity, unit);

    /// <summary>Which part of what a recipe makes a quantity is.</summary>
    /// <exception cref="Refusal">It is in another unit.</exception>
    internal static decimal Part(string recipe, decimal yield, string yieldUnit, decimal quantity, string unit) =>
        // Servings of servings need nobody's measure.
        (string.Equals(unit.Trim(), yieldUnit.Trim(), StringComparison.OrdinalIgnoreCase) ? quantity : new Conversions(recipe, []).Convert(quantity, unit, yieldUnit).Result) / yield;

    private string Circle(Guid recipeId) => string.Join(" → ", path.Reverse().SkipWhile(id => id != recipeId).Append(recipeId).Select(id => recipes[id].Name));
}
