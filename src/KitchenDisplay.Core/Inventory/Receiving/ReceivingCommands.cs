using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Purchasing;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>Takes in everything that came at once: all of it or nothing.</summary>
/// <param name="DeliveryId">Made by whoever receives it.</param>
/// <param name="OrderId">The order that it belongs to; null for none.</param>
/// <param name="OrderVersion">The order as it was seen: when somebody else has received of it since, one looks again.</param>
/// <param name="Note">The number on the delivery note.</param>
/// <param name="Differences">Why something else came than was ordered, for each item of which that is so.</param>
public sealed record ReceiveDelivery(Guid Id, Guid DeliveryId, Guid? OrderId, int? OrderVersion, string? Note, IReadOnlyList<ArrivedLine> Lines, IReadOnlyList<ExplainedDifference> Differences) : Command<DeliveryReceived>(Id)
{
    /// <summary>So many lots are the load of a lorry.</summary>
    public const int MostLines = 300;
}

/// <summary>One lot of a delivery.</summary>
/// <param name="LotId">Made by whoever receives it.</param>
/// <param name="Code">What stands on the box; null when nothing does.</param>
/// <param name="Price">For all of it; null for what was ordered or last paid.</param>
/// <param name="Pack">How much is in a pack, in <paramref name="Unit"/>; null when it lies loose.</param>
/// <param name="Temperature">Degrees Celsius; needed where the item or the place has limits.</param>
/// <param name="Decision">Null while it was not decided: enough for whatever keeps within its limits.</param>
/// <param name="Reason">Why; needed for every decision on something that is out of its limits, and for a rejection.</param>
public sealed record ArrivedLine(
    Guid LotId, Guid ItemId, Guid PlaceId, string? Code, decimal Quantity, string Unit, decimal? Price = null, DateOnly? UseBy = null, DateOnly? BestBefore = null, decimal? Pack = null,
    decimal? Temperature = null, ArrivalDecision? Decision = null, string? Reason = null);

/// <summary>Why more or less of an item came than was ordered.</summary>
/// <param name="IsStillToCome">Whether the order waits for the rest.</param>
public sealed record ExplainedDifference(Guid ItemId, string? Reason, bool IsStillToCome);

/// <summary>The delivery is in the store.</summary>
/// <param name="Order">How the order now is; null without one.</param>
public sealed record DeliveryReceived(Guid DeliveryId, int Lots, int KeptBack, int Rejected, OrderState? Order);

/// <summary>Says what a code stands for, once.</summary>
/// <param name="Code">A GTIN with 14 digits, or another code.</param>
/// <param name="Quantity">How much is in such a pack, in <paramref name="Unit"/>; null when that differs.</param>
public sealed record LearnBarcode(Guid Id, string Code, Guid ItemId, decimal? Quantity, string? Unit) : Command<BarcodeLearned>(Id);

/// <summary>The code is known from now on.</summary>
public sealed record BarcodeLearned(string Code, Guid ItemId);

/// <summary>Says that a code stands for nothing any more.</summary>
public sealed record ForgetBarcode(Guid Id, string Code) : Command<BarcodeForgotten>(Id);

/// <summary>Nothing is known of the code.</summary>
public sealed record BarcodeForgotten(string Code);

/// <summary>Gives items a number of the house's own, where they have none: for labels.</summary>
public sealed record NumberItems(Guid Id, IReadOnlyList<Guid> ItemIds) : Command<ItemsNumbered>(Id);

/// <summary>How many have been given one.</summary>
public sealed record ItemsNumbered(int Count);

/// <summary>Says how cold and how warm an item, or what goes to a place, may be when it comes in; both null for no limit.</summary>
public sealed record SetArrivalLimit(Guid Id, Guid? ItemId, Guid? PlaceId, decimal? From, decimal? To) : Command<ArrivalLimitSet>(Id);

/// <summary>The limit is as it was said.</summary>
public sealed record ArrivalLimitSet(decimal? From, decimal? To);
