namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>That something was thrown away, as whoever did it said it. What it took from the stock stands in the ledger, under the same command.</summary>
public sealed class Wasted
{
    /// <summary>That of the command.</summary>
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
    public Guid? ItemId { get; init; }
    public Guid? DishId { get; init; }

    /// <summary>What it was called.</summary>
    public required string Name { get; init; }

    /// <summary>In <see cref="Unit"/>; of a dish in portions.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Null for portions.</summary>
    public string? Unit { get; init; }
    public WasteReason Reason { get; init; }
    public string? Note { get; init; }

    /// <summary>In the restaurant's currency.</summary>
    public decimal Worth { get; init; }
}

/// <summary>A picture of what was thrown away, apart from it so that a list never carries the bytes.</summary>
public sealed class WastePhoto
{
    public Guid WasteId { get; init; }

    /// <summary>Found by its bytes, whatever its sender called it.</summary>
    public required string ContentType { get; init; }
    public required byte[] Bytes { get; init; }
}
