namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>How much of an item should lie at a place.</summary>
public sealed class Par
{
    public Guid ItemId { get; init; }
    public Guid PlaceId { get; init; }

    /// <summary>In base units: orders fill up to this.</summary>
    public decimal Level { get; set; }

    /// <summary>In base units: ordered only when there is this much or less; null to order whenever something is missing.</summary>
    public decimal? ReorderAt { get; set; }
}
