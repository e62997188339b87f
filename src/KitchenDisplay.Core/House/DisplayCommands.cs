using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.House;

/// <summary>Makes a display, or changes what it is for.</summary>
/// <param name="DisplayId">Made by whoever adds it.</param>
/// <param name="FallbackFor">Stations whose tickets it shows when no display of their own does.</param>
public sealed record SaveDisplay(Guid Id, Guid DisplayId, string Name, bool IsEverywhere, IReadOnlyList<Guid> StationIds, IReadOnlyList<Guid> FallbackFor) : Command<DisplaySaved>(Id)
{
    public const int MaxName = 60;

    // A client may leave a list out, whatever its type says.
    public IReadOnlyList<Guid> StationIds { get; init => field = value ?? []; } = StationIds ?? [];
    public IReadOnlyList<Guid> FallbackFor { get; init => field = value ?? []; } = FallbackFor ?? [];
}

/// <summary>Changes how a display behaves.</summary>
public sealed record SetDisplay(Guid Id, Guid DisplayId, DisplaySettings Settings) : Command<DisplaySaved>(Id);

/// <summary>The display's name in addresses.</summary>
public sealed record DisplaySaved(string Slug);

/// <summary>Has a station worked at another display: when its screen has died, or one cook works two stations. Its tickets follow.</summary>
/// <param name="DisplayId">Null gives it back to its own.</param>
public sealed record TakeOver(Guid Id, Guid StationId, Guid? DisplayId) : Command<StationTaken>(Id);

/// <summary>Who works the station now.</summary>
public sealed record StationTaken(Guid StationId, Guid? DisplayId);

/// <summary>Sets fixed minutes for DUE and LATE, or with null takes the rule away.</summary>
/// <param name="StationId">Null for every station.</param>
/// <param name="OrderKind">As stored; null for every kind.</param>
public sealed record SetTimer(Guid Id, Guid? StationId, string? OrderKind, int? DueMinutes, int? LateMinutes) : Command<TimerSet>(Id);

/// <summary>The minutes as they now are.</summary>
public sealed record TimerSet(int? DueMinutes, int? LateMinutes);
