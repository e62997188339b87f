using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Menu;

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
    public static RootLoader Loader { get; } = new("order", typeof(OrderView), $"""
        select o.id, json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'promised_at', o.promised_at, 'covers', o.covers,
            'waiter', (select p.name from people p where p.id = o.waiter_id), 'opened_at', o.opened_at,
            'tables', {RootLoader.Many("json_build_object('table_id', d.id, 'name', d.name)", "d.position", "order_tables t join dining_tables d on d.id = t.table_id where t.order_id = o.id and t.left_at is null")},
            'guests', {RootLoader.Many("json_build_object('seat', g.seat, 'allergies', g.allergies)", "g.seat", "guests g where g.order_id = o.id")}) as view
        from orders o
        where o.closed_at is null or exists (select from tickets t join prep_tasks k on k.ticket_id = t.id and k.state <> 'Bumped' where t.order_id = o.id)
        """)
    {
        Open = """
            select o.id from orders o where o.closed_at is null
            union select t.order_id from prep_tasks k join tickets t on t.id = k.ticket_id where k.state <> 'Bumped'
            """,
    };
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
