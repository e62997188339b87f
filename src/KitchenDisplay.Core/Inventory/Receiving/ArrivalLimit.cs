namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>How cold and how warm something may be when it comes in: an item, or whatever goes to a place.</summary>
public sealed class ArrivalLimit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The item; null when it is about a place.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>The place and all that are in it; null when it is about an item.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>Degrees Celsius; null for however cold.</summary>
    public decimal? From { get; set; }

    /// <summary>Degrees Celsius; null for however warm.</summary>
    public decimal? To { get; set; }

    /// <summary>Whether it may come in like this.</summary>
    public bool Allows(decimal celsius) => !(celsius < From) && !(celsius > To);
}

/// <summary>All limits of the house.</summary>
public sealed class ArrivalLimits(IEnumerable<ArrivalLimit> limits, IEnumerable<Place> places)
{
    private readonly Dictionary<Guid, ArrivalLimit> byItem = limits.Where(l => l.ItemId is not null).ToDictionary(l => l.ItemId!.Value);
    private readonly Dictionary<Guid, ArrivalLimit> byPlace = limits.Where(l => l.PlaceId is not null).ToDictionary(l => l.PlaceId!.Value);
    private readonly Dictionary<Guid, Guid?> above = places.ToDictionary(p => p.Id, p => p.ParentId);

    /// <summary>The item's own, or that of the nearest place; null when nobody has said any.</summary>
    public ArrivalLimit? Of(Guid item, Guid place)
    {
        if (byItem.GetValueOrDefault(item) is { } own) return own;
        for (Guid? at = place; at is { } id; at = above.GetValueOrDefault(id))
            if (byPlace.GetValueOrDefault(id) is { } limit) return limit;
        return null;
    }
}
