namespace KitchenDisplay.Core.Inventory;

/// <summary>What stands under the bars of a pack of it, and how much is in such a pack.</summary>
public sealed class ItemBarcode
{
    /// <summary>A GTIN with 14 digits, shorter ones with zeros before them; or whatever else a scanner read.</summary>
    public required string Code { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>In <see cref="Unit"/>; null when nobody has said it.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>A generic unit, or a word that the item has a measure for.</summary>
    public string? Unit { get; set; }
}
