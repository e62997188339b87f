using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What happened to stock.</summary>
public enum MovementKind
{
    Received,
    Reserved,
    Released,
    Consumed,
    Wasted,
    Counted,
    Transferred,

    /// <summary>Reverses another row: nothing in the ledger is ever edited.</summary>
    Corrected,

    /// <summary>A lot was kept back, or its date is over: it lies there still and may not be used.</summary>
    Blocked,
    Unblocked,

    /// <summary>Stands for all rows of months that are gone.</summary>
    Opening,
}

/// <summary>A row of the ledger: written once, never changed. Quantities in base units.</summary>
public sealed record Movement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required MovementKind Kind { get; init; }
    public required Guid ItemId { get; init; }
    public Guid? PlaceId { get; init; }
    public Guid? LotId { get; init; }

    /// <summary>The lot at whose price it counts, which need not be the one that was taken from the shelf.</summary>
    public Guid? LayerId { get; init; }

    /// <summary>Change of what may be used.</summary>
    public decimal OnHandDelta { get; init; }

    /// <summary>Change of what is promised.</summary>
    public decimal ReservedDelta { get; init; }

    /// <summary>Change of what lies at the place.</summary>
    public decimal LotDelta { get; init; }

    /// <summary>Change of what is left of the layer.</summary>
    public decimal LayerDelta { get; init; }

    /// <summary>Of one base unit; null where nothing was valued.</summary>
    public decimal? UnitCost { get; init; }
    public required Guid CommandId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The portion that it was for.</summary>
    public Guid? LineId { get; init; }
    public string? Reason { get; init; }

    /// <summary>The row that this one takes back.</summary>
    public Guid? ReversesId { get; init; }

    /// <summary>The row that takes this one back.</summary>
    public Movement Reversed(Stamp stamp, string? reason = null) => this with
    {
        Id = Guid.CreateVersion7(),
        At = stamp.Now,
        Kind = MovementKind.Corrected,
        OnHandDelta = -OnHandDelta,
        ReservedDelta = -ReservedDelta,
        LotDelta = -LotDelta,
        LayerDelta = -LayerDelta,
        CommandId = stamp.CommandId,
        PersonId = stamp.PersonId,
        Reason = reason,
        ReversesId = Id,
    };
}
