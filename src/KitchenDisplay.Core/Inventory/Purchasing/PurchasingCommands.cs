using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>Adds a supplier or changes one.</summary>
/// <param name="SupplierId">Made by whoever adds it.</param>
/// <param name="CutOff">Until when they must have an order, by the clocks of the house.</param>
/// <param name="DaysBefore">How many days before the delivery, 0 to 14.</param>
/// <param name="DeliveryDays">None for any day.</param>
/// <param name="Minimum">Of an order, in the restaurant's currency.</param>
public sealed record SaveSupplier(
    Guid Id, Guid SupplierId, string Name, string? Email, string? Phone, string? CustomerNumber, TimeOnly CutOff, int DaysBefore, IReadOnlyList<DayOfWeek> DeliveryDays,
    decimal? Minimum = null, bool Active = true) : Command<SupplierSaved>(Id);

/// <summary>The supplier is saved.</summary>
public sealed record SupplierSaved(Guid SupplierId);

/// <summary>Adds what a supplier sells, or changes it. Its item and its supplier stay what they are.</summary>
/// <param name="OfferId">Made by whoever adds it.</param>
/// <param name="Code">The supplier's number for it.</param>
/// <param name="Pack">How many of <paramref name="Unit"/> are in a pack.</param>
/// <param name="Unit">A generic unit, or a word that the item has a measure for.</param>
/// <param name="Price">For a pack, in the restaurant's currency.</param>
public sealed record SaveOffer(
    Guid Id, Guid OfferId, Guid SupplierId, Guid ItemId, string? Code, decimal Pack, string Unit, decimal Price, int LeastPacks = 1, PackRounding Rounding = PackRounding.Half,
    bool IsPreferred = false, bool Active = true) : Command<OfferSaved>(Id);

/// <summary>The offer is saved.</summary>
/// <param name="Before">The price before, where it is another one now.</param>
public sealed record OfferSaved(Guid OfferId, decimal? Before);

/// <summary>Says how much of an item should lie at a place.</summary>
/// <param name="Level">In <paramref name="Unit"/>; null for no par.</param>
/// <param name="ReorderAt">In <paramref name="Unit"/>: ordered only at or below this; null to order whenever something is missing.</param>
public sealed record SetPar(Guid Id, Guid ItemId, Guid PlaceId, decimal? Level, decimal? ReorderAt, string Unit) : Command<ParSet>(Id);

/// <summary>The par in base units; null for none.</summary>
public sealed record ParSet(decimal? Level);

/// <summary>Writes an order that is not sent yet, as a whole.</summary>
/// <param name="OrderId">Made by whoever begins it.</param>
/// <param name="Version">The version that it was written over; 0 for a new one.</param>
public sealed record SaveOrder(Guid Id, Guid OrderId, Guid SupplierId, IReadOnlyList<OrderedPacks> Lines, DateOnly? DeliverOn = null, string? Note = null, int Version = 0) : Command<OrderSaved>(Id)
{
    public const int MostLines = 300;
}

/// <summary>So many packs of an offer.</summary>
public sealed record OrderedPacks(Guid OfferId, int Packs);

/// <summary>The order is saved.</summary>
public sealed record OrderSaved(Guid OrderId, long Number, int Version);

/// <summary>Says that an order has gone to its supplier.</summary>
/// <param name="Version">The version that was seen, and that the supplier gets.</param>
/// <param name="IsAgreed">Whether the supplier has agreed to come although the cut-off is over, or to bring less than the minimum.</param>
public sealed record SendOrder(Guid Id, Guid OrderId, int Version, bool IsAgreed = false) : Command<OrderIs>(Id);

/// <summary>Gives an order up: nothing more of it is awaited.</summary>
public sealed record CancelOrder(Guid Id, Guid OrderId, string? Reason) : Command<OrderIs>(Id);

/// <summary>How an order now is.</summary>
public sealed record OrderIs(Guid OrderId, OrderState State, DateOnly? DeliverOn);
