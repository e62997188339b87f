namespace KitchenDisplay.Core.Availability;

/// <summary>That something is out: a dish, an ingredient with every dish that needs it, or a whole station. One of the three.</summary>
public sealed class EightySix
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? DishId { get; init; }
    public Guid? ItemId { get; init; }
    public Guid? StationId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>When it is back by itself; null until somebody restores it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the kitchen still makes what was sent before. If not, its waiters are told.</summary>
    public bool MakesWhatWasSent { get; init; }

    /// <summary>When it was back; null while it is out.</summary>
    public DateTimeOffset? RestoredAt { get; set; }
    public Guid? RestoredBy { get; set; }
}

/// <summary>How many portions of a dish there are tonight, counted by hand: sends count it down, voids give back.</summary>
public sealed class DishCount
{
    public Guid DishId { get; init; }

    /// <summary>As it was counted.</summary>
    public int Counted { get; set; }
    public int Left { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid PersonId { get; set; }

    /// <summary>When the count means nothing any more.</summary>
    public DateTimeOffset Until { get; set; }
}
