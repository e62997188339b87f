using KitchenDisplay.Core.Data;

namespace KitchenDisplay.Core.Availability;

/// <summary>How many portions of a dish are left, as every screen of a node sees it.</summary>
public sealed record PortionsLeft
{
    /// <summary>The dish's.</summary>
    public required Guid Id { get; init; }

    /// <summary>By the items that limit it, less what is promised; null when none does. Below zero when more was promised than there is.</summary>
    public required int? ByStock { get; init; }

    /// <summary>By hand; null when nobody counts it.</summary>
    public required int? ByHand { get; init; }

    /// <summary>Whether an item that limits it is nearly out.</summary>
    public required bool IsNearlyOut { get; init; }

    /// <summary>What a portion takes from: out of one of these, out of the dish.</summary>
    public required IReadOnlyList<Guid> Items { get; init; }

    /// <summary>The least of both, never below zero; null when nobody knows.</summary>
    public int? Left => (ByStock, ByHand) switch
    {
        (null, null) => null,
        ({ } stock, null) => Math.Max(0, stock),
        (null, { } hand) => hand,
        ({ } stock, { } hand) => Math.Max(0, Math.Min(stock, hand)),
    };

    /// <summary>Reads the dishes of which something is known.</summary>
    // Those that have left the menu as well: that a dish goes or comes back is noted of the dish and not of its portions, so a board would keep what it had.
    public static RootLoader Loader { get; } = new("portions", typeof(PortionsLeft), """
        select d.id, json_build_object('id', d.id,
            'by_stock', (select min(floor((s.on_hand - s.reserved) / n.quantity))::int from dish_needs n join stock s on s.item_id = n.item_id where n.dish_id = d.id and s.is_limiting and n.quantity > 0),
            'by_hand', (select c."left" from dish_counts c where c.dish_id = d.id),
            'is_nearly_out', exists (select from dish_needs n join stock s on s.item_id = n.item_id join items i on i.id = n.item_id where n.dish_id = d.id and s.is_limiting and s.on_hand - s.reserved <= i.nearly_out_at),
            'items', (select coalesce(json_agg(n.item_id order by n.item_id), '[]') from dish_needs n where n.dish_id = d.id)) as view
        from dishes d where exists (select from dish_needs n where n.dish_id = d.id) or exists (select from dish_counts c where c.dish_id = d.id)
        """);
}

/// <summary>Something that is out, as every screen of a node sees it.</summary>
public sealed record OutView
{
    public required Guid Id { get; init; }
    public required Guid? DishId { get; init; }
    public required Guid? ItemId { get; init; }
    public required Guid? StationId { get; init; }

    /// <summary>The item's name, when it is one: items do not stand on the board.</summary>
    public required string? ItemName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset? Until { get; init; }
    public required bool MakesWhatWasSent { get; init; }

    /// <summary>Reads what is out.</summary>
    public static RootLoader Loader { get; } = new("out", typeof(OutView), """
        select e.id, json_build_object('id', e.id, 'dish_id', e.dish_id, 'item_id', e.item_id, 'station_id', e.station_id, 'item_name', (select i.name from items i where i.id = e.item_id),
            'at', e.at, 'by', (select p.name from people p where p.id = e.person_id), 'until', e.until, 'makes_what_was_sent', e.makes_what_was_sent) as view
        from eighty_sixes e where e.restored_at is null
        """);
}
