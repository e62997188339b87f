namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What was done with something that came in.</summary>
public enum ArrivalDecision
{
    /// <summary>Put onto the shelf.</summary>
    Taken,

    /// <summary>Put there, and kept back until somebody has looked at it.</summary>
    KeptBack,

    /// <summary>Sent back with the driver: it never was in the store.</summary>
    Rejected,
}

/// <summary>What somebody brought at once.</summary>
public sealed class Delivery
{
    /// <summary>Made by whoever receives it.</summary>
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The order that it belongs to; null when nobody ordered it in writing.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>The number on the delivery note.</summary>
    public string? Note { get; init; }
    public IList<DeliveryLine> Lines { get; init; } = [];
    public IList<DeliveryDifference> Differences { get; init; } = [];
}

/// <summary>One lot of it.</summary>
public sealed class DeliveryLine
{
    /// <summary>The id of the lot; of what was rejected, the id that it would have had.</summary>
    public Guid Id { get; init; }
    public Guid DeliveryId { get; init; }
    public Guid ItemId { get; init; }
    public Guid PlaceId { get; init; }

    /// <summary>In base units.</summary>
    public decimal Quantity { get; init; }

    /// <summary>For all of it, in the restaurant's currency.</summary>
    public decimal Price { get; init; }

    /// <summary>Degrees Celsius on arrival; null when nobody had to measure.</summary>
    public decimal? Temperature { get; init; }
    public ArrivalDecision Decision { get; init; }

    /// <summary>Why it was decided like this.</summary>
    public string? Reason { get; init; }
}

/// <summary>That something else came than was ordered, and why.</summary>
public sealed class DeliveryDifference
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DeliveryId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>What was still open of the order, in base units; zero for what nobody ordered.</summary>
    public decimal Ordered { get; init; }

    /// <summary>What came and was not rejected, in base units.</summary>
    public decimal Came { get; init; }
    public required string Reason { get; init; }

    /// <summary>Whether the rest is still to come.</summary>
    public bool IsStillToCome { get; init; }
}
