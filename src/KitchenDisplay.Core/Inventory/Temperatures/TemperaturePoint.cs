namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>Something whose temperature is checked: a walk-in, a fridge, a hot cupboard.</summary>
public sealed class TemperaturePoint
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>What lies here is in question when it fails.</summary>
    public Guid PlaceId { get; set; }

    /// <summary>False once nobody checks it any more; its readings stay.</summary>
    public bool Active { get; set; } = true;
    public IList<TemperaturePlan> Plans { get; init; } = [];
}

/// <summary>How warm a point may be, and when somebody looks, from a moment on. A change is another plan, so that yesterday is judged by what held yesterday.</summary>
public sealed class TemperaturePlan
{
    public Guid PointId { get; init; }
    public DateTimeOffset Since { get; init; }

    /// <summary>Degrees Celsius; null where it cannot be too cold.</summary>
    public decimal? Min { get; init; }

    /// <summary>Degrees Celsius; null where it cannot be too warm.</summary>
    public decimal? Max { get; init; }

    /// <summary>Times of day by the clocks of the house; none when nobody has to look.</summary>
    public TimeOnly[] Times { get; init; } = [];

    /// <summary>Whether a temperature is as it should be.</summary>
    public bool Allows(decimal celsius) => !(celsius < Min || celsius > Max);

    /// <summary>Whether it says the same.</summary>
    public bool Says(decimal? min, decimal? max, IEnumerable<TimeOnly> times) => Min == min && Max == max && Times.SequenceEqual(times);
}

/// <summary>What a thermometer showed: written once, never changed. One that was wrong is superseded by another one, and both stay.</summary>
public sealed class TemperatureReading
{
    /// <summary>That of the command.</summary>
    public Guid Id { get; init; }
    public Guid PointId { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>With one decimal.</summary>
    public decimal Celsius { get; init; }

    /// <summary>What was allowed at that moment.</summary>
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>The check that it answers; null for one that nobody had asked for.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What was done about it; never null when it failed.</summary>
    public string? Action { get; init; }

    /// <summary>The reading that this one replaces.</summary>
    public Guid? SupersedesId { get; init; }

    public bool Failed => Celsius < Min || Celsius > Max;
}
