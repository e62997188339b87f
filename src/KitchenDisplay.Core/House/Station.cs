namespace KitchenDisplay.Core.House;

/// <summary>What happens at a station.</summary>
public enum StationKind
{
    Prep,
    Bar,

    /// <summary>Where plates of all stations come together before they go out.</summary>
    Pass,
}

/// <summary>A place in the kitchen where tasks are done: grill, bar, pass.</summary>
public sealed class Station
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Its name in addresses: <c>/kitchen/grill</c>.</summary>
    public required string Slug { get; set; }
    public StationKind Kind { get; set; }
    public int Position { get; set; }

    /// <summary>The display that shows its tickets when no display of its own does; null for none.</summary>
    public Guid? FallbackId { get; set; }

    /// <summary>The display that has taken it over; null while it is worked where it belongs.</summary>
    public Guid? TakenById { get; set; }
}
