namespace KitchenDisplay.Core.House;

/// <summary>Fixed minutes for DUE and LATE instead of a dish's own, counted from fire: 5 and 10 for quick service.</summary>
public sealed class TimerRule
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null for every station.</summary>
    public Guid? StationId { get; init; }

    /// <summary>The kind of order as it is stored, such as <c>TakeAway</c>; null for every kind.</summary>
    public string? OrderKind { get; init; }
    public int DueMinutes { get; set; }
    public int LateMinutes { get; set; }
}
