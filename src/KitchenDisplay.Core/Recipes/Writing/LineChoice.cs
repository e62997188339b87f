namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>What somebody has said that a line is for the stock: an item, what another recipe makes, or neither.</summary>
/// <param name="Of">What the line named then; once it names something else, somebody has to say it again.</param>
/// <param name="Quantity">As typed; empty for what the line says.</param>
/// <param name="Unit">As typed; empty for what the line says.</param>
/// <param name="Usable">In percent, as typed.</param>
public sealed record LineChoice(string Of, Guid? ItemId, Guid? SubRecipeId, string Quantity = "", string Unit = "", string Usable = "100")
{
    /// <summary>True where somebody has said that it stays text.</summary>
    public bool IsNone => LinkedTo is null;

    public Guid? LinkedTo => ItemId ?? SubRecipeId;

    /// <summary>What a line names, as it is compared.</summary>
    public static string NameOf(IngredientLine line) => (line.Name ?? line.Text).Trim().ToLowerInvariant();
}
