namespace KitchenDisplay.Core.Inventory;

/// <summary>What a measure of one item holds: "1 bunch = 85 g", "1 case = 12 bottle". Its units are generic ones or words of the item's own.</summary>
public sealed class ItemMeasure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }

    /// <summary>How many of <see cref="Unit"/>, in 4 places.</summary>
    public decimal Quantity { get; set; } = 1;
    public required string Unit { get; set; }

    /// <summary>How many of <see cref="OfUnit"/> they are, in 4 places.</summary>
    public decimal OfQuantity { get; set; }
    public required string OfUnit { get; set; }

    /// <summary>True when the item is bought and kept in closed packs of this measure.</summary>
    public bool IsPack { get; set; }
}
