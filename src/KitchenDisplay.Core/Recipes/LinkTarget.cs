using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What a line of ingredients may stand for: an item of the stock, or what another recipe makes.</summary>
public sealed class LinkTarget
{
    // A ten-thousandth is what a quantity can hold.
    private const int Decimals = 4;

    private readonly Conversions conversions;
    private readonly string unit;

    private LinkTarget(string name, Guid? itemId, Guid? recipeId, Conversions conversions, string unit) => (Name, ItemId, RecipeId, this.conversions, this.unit) = (name, itemId, recipeId, conversions, unit);

    public string Name { get; }
    public Guid? ItemId { get; }
    public Guid? RecipeId { get; }

    /// <param name="item">With its measures.</param>
    public static LinkTarget Of(Item item) => new(item.Name, item.Id, null, new(item.Name, item.Measures), Units.Name(item.Unit));

    /// <param name="yieldUnit">In which it is said how much comes out of the recipe.</param>
    public static LinkTarget Of(Guid recipeId, string name, string yieldUnit) => new(name, null, recipeId, new(name, []), yieldUnit);

    /// <summary>Why so much of it cannot be taken; empty when it can.</summary>
    public IReadOnlyList<Sentence> WhyNot(decimal quantity, string unit)
    {
        try
        {
            conversions.Convert(quantity, unit, this.unit);
            return [];
        }
        catch (Refusal refusal)
        {
            return refusal.Reasons;
        }
    }

    /// <summary>Why a line cannot be linked to it; empty when it can.</summary>
    public IReadOnlyList<Sentence> WhyNot(IngredientLine line) =>
        Quantity(line) is { } quantity ? WhyNot(quantity, Unit(line)) : [new("“{0}” says no quantity that the stock could be asked for.", line.Text)];

    /// <summary>The line as the stock has it; of a range its upper end, so that there is enough.</summary>
    /// <param name="at">Its place in the text, from 1.</param>
    public SavedRecipeLine Take(IngredientLine line, int at) => new(ItemId, RecipeId, Quantity(line)!.Value, Unit(line), At: at);

    private static decimal? Quantity(IngredientLine line) => (line.QuantityTo ?? line.Quantity) is { } quantity && Math.Round(quantity, Decimals) is > 0 and <= RecipeWriter.Most and var rounded ? rounded : null;

    private static string Unit(IngredientLine line) => line.Unit ?? Units.Name(BaseUnit.Piece);
}
