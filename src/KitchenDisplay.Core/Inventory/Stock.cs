namespace KitchenDisplay.Core.Inventory;

/// <summary>How much of an item there is: the sums of its ledger. Only <see cref="Ledger"/> writes the quantities.</summary>
public sealed class Stock
{
    public Guid ItemId { get; init; }

    /// <summary>What may be used, in base units; blocked and expired lots are not in it.</summary>
    public decimal OnHand { get; init; }

    /// <summary>What was sold and not yet begun, in base units.</summary>
    public decimal Reserved { get; init; }

    /// <summary>Whether more may be sold than there is. False, strict, once a person has counted it or a manager says so.</summary>
    public bool AllowShort { get; set; } = true;

    /// <summary>Whether a manager has made it strict, so that it stays so when the service ends.</summary>
    public bool AlwaysStrict { get; set; }

    /// <summary>When a count loses its force: at the end of the service in which it was counted. Null when it was never counted.</summary>
    public DateTimeOffset? StrictUntil { get; set; }

    /// <summary>Whether it counts towards the portions that are left of a dish.</summary>
    public bool IsLimiting { get; set; }

    /// <summary>Since when it was found that there is less than was promised, so that it is not strict any more; null when nobody has to look.</summary>
    public DateTimeOffset? ShortAt { get; set; }

    public decimal Available => OnHand - Reserved;
}

/// <summary>How much of a lot lies at a place.</summary>
public sealed class StockLot
{
    public Guid ItemId { get; init; }
    public Guid PlaceId { get; init; }
    public Guid LotId { get; init; }

    /// <summary>In base units, usable or not.</summary>
    public decimal OnHand { get; init; }
}
