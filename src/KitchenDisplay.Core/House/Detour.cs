namespace KitchenDisplay.Core.House;

/// <summary>Sends a dish's step to another station than its own: all of a station's or one dish, for one kind of order or all, at some time of the day or always.</summary>
public sealed class Detour
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first one that fits counts.</summary>
    public int Position { get; set; }

    /// <summary>Null for every dish of the station.</summary>
    public Guid? DishId { get; set; }

    /// <summary>The station that the menu names.</summary>
    public Guid FromStationId { get; set; }

    /// <summary>Where it goes instead.</summary>
    public Guid ToStationId { get; set; }

    /// <summary>The kind of order as it is stored; null for every kind.</summary>
    public string? OrderKind { get; set; }

    /// <summary>Local time; it may end after midnight. Both or neither.</summary>
    public TimeOnly? FromTime { get; set; }
    public TimeOnly? ToTime { get; set; }

    /// <summary>Whether it fits a dish of an order at a local time.</summary>
    public bool Fits(Guid dishId, Guid stationId, string orderKind, TimeOnly time) =>
        stationId == FromStationId && (DishId ?? dishId) == dishId && (OrderKind ?? orderKind) == orderKind
        && (FromTime is not { } from || ToTime is not { } to || time.IsBetween(from, to));
}
