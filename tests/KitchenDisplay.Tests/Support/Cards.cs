using System.Collections.Concurrent;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Support;

/// <summary>What a node's board holds of a small kitchen: grill, fry and pass. The cards are written by the real writer.</summary>
public static class Cards
{
    public static readonly Station Grill = new() { Name = "Grill", Slug = "grill", Position = 1 };
    public static readonly Station Fry = new() { Name = "Fry", Slug = "fry", Position = 2 };
    public static readonly Station Pass = new() { Name = "Pass", Slug = "pass", Kind = StationKind.Pass, Position = 3 };

    public static readonly IReadOnlyList<Course> Courses =
        [new() { Number = 1, Name = "Starters" }, new() { Number = 2, Name = "Mains" }, new() { Number = 3, Name = "Desserts" }];

    public static CardWriter Writer { get; } = new(new[] { Grill, Fry, Pass }.ToDictionary(s => s.Id), Courses.ToDictionary(c => c.Number, c => c.Name), Timers.Usual);

    // Portions of the same name are of the same dish, or they would not stand in one row.
    private static readonly ConcurrentDictionary<string, Guid> Dishes = [];

    public static readonly DateTimeOffset Fired = new(2026, 7, 14, 17, 30, 0, TimeSpan.Zero);

    /// <summary>The card of these lines at a station, or null when there is nothing to do for it there.</summary>
    public static Card? Write(Station? at, OrderView order, params LineView[] lines) =>
        Writer.Write(Ticket(order, 1001, lines), order, ScopeOf(at));

    public static WallScope ScopeOf(Station? at) => at is null ? WallScope.Everywhere : WallScope.Of(at.Id);

    public static OrderView Table(string name, params GuestView[] guests) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = OrderKind.Table,
        Name = null,
        PromisedAt = null,
        Covers = 4,
        Waiter = "Ana",
        OpenedAt = Fired,
        Tables = [new() { TableId = Guid.CreateVersion7(), Name = name }],
        Guests = guests,
    };

    public static OrderView TakeAway(string name, DateTimeOffset promised) => Table(name) with { Kind = OrderKind.TakeAway, Name = name, PromisedAt = promised, Covers = 0, Tables = [] };

    public static GuestView Guest(int seat, params Allergen[] allergies) => new() { Seat = seat, Allergies = allergies };

    public static TicketView Ticket(OrderView order, long number, params LineView[] lines) => new()
    {
        Id = Guid.CreateVersion7(),
        OrderId = order.Id,
        Number = number,
        SentAt = Fired,
        SentBy = order.Waiter,
        RushedAt = null,
        Lines = lines,
    };

    /// <summary>A portion that stations work on one after the other; it is fired unless its tasks say otherwise.</summary>
    public static LineView Line(string dish, int? seat, params TaskView[] tasks) => new()
    {
        Id = Guid.CreateVersion7(),
        DishId = Dishes.GetOrAdd(dish, _ => Guid.CreateVersion7()),
        DishName = dish,
        KitchenName = null,
        Seat = seat,
        Course = 2,
        Modifiers = [],
        Note = null,
        Price = 20,
        State = LineState.Fired,
        ServedAt = null,
        Version = 1,
        Changes = [],
        Tasks = tasks,
    };

    public static LineView Held(this LineView line) => line with
    {
        State = LineState.Held,
        Tasks = [.. line.Tasks.Select(t => t with { State = TaskState.Held, FiredAt = null, DueAt = null })],
    };

    public static LineView With(this LineView line, params (ModifierKind Kind, string Name)[] modifiers) =>
        line with { Modifiers = [.. modifiers.Select(m => new LineModifier(Guid.CreateVersion7(), m.Name, m.Kind, 0))] };

    public static TaskView At(Station station, int step = 1, TaskState state = TaskState.Fired) => new()
    {
        Id = Guid.CreateVersion7(),
        StationId = station.Id,
        HomeStationId = null,
        Step = step,
        State = state,
        FiredAt = Fired,
        DueAt = Fired.AddMinutes(10 * step),
        SeenVersion = 1,
        AllergiesSeen = [],
        MissingSince = null,
    };
}
