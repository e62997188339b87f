using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>A ticket as every screen of a node sees it. Never changed: a change makes a new one.</summary>
public sealed record TicketView
{
    public required Guid Id { get; init; }
    public required Guid OrderId { get; init; }
    public required long Number { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required string SentBy { get; init; }

    /// <summary>Since when it goes before all others; null when it does not.</summary>
    public required DateTimeOffset? RushedAt { get; init; }

    /// <summary>In the order of the ticket.</summary>
    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>Reads the tickets of open orders, and those that the kitchen still works on.</summary>
    public static RootLoader Loader { get; } = new("ticket", typeof(TicketView), $"""
        select t.id, json_build_object('id', t.id, 'order_id', t.order_id, 'number', t.number, 'sent_at', t.sent_at, 'rushed_at', t.rushed_at,
            'sent_by', (select p.name from people p where p.id = t.sent_by),
            'lines', {RootLoader.Many(LineView.Sql, "l.position", "lines l where l.ticket_id = t.id")}) as view
        from tickets t
        where exists (select from orders o where o.id = t.order_id and o.closed_at is null)
            or exists (select from prep_tasks k where k.ticket_id = t.id and k.state <> 'Bumped')
        """)
    {
        Open = """
            select t.id from orders o join tickets t on t.order_id = o.id where o.closed_at is null
            union select k.ticket_id from prep_tasks k where k.state <> 'Bumped'
            """,
    };
}

/// <summary>A line as screens see it.</summary>
public sealed record LineView
{
    public required Guid Id { get; init; }
    public required Guid DishId { get; init; }
    public required string DishName { get; init; }
    public required string? KitchenName { get; init; }
    public required int? Seat { get; init; }
    public required int Course { get; init; }
    public required IReadOnlyList<LineModifier> Modifiers { get; init; }
    public required string? Note { get; init; }
    public required decimal Price { get; init; }
    public required LineState State { get; init; }
    public required DateTimeOffset? ServedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>What was changed after the send, the first change first; that it was added is no change of what it says.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    /// <summary>In the order of their steps.</summary>
    public required IReadOnlyList<TaskView> Tasks { get; init; }

    internal static string Sql { get; } = $"""
        json_build_object('id', l.id, 'dish_id', l.dish_id, 'dish_name', l.dish_name, 'kitchen_name', l.kitchen_name, 'seat', l.seat, 'course', l.course,
            'modifiers', l.modifiers, 'note', l.note, 'price', l.price, 'state', l.state, 'served_at', l.served_at, 'version', l.version,
            'changes', case when l.version = 1 then '[]' else {RootLoader.Many("json_build_object('version', c.version, 'was', c.was)", "c.version", "line_changes c where c.line_id = l.id")} end,
            'tasks', {RootLoader.Many(TaskView.Sql, "k.step, k.station_id", "prep_tasks k where k.line_id = l.id")})
        """;

    /// <summary>Whether every station before the pass has done its part, so that a waiter may expect it.</summary>
    public bool IsReady => State == LineState.Fired && Tasks.All(t => t.State is TaskState.Ready or TaskState.Bumped || t.Step == Tasks[^1].Step && t.Step > Tasks[0].Step);

    /// <summary>Whether a station has begun with it or done its part.</summary>
    public bool IsCooking => State == LineState.Fired && Tasks.Any(t => t.State is TaskState.Started or TaskState.Ready or TaskState.Bumped);
}

/// <summary>A change of a line after it was sent.</summary>
public sealed record ChangeView
{
    /// <summary>The version that the change made.</summary>
    public required int Version { get; init; }

    /// <summary>What the line said before; null for a portion that was added.</summary>
    public required LineContent? Was { get; init; }
}

/// <summary>A task as screens see it.</summary>
public sealed record TaskView
{
    public required Guid Id { get; init; }
    public required Guid StationId { get; init; }

    /// <summary>The station that it was pushed away from; null while it is where it belongs.</summary>
    public required Guid? HomeStationId { get; init; }
    public required int Step { get; init; }
    public required TaskState State { get; init; }
    public required DateTimeOffset? FiredAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>The version of the line that the station has seen.</summary>
    public required int SeenVersion { get; init; }

    /// <summary>The allergies that the station has confirmed.</summary>
    public required IReadOnlyList<Allergen> AllergiesSeen { get; init; }

    /// <summary>Since when no live, visible display of its station holds it; null while one does.</summary>
    public required DateTimeOffset? MissingSince { get; init; }

    internal const string Sql = """
        json_build_object('id', k.id, 'station_id', k.station_id, 'home_station_id', k.home_station_id, 'step', k.step, 'state', k.state, 'fired_at', k.fired_at, 'due_at', k.due_at,
            'seen_version', k.seen_version, 'allergies_seen', k.allergies_seen, 'missing_since', case when k.state not in ('Held', 'Bumped') then (select m.since from missing m where m.task_id = k.id and m.until is null) end)
        """;

    /// <summary>Fired and not yet bumped.</summary>
    public bool IsOpen => State is TaskState.Fired or TaskState.Started or TaskState.Ready;
}
