namespace KitchenDisplay.Core.Menu;

/// <summary>A page of the menu.</summary>
public sealed class Category
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public int Position { get; set; }
}
