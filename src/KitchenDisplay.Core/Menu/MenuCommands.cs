using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Menu;

/// <summary>Says which stations make a dish, one after the other or at once. Empty: it needs none and is served when it is sent.</summary>
public sealed record RouteDish(Guid Id, Guid DishId, IReadOnlyList<RouteStep> Steps) : Command<DishRouted>(Id)
{
    // A client may leave it out, whatever its type says.
    public IReadOnlyList<RouteStep> Steps { get; init => field = value ?? []; } = Steps ?? [];
}

/// <summary>What a station does for the dish; steps with the same number are done at once.</summary>
public sealed record RouteStep(int Step, Guid StationId, int PrepSeconds);

/// <summary>How many tasks a portion of the dish makes.</summary>
public sealed record DishRouted(int Steps);

/// <summary>Adds a detour, changes it, or takes it away.</summary>
/// <param name="DetourId">Made by whoever adds it.</param>
/// <param name="To">Where the food goes instead; null takes the detour away.</param>
/// <param name="OrderKind">As stored; null for every kind.</param>
public sealed record SetDetour(Guid Id, Guid DetourId, Guid? DishId, Guid FromStationId, Guid? To, string? OrderKind, TimeOnly? FromTime, TimeOnly? ToTime) : Command<DetourSet>(Id);

/// <summary>The detour's place: the first that fits counts.</summary>
public sealed record DetourSet(int? Position);
