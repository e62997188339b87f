namespace KitchenDisplay.Core.House;

/// <summary>A part of the floor: dining room, terrace, bar.</summary>
public sealed class Area
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public int Position { get; set; }
    public IList<DiningTable> Tables { get; init; } = [];
}

/// <summary>A table that guests sit at.</summary>
public sealed class DiningTable
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AreaId { get; set; }
    public required string Name { get; set; }
    public int Seats { get; set; }
    public int Position { get; set; }
}
