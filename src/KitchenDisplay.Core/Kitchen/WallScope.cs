using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>Whose work a wall shows. Equal scopes show the same cards.</summary>
public sealed record WallScope
{
    public static readonly WallScope Everywhere = new();

    /// <summary>Null for every station.</summary>
    public IReadOnlySet<Guid>? Stations { get; private init; }

    /// <summary>Stations whose tickets it shows when no display of their own does.</summary>
    public IReadOnlySet<Guid> FallbackFor { get; private init; } = new HashSet<Guid>();

    // Asked for with every change by every screen.
    private string Key => field ??= Stations is null ? "" : $"{string.Join(',', Stations.Order())};{string.Join(',', FallbackFor.Order())}";

    /// <summary>The wall of one station.</summary>
    public static WallScope Of(Guid station) => new() { Stations = new HashSet<Guid> { station } };

    /// <summary>What a display shows now: its stations but for those that another has taken over, and those that it has taken over.</summary>
    public static WallScope Of(Display display, IEnumerable<Station> stations)
    {
        if (display.IsEverywhere) return Everywhere;
        var own = display.Stations.Select(s => s.StationId).ToHashSet();
        return new WallScope
        {
            Stations = stations.Where(s => s.TakenById is { } taker ? taker == display.Id : own.Contains(s.Id)).Select(s => s.Id).ToHashSet(),
            FallbackFor = stations.Where(s => s.FallbackId == display.Id).Select(s => s.Id).ToHashSet(),
        };
    }

    /// <summary>The stations whose last bump a recall brings back, as commands name them. What a touch on a card acts on, the card knows.</summary>
    public IReadOnlyList<Guid>? Own => Stations is null ? null : [.. Stations.Order()];

    public bool Shows(Guid station) => Stations?.Contains(station) != false;

    internal bool Shows(TaskView task) => Shows(task.StationId) || IsFallback(task);

    internal bool IsFallback(TaskView task) => !Shows(task.StationId) && task.MissingSince is not null && FallbackFor.Contains(task.StationId);

    public bool Equals(WallScope? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
