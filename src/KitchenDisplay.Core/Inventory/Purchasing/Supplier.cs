namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>Who sells to the house.</summary>
public sealed class Supplier
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Where orders go; null when they go another way.</summary>
    public string? Email { get; set; }
    public string? Phone { get; set; }

    /// <summary>The house's number with them.</summary>
    public string? CustomerNumber { get; set; }

    /// <summary>Until when they must have an order, by the clocks of the house.</summary>
    public TimeOnly CutOff { get; set; }

    /// <summary>How many days before the delivery that is: 0 for the same day.</summary>
    public int DaysBefore { get; set; } = 1;

    /// <summary>On which days they come; none for any day.</summary>
    public IReadOnlyList<DayOfWeek> DeliveryDays { get; set; } = [];

    /// <summary>Below this they do not come, in the restaurant's currency.</summary>
    public decimal? Minimum { get; set; }
    public bool Active { get; set; } = true;
    public IList<Offer> Offers { get; init; } = [];
}

/// <summary>How a missing amount becomes whole packs.</summary>
public enum PackRounding
{
    /// <summary>Half a pack and more is one more, less is none.</summary>
    Half,

    /// <summary>What is begun is one more.</summary>
    Up,
}

/// <summary>What a supplier sells: an item in a pack at a price.</summary>
public sealed class Offer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SupplierId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>The supplier's number for it.</summary>
    public string? Code { get; set; }

    /// <summary>How many of <see cref="Unit"/> are in a pack.</summary>
    public decimal Pack { get; set; } = 1;

    /// <summary>A generic unit, or a word that the item has a measure for.</summary>
    public required string Unit { get; set; }

    /// <summary>The same in base units, as it was when the offer was written.</summary>
    public decimal PackInBase { get; set; }

    /// <summary>For a pack, in the restaurant's currency.</summary>
    public decimal Price { get; set; }

    /// <summary>Fewer packs they do not sell.</summary>
    public int LeastPacks { get; set; } = 1;
    public PackRounding Rounding { get; set; }

    /// <summary>Whether it is ordered here even where another one is cheaper.</summary>
    public bool IsPreferred { get; set; }
    public bool Active { get; set; } = true;
    public IList<OfferPrice> Prices { get; init; } = [];

    /// <summary>For one base unit.</summary>
    public decimal UnitPrice => Price / PackInBase;
}

/// <summary>That an offer has had a price since a moment.</summary>
public sealed class OfferPrice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OfferId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>For a pack.</summary>
    public decimal Price { get; init; }

    /// <summary>What was paid for it before; null for the first one.</summary>
    public decimal? Before { get; init; }

    /// <summary>The delivery on whose note it stood; null when somebody typed it.</summary>
    public Guid? DeliveryId { get; init; }
}
