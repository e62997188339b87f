using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What kind of party an order is.</summary>
public enum OrderKind
{
    Table,
    Tab,
    TakeAway,
}

/// <summary>The party: guests at one or more tables, a named tab at the bar, or a name that collects at a promised time.</summary>
public sealed class Order
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public OrderKind Kind { get; set; }

    /// <summary>The name of a tab or of whoever collects; null at a table.</summary>
    public string? Name { get; set; }
    public DateTimeOffset? PromisedAt { get; set; }
    public int Covers { get; set; }
    public DateOnly BusinessDay { get; init; }
    public Guid WaiterId { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public IList<OrderTable> Tables { get; init; } = [];
    public IList<Guest> Guests { get; init; } = [];
    public IList<Check> Checks { get; init; } = [];
}

/// <summary>Where a party sits, or sat until <see cref="LeftAt"/>. A table holds one party at a time.</summary>
public sealed class OrderTable
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrderId { get; init; }
    public Guid TableId { get; init; }
    public DateTimeOffset? LeftAt { get; set; }
}

/// <summary>A seat whose guest must not be given something.</summary>
public sealed class Guest
{
    public Guid OrderId { get; init; }
    public int Seat { get; init; }
    public required IList<Allergen> Allergies { get; set; }

    /// <summary>What whoever eats at a seat must not be given. Shared dishes go to everybody, so they concern every allergy of the table.</summary>
    /// <param name="seat">Null when the table shares.</param>
    public static IEnumerable<Allergen> AllergiesAt(int? seat, IEnumerable<Guest> guests) =>
        guests.Where(g => seat is null || g.Seat == seat).SelectMany(g => g.Allergies).Distinct();
}

/// <summary>What somebody pays.</summary>
public sealed class Check
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrderId { get; init; }
    public int Number { get; init; }
}

/// <summary>The part of a line that a check pays: 1 for the whole, 0.5 for a half.</summary>
public sealed class CheckShare
{
    public Guid LineId { get; init; }
    public Guid CheckId { get; init; }
    public decimal Fraction { get; set; }
}
