using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What has come in: a lot. What is sold by weight is entered as it was weighed.</summary>
/// <param name="LotId">Made by whoever receives it.</param>
/// <param name="Code">What stands on the box; null when nothing does.</param>
/// <param name="Unit">A generic unit, or a word that the item has a measure for.</param>
/// <param name="Price">Of all of it, in the restaurant's currency.</param>
/// <param name="Pack">How much is in a pack, in <paramref name="Unit"/>; null when it is loose.</param>
public sealed record ReceiveStock(Guid Id, Guid LotId, Guid ItemId, Guid PlaceId, string? Code, decimal Quantity, string Unit, decimal Price, DateOnly? UseBy = null, DateOnly? BestBefore = null, decimal? Pack = null) : Command<StockMoved>(Id);

/// <summary>Says how much there is, by somebody's own eyes. The item is strict from then on: no more of it is sold than there is.</summary>
/// <param name="PlaceId">Where it was counted; null for everywhere.</param>
/// <param name="LotId">Of this lot alone; null for all usable lots.</param>
public sealed record CountStock(Guid Id, Guid ItemId, Guid? PlaceId, Guid? LotId, decimal Quantity, string Unit) : Command<StockCounted>(Id);

/// <summary>Throws some of it away.</summary>
/// <param name="LotId">From this lot; null for what goes first.</param>
public sealed record WasteStock(Guid Id, Guid ItemId, Guid? LotId, decimal Quantity, string Unit, string Reason) : Command<StockMoved>(Id);

/// <summary>Carries some of a lot to another place.</summary>
public sealed record TransferStock(Guid Id, Guid LotId, Guid FromPlaceId, Guid ToPlaceId, decimal Quantity, string Unit) : Command<StockMoved>(Id);

/// <summary>Makes a lot of its own out of a part of another: what was repacked, or is kept back.</summary>
/// <param name="NewLotId">Made by whoever splits it.</param>
public sealed record SplitLot(Guid Id, Guid LotId, Guid PlaceId, Guid NewLotId, string Code, decimal Quantity, string Unit) : Command<StockMoved>(Id);

/// <summary>Puts what is left of a lot into another one of the same item, which then has the earlier dates of both.</summary>
public sealed record MergeLots(Guid Id, Guid FromLotId, Guid IntoLotId) : Command<StockMoved>(Id);

/// <summary>Keeps a lot back: nobody cooks of it until a manager confirms that it may be used.</summary>
public sealed record QuarantineLot(Guid Id, Guid LotId, string Reason) : Command<LotIs>(Id);

/// <summary>Says that a lot may be used again: proposed by whoever has looked at it, confirmed by a manager.</summary>
public sealed record ReleaseLot(Guid Id, Guid LotId) : Command<LotIs>(Id);

/// <summary>How the lot now is.</summary>
public sealed record LotIs(Guid LotId, LotState State);

/// <summary>Reverses a row of the ledger that was wrong, in a row of its own.</summary>
/// <param name="At">When the row was written.</param>
public sealed record CorrectMovement(Guid Id, Guid MovementId, DateTimeOffset At, string Reason) : Command<StockMoved>(Id);

/// <summary>Says how an item is sold: whether never more than there is, and whether it limits what is left of a dish.</summary>
public sealed record GuardItem(Guid Id, Guid ItemId, bool IsStrict, bool IsLimiting) : Command<ItemGuarded>(Id);

/// <summary>How the item is sold.</summary>
public sealed record ItemGuarded(bool IsStrict, bool IsLimiting);

/// <summary>Adds a storage place or changes it.</summary>
/// <param name="PlaceId">Made by whoever adds it.</param>
public sealed record SavePlace(Guid Id, Guid PlaceId, Guid? ParentId, string Name) : Command<PlaceSaved>(Id);

/// <summary>The place is saved.</summary>
public sealed record PlaceSaved(Guid PlaceId);

/// <summary>What was moved, in base units.</summary>
public sealed record StockMoved(Guid ItemId, decimal Quantity);

/// <summary>What the count has found.</summary>
/// <param name="Difference">In base units: what was found more, negative for less.</param>
/// <param name="IsStrict">False when more is promised than there is.</param>
/// <param name="Tickets">Then: the numbers of the tickets that it is promised to.</param>
public sealed record StockCounted(Guid ItemId, decimal Difference, bool IsStrict, IReadOnlyList<long> Tickets);
