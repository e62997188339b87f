using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>Opens a party's order: at a table, as a named tab, or to be collected.</summary>
/// <param name="OrderId">Made by whoever opens it.</param>
/// <param name="TableIds">Where the party sits; empty for a tab or a take-away.</param>
/// <param name="Name">Of the tab or of whoever collects.</param>
/// <param name="PromisedAt">When a take-away is to be ready.</param>
public sealed record OpenOrder(Guid Id, Guid OrderId, OrderKind Kind, IReadOnlyList<Guid> TableIds, string? Name, DateTimeOffset? PromisedAt, int Covers) : Command<OrderOpened>(Id)
{
    public const int MaxCovers = 500;
    public const int MaxName = 60;

    // A client may leave a list out, whatever its type says: then it is empty, and the rules find words for that.
    public IReadOnlyList<Guid> TableIds { get; init => field = value ?? []; } = TableIds ?? [];
}

/// <summary>The order is open.</summary>
public sealed record OrderOpened(Guid OrderId);

/// <summary>Sends lines to the kitchen, all or none. The ticket gets the command's id.</summary>
public sealed record SendTicket(Guid Id, Guid OrderId, IReadOnlyList<SendLine> Lines) : Command<TicketSent>(Id)
{
    /// <summary>Portions of one dish in one line.</summary>
    public const int MaxQuantity = 99;

    /// <summary>Portions on one ticket.</summary>
    public const int MaxPortions = 300;

    /// <summary>Characters of a note: more than a cook reads at the stove.</summary>
    public const int MaxNote = 200;

    public IReadOnlyList<SendLine> Lines { get; init => field = value ?? []; } = Lines ?? [];
}

/// <summary>Portions of a dish, prepared alike for one seat.</summary>
/// <param name="Modifiers">Ids of the chosen modifiers.</param>
/// <param name="Seat">From 1; null when the table shares it.</param>
/// <param name="Course">Null for the dish's own course.</param>
/// <param name="ShownPrice">What the waiter saw for one portion with its modifiers; if the menu says otherwise by now, the send is refused and says so. Null: whatever the menu says.</param>
/// <param name="Hold">True to wait with it until its course is fired.</param>
public sealed record SendLine(Guid DishId, int Quantity, IReadOnlyList<Guid> Modifiers, int? Seat = null, int? Course = null, string? Note = null, decimal? ShownPrice = null, bool Hold = false)
{
    public IReadOnlyList<Guid> Modifiers { get; init => field = value ?? []; } = Modifiers ?? [];
}

/// <summary>The ticket is in the kitchen.</summary>
/// <param name="Total">Of this ticket, in the restaurant's currency.</param>
public sealed record TicketSent(Guid TicketId, long Number, int Portions, decimal Total);

/// <summary>Says what the guest at a seat must not be given; an empty list takes it back.</summary>
public sealed record SetAllergy(Guid Id, Guid OrderId, int Seat, IReadOnlyList<Allergen> Allergies) : Command<AllergySet>(Id);

/// <summary>The seat's allergies as they now are.</summary>
public sealed record AllergySet(int Seat, IReadOnlyList<Allergen> Allergies)
{
    public bool Equals(AllergySet? other) => other is not null && Seat == other.Seat && Allergies.SequenceEqual(other.Allergies);

    public override int GetHashCode() => HashCode.Combine(Seat, Allergies.Count);
}

/// <summary>The party has gone: frees its tables. Refused while the kitchen still works for it.</summary>
public sealed record CloseOrder(Guid Id, Guid OrderId) : Command<OrderClosed>(Id);

/// <summary>The order is closed.</summary>
public sealed record OrderClosed(Guid OrderId);
