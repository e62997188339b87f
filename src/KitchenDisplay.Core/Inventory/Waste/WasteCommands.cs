using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>Why something is thrown away; anything more goes into the note.</summary>
public enum WasteReason
{
    Spoiled,
    DateOver,
    Burnt,
    Dropped,
    TooMuchMade,
    SentBack,
    TooWarm,
    Other,
}

/// <summary>Throws some of an item away, or portions of a finished dish with all that is in them.</summary>
/// <param name="ItemId">One of this and <paramref name="DishId"/>.</param>
/// <param name="LotId">Of an item: from this lot; null for what goes first.</param>
/// <param name="Quantity">Of a dish: portions.</param>
/// <param name="Unit">Of an item: a generic unit, or a word that it has a measure for.</param>
/// <param name="Note">Needed for <see cref="WasteReason.Other"/>.</param>
/// <param name="Photo">A JPEG, PNG or WebP picture; null for none.</param>
public sealed record ThrowAway(Guid Id, Guid? ItemId, Guid? DishId, Guid? LotId, decimal Quantity, string? Unit, WasteReason Reason, string? Note, byte[]? Photo) : Command<ThrownAway>(Id);

/// <summary>It is thrown away.</summary>
/// <param name="Worth">In the restaurant's currency.</param>
/// <param name="Items">How many items it took.</param>
public sealed record ThrownAway(Guid WasteId, string Name, decimal Worth, int Items);
