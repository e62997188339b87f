namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>What became of a count sheet.</summary>
public enum SheetState
{
    Open,

    /// <summary>What it found stands in the ledger.</summary>
    Closed,

    /// <summary>It was thrown away and has changed nothing.</summary>
    Dropped,
}

/// <summary>What several people count together, place by place, while the kitchen trades.</summary>
public sealed class CountSheet
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Whether whoever counts does not see what the ledger says.</summary>
    public bool IsBlind { get; init; }
    public SheetState State { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public Guid OpenedBy { get; init; }

    /// <summary>When it was closed or dropped; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedBy { get; set; }
    public IList<CountLine> Lines { get; init; } = [];
}

/// <summary>An item at a place, to be counted.</summary>
public sealed class CountLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SheetId { get; init; }
    public Guid PlaceId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>In the order in which one walks along the shelves, from 1.</summary>
    public int Position { get; init; }

    /// <summary>The tally that holds; null while nobody has counted it.</summary>
    public Guid? TallyId { get; set; }

    /// <summary>What closing the sheet has booked, in base units; null until then, and for what nobody has counted.</summary>
    public decimal? Booked { get; set; }

    /// <summary>What that is worth, in the restaurant's currency; negative for what is missing.</summary>
    public decimal? Worth { get; set; }

    /// <summary>Whether somebody has counted the same later, elsewhere, so that this one was of no interest any more.</summary>
    public bool IsOvertaken { get; set; }
}

/// <summary>That somebody counted a line, once: never changed. A line that is counted again has another one.</summary>
public sealed class Tally
{
    /// <summary>That of the command.</summary>
    public Guid Id { get; init; }
    public Guid LineId { get; init; }

    /// <summary>The moment that it speaks of.</summary>
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>In base units.</summary>
    public decimal Quantity { get; init; }

    /// <summary>As it was counted: <c>2 case + 3 bottle</c>.</summary>
    public required string Said { get; init; }

    /// <summary>What the ledger said at that moment may be used at that place, in base units.</summary>
    public decimal Expected { get; init; }

    /// <summary>The newest rows of the item's ledger that stood there at that moment: what is not among them came later, whatever time it bears.</summary>
    public Guid[] Known { get; init; } = [];
}

/// <summary>Where an item stands on a shelf, and in which unit it is counted there.</summary>
public sealed class ShelfSpot
{
    public Guid PlaceId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>From 1, in the order in which one walks along; 0 for wherever nobody has said it.</summary>
    public int Position { get; set; }

    /// <summary>The unit in which it was counted last; null before the first time.</summary>
    public string? Unit { get; set; }
}
