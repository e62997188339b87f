using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Ordering;

/// <summary>A party as every screen of a node sees it. Never changed: a change makes a new one.</summary>
public sealed record OrderView
{
    public required Guid Id { get; init; }
    public required OrderKind Kind { get; init; }
    public required string? Name { get; init; }
    public required DateTimeOffset? PromisedAt { get; init; }
    public required int Covers { get; init; }
    public required string Waiter { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Where the party sits now.</summary>
    public required IReadOnlyList<SeatedAt> Tables { get; init; }

    /// <summary>Seats with allergies.</summary>
    public required IReadOnlyList<GuestView> Guests { get; init; }

    /// <summary>What a cook calls it: the table's name, the tab's, or the guest's.</summary>
    public string Label => Kind == OrderKind.Table ? string.Join('+', Tables.Select(t => t.Name)) : Name!;

    /// <summary>Reads the open orders, and those that the kitchen still works for.</summary>
    public static RootLoader Loader { get; } = RootLoader.Of<Order, OrderView>("order", (orders, db) => orders
        .Where(o => o.ClosedAt == null || db.Set<Ticket>().Any(t => t.OrderId == o.Id && db.Set<PrepTask>().Any(k => k.TicketId == t.Id && k.State != TaskState.Bumped)))
        .Select(o => new OrderView
        {
            Id = o.Id,
            Kind = o.Kind,
            Name = o.Name,
            PromisedAt = o.PromisedAt,
            Covers = o.Covers,
            Waiter = db.Set<Person>().First(p => p.Id == o.WaiterId).Name,
            OpenedAt = o.OpenedAt,
            Tables = o.Tables.Where(t => t.LeftAt == null)
                .Join(db.Set<DiningTable>(), t => t.TableId, d => d.Id, (_, d) => new SeatedAt { TableId = d.Id, Name = d.Name }).ToList(),
            Guests = o.Guests.OrderBy(g => g.Seat).Select(g => new GuestView { Seat = g.Seat, Allergies = g.Allergies.ToList() }).ToList(),
        }), o => o.Id);
}

/// <summary>A table that the party sits at.</summary>
public sealed record SeatedAt
{
    public required Guid TableId { get; init; }
    public required string Name { get; init; }
}

/// <summary>A seat whose guest must not be given something.</summary>
public sealed record GuestView
{
    public required int Seat { get; init; }
    public required IReadOnlyList<Allergen> Allergies { get; init; }
}
