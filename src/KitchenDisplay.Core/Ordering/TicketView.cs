using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Ordering;

/// <summary>A ticket as every screen of a node sees it. Never changed: a change makes a new one.</summary>
public sealed record TicketView
{
    public required Guid Id { get; init; }
    public required Guid OrderId { get; init; }
    public required long Number { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required string SentBy { get; init; }

    /// <summary>In the order of the ticket.</summary>
    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>Reads the tickets of open orders, and those that the kitchen still works on.</summary>
    public static RootLoader Loader { get; } = RootLoader.Of<Ticket, TicketView>("ticket", (tickets, db) => tickets
        // Set<T>() and not the named sets: an expression tree may not contain an extension property.
        .Where(t => db.Set<Order>().Any(o => o.Id == t.OrderId && o.ClosedAt == null) || db.Set<PrepTask>().Any(k => k.TicketId == t.Id && k.State != TaskState.Bumped))
        .Select(t => new TicketView
        {
            Id = t.Id,
            OrderId = t.OrderId,
            Number = t.Number,
            SentAt = t.SentAt,
            SentBy = db.Set<Person>().First(p => p.Id == t.SentBy).Name,
            Lines = t.Lines.OrderBy(l => l.Position).Select(l => new LineView
            {
                Id = l.Id,
                DishId = l.DishId,
                DishName = l.DishName,
                KitchenName = l.KitchenName,
                Seat = l.Seat,
                Course = l.Course,
                Modifiers = l.Modifiers,
                Note = l.Note,
                Price = l.Price,
                State = l.State,
                ServedAt = l.ServedAt,
                Version = l.Version,
                Tasks = l.Tasks.OrderBy(k => k.Step).ThenBy(k => k.StationId).Select(k => new TaskView
                {
                    Id = k.Id,
                    StationId = k.StationId,
                    Step = k.Step,
                    State = k.State,
                    FiredAt = k.FiredAt,
                    DueAt = k.DueAt,
                }).ToList(),
            }).ToList(),
        }), t => t.Id);
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

    /// <summary>In the order of their steps.</summary>
    public required IReadOnlyList<TaskView> Tasks { get; init; }

    /// <summary>Whether every station before the pass has done its part, so that a waiter may expect it.</summary>
    public bool IsReady => State == LineState.Fired && Tasks.All(t => t.State is TaskState.Ready or TaskState.Bumped || t.Step == Tasks[^1].Step && t.Step > Tasks[0].Step);

    /// <summary>Whether a station has begun with it or done its part.</summary>
    public bool IsCooking => State == LineState.Fired && Tasks.Any(t => t.State is TaskState.Started or TaskState.Ready or TaskState.Bumped);
}

/// <summary>A task as screens see it.</summary>
public sealed record TaskView
{
    public required Guid Id { get; init; }
    public required Guid StationId { get; init; }
    public required int Step { get; init; }
    public required TaskState State { get; init; }
    public required DateTimeOffset? FiredAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Fired and not yet bumped.</summary>
    public bool IsOpen => State is TaskState.Fired or TaskState.Started or TaskState.Ready;
}
