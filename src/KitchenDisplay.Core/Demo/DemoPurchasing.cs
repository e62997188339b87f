namespace KitchenDisplay.Core.Demo;

/// <summary>Who sells to the house: until when they must have an order, by its clocks, so many days before they come.</summary>
public sealed record DemoSupplier(string Name, string Email, string CustomerNumber, TimeOnly CutOff, int DaysBefore, IReadOnlyList<DayOfWeek> DeliveryDays, IReadOnlyList<DemoOffer> Offers)
{
    public string? Phone { get; init; }

    /// <summary>The least order, in the restaurant's currency.</summary>
    public decimal? Minimum { get; init; }
}

/// <summary>An item in a pack, and what that costs.</summary>
public sealed record DemoOffer(string Item, string Code, decimal Pack, string Unit, decimal Price)
{
    /// <summary>What stands under the bars of such a pack; null when nobody has scanned one yet.</summary>
    public string? Gtin { get; init; }
}

/// <summary>How much of an item should lie at a place, and at how much it is ordered.</summary>
public sealed record DemoPar(string Item, string Place, decimal Level, string Unit)
{
    public decimal? ReorderAt { get; init; }
}

/// <summary>Up to how many degrees Celsius what goes to a place may come in.</summary>
public sealed record DemoArrivalLimit(string Place, decimal To);

/// <summary>An order that was sent.</summary>
public sealed record DemoOrder(string Supplier, IReadOnlyList<DemoOrderLine> Lines);

/// <summary>So many packs of an item.</summary>
public sealed record DemoOrderLine(string Item, int Packs);
