using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>Opens a count sheet for places and whatever is in them.</summary>
/// <param name="SheetId">Made by whoever opens it.</param>
/// <param name="Name">Null for the names of the places.</param>
/// <param name="IsBlind">Whether whoever counts does not see what the ledger says.</param>
public sealed record OpenSheet(Guid Id, Guid SheetId, string? Name, IReadOnlyList<Guid> PlaceIds, bool IsBlind) : Command<SheetOpened>(Id);

/// <summary>The sheet is open.</summary>
public sealed record SheetOpened(Guid SheetId, int Lines);

/// <summary>Says how much of a line's item lies at its place, at this moment.</summary>
/// <param name="Parts">What is counted in several units adds up: 2 cases and 3 bottles.</param>
/// <param name="Seen">The tally that the screen showed; null for none. Nobody overwrites what somebody else has just counted without having seen it.</param>
/// <param name="IsMore">Whether it comes on top of what was counted before: another box of it that stood behind.</param>
public sealed record CountLineOnSheet(Guid Id, Guid LineId, IReadOnlyList<CountedPart> Parts, Guid? Seen, bool IsMore = false) : Command<LineCounted>(Id);

/// <summary>So much of a unit.</summary>
/// <param name="Unit">A generic unit, or a word that the item has a measure for.</param>
public sealed record CountedPart(decimal Quantity, string Unit);

/// <summary>The line is counted.</summary>
/// <param name="Quantity">In base units.</param>
/// <param name="Left">How many lines of the sheet nobody has counted yet.</param>
public sealed record LineCounted(Guid LineId, decimal Quantity, int Left);

/// <summary>Puts an item onto a sheet that lies there and that nobody expected.</summary>
/// <param name="LineId">Made by whoever adds it.</param>
public sealed record AddLine(Guid Id, Guid SheetId, Guid LineId, Guid PlaceId, Guid ItemId) : Command<LineAdded>(Id);

/// <summary>The line that stands for the item at that place; an older one, when there was one.</summary>
public sealed record LineAdded(Guid LineId);

/// <summary>Books what a sheet has found. What nobody has counted stays as the ledger says.</summary>
/// <param name="LeavesUncounted">Whether it is meant that lines are not counted.</param>
public sealed record CloseSheet(Guid Id, Guid SheetId, bool LeavesUncounted) : Command<SheetClosed>(Id);

/// <summary>The sheet is closed.</summary>
/// <param name="Worth">Of all differences together, in the restaurant's currency; negative for what is missing.</param>
/// <param name="Promised">Items of which more is promised than there is.</param>
public sealed record SheetClosed(Guid SheetId, int Lines, decimal Worth, IReadOnlyList<PromisedItem> Promised);

/// <summary>An item of which more is promised than there is, and the tickets that it is promised to.</summary>
public sealed record PromisedItem(Guid ItemId, string Item, IReadOnlyList<long> Tickets);

/// <summary>Throws an open sheet away: nothing of it is booked.</summary>
public sealed record DropSheet(Guid Id, Guid SheetId) : Command<SheetDropped>(Id);

/// <summary>The sheet is gone.</summary>
public sealed record SheetDropped(Guid SheetId);

/// <summary>Says in which order items stand at a place. Those that are not named come after them.</summary>
public sealed record SortShelf(Guid Id, Guid PlaceId, IReadOnlyList<Guid> ItemIds) : Command<ShelfSorted>(Id);

/// <summary>The shelf is sorted.</summary>
public sealed record ShelfSorted(Guid PlaceId);
