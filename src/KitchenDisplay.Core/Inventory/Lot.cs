namespace KitchenDisplay.Core.Inventory;

/// <summary>Whether a lot may be used.</summary>
public enum LotState
{
    Usable,

    /// <summary>Kept back until somebody who may has looked at it.</summary>
    Quarantined,

    /// <summary>Somebody says that it may be used again; a manager has not confirmed it yet.</summary>
    ReleaseProposed,

    /// <summary>Its use-by date is over.</summary>
    Expired,
}

/// <summary>What came in together: one item, one date, one price.</summary>
public sealed class Lot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }

    /// <summary>What stands on the box.</summary>
    public required string Code { get; set; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The last business day on which it may be used.</summary>
    public DateOnly? UseBy { get; set; }

    /// <summary>After this day somebody should look at it; it may be used.</summary>
    public DateOnly? BestBefore { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Base units in a pack; null when it lies loose.</summary>
    public decimal? PackSize { get; set; }

    /// <summary>For one base unit, in the restaurant's currency.</summary>
    public decimal UnitCost { get; init; }
    public LotState State { get; set; }

    /// <summary>The lot that it was split from; null when it came from outside.</summary>
    public Guid? SplitFromId { get; init; }
}

/// <summary>What was bought at one price, and how much of it is still to be used up: cost goes first in, first out, whichever lot is taken from the shelf.</summary>
public sealed class CostLayer
{
    public Guid LotId { get; init; }
    public Guid ItemId { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public decimal UnitCost { get; init; }

    /// <summary>In base units.</summary>
    public decimal Remaining { get; init; }
}
