namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Which attributes the items of a category have, as proper fields.</summary>
public sealed class CategoryTemplate
{
    public required string Category { get; init; }
    public required IReadOnlyList<TemplateField> Fields { get; set; }
}
