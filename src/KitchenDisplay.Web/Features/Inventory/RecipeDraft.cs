using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>What somebody types of a new recipe.</summary>
public sealed class RecipeDraft
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public decimal? Yield { get; set; }
    public string YieldUnit { get; set; } = "pc";
    public List<RecipeLineDraft> Lines { get; } = [new()];

    /// <exception cref="Refusal">A name stands for nothing, or a quantity is missing.</exception>
    public SaveRecipe Command(Guid id, IReadOnlyDictionary<string, Ingredient> found)
    {
        var named = Lines.Where(l => !l.IsEmpty).ToList();
        var unknown = named.Where(l => l.Of(found) is null).Select(l => new Sentence("There is no item and no recipe “{0}”. Add the item first.", l.Name.Trim())).ToList();
        if (unknown.Count > 0) throw new Refusal(unknown);
        return new(id, Id, Name, Yield ?? 0, YieldUnit, [.. named.Select(l => new SavedRecipeLine(l.Of(found)!.ItemId, l.Of(found)!.RecipeId, l.Quantity ?? 0, l.Unit, (l.Usable ?? 0) / 100))]);
    }
}

/// <summary>An ingredient as it is typed.</summary>
public sealed class RecipeLineDraft
{
    public string Name { get; set; } = "";
    public decimal? Quantity { get; set; }
    public string Unit { get; set; } = "";

    /// <summary>In percent.</summary>
    public decimal? Usable { get; set; } = 100;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Quantity is null;

    internal Ingredient? Of(IReadOnlyDictionary<string, Ingredient> found) => found.GetValueOrDefault(Name.Trim());
}
