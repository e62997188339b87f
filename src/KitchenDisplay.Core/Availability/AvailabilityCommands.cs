using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Availability;

/// <summary>Until when something is out.</summary>
public enum OutUntil
{
    EndOfDay,

    /// <summary>The end of the service that is on; of the day when none is.</summary>
    EndOfService,
    Restored,
}

/// <summary>Says that a dish, an ingredient or a station is out: one of the three.</summary>
/// <param name="MakesWhatWasSent">Whether the kitchen still makes the portions that were sent before and not begun; if not, their waiters are told.</param>
public sealed record EightySixIt(Guid Id, Guid? DishId, Guid? ItemId, Guid? StationId, OutUntil Until = OutUntil.EndOfDay, bool MakesWhatWasSent = true) : Command<EightySixed>(Id);

/// <summary>It is out.</summary>
/// <param name="Waiting">Portions that were sent before and not begun.</param>
public sealed record EightySixed(Guid EightySixId, DateTimeOffset? Until, int Waiting);

/// <summary>Says that it is back.</summary>
public sealed record RestoreIt(Guid Id, Guid EightySixId) : Command<Restored>(Id);

/// <summary>It is back.</summary>
public sealed record Restored(Guid EightySixId);

/// <summary>Says how many portions of a dish there are tonight; null: nobody counts them any more.</summary>
public sealed record CountDish(Guid Id, Guid DishId, int? Portions) : Command<DishCounted>(Id)
{
    public const int Most = 9999;
}

/// <summary>The dish's count.</summary>
public sealed record DishCounted(Guid DishId, int? Left);
