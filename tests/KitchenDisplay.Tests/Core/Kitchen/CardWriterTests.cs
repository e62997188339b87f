using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class CardWriterTests
{
    private static readonly Station Grill = new() { Name = "Grill", Slug = "grill" };
    private static readonly Station Fry = new() { Name = "Fry", Slug = "fry" };
    private static readonly Station Pass = new() { Name = "Pass", Slug = "pass", Kind = StationKind.Pass };
    private static readonly Guid Ribeye = Guid.CreateVersion7();

    private readonly CardWriter writer = new(
        new[] { Grill, Fry, Pass }.ToDictionary(s => s.Id), new Dictionary<int, string> { [1] = "Starters", [2] = "Mains" }, Timers.Usual);

    [Fact]
    public void Equal_portions_stand_in_one_row_with_all_their_seats()
    {
        var card = Write(Grill, [Line(seat: 3), Line(seat: 1), Line(seat: 2), Line(seat: 7)])!;

        var row = Assert.Single(card.Lines);
        Assert.Equal((4, "S1–3 S7", "Ribeye", "Mains"), (row.Quantity, row.Seats, row.Dish, row.Course));
    }

    [Fact]
    public void A_portion_that_is_cooked_otherwise_stands_in_a_row_of_its_own()
    {
        var rare = Tickets.Modifier("rare");
        var card = Write(Grill, [Line(), Line() with { Note = "no salt" }, Line() with { Modifiers = [rare] }, Line() with { Course = 1 }])!;

        Assert.Equal(4, card.Lines.Count);
        Assert.Equal(rare, Assert.Single(card.Lines.Single(l => l.Modifiers.Count > 0).Modifiers));
    }

    [Fact]
    public void The_portion_of_a_guest_with_an_allergy_never_hides_among_the_others()
    {
        var guests = new[] { new GuestView { Seat = 2, Allergies = [Allergen.Nuts, Allergen.Milk] } };

        var card = Write(Grill, [Line(seat: 1), Line(seat: 2), Line(seat: 3)], guests)!;

        Assert.Equal([new(Allergen.Nuts, 2), new(Allergen.Milk, 2)], card.Allergies);
        Assert.Equal(["S1 S3:", "S2:Milk,Nuts"], card.Lines.Select(l => $"{l.Seats}:{string.Join(',', l.Allergies)}").Order());
    }

    [Fact]
    public void What_the_table_shares_concerns_every_allergy_at_it()
    {
        var guests = new[] { new GuestView { Seat = 1, Allergies = [Allergen.Fish] }, new GuestView { Seat = 2, Allergies = [Allergen.Eggs] } };

        var row = Assert.Single(Write(Grill, [Line(seat: null)], guests)!.Lines);

        Assert.Equal([Allergen.Eggs, Allergen.Fish], row.Allergies);
        Assert.Equal("", row.Seats);
    }

    [Fact]
    public void The_card_is_as_old_as_its_oldest_open_task_and_due_with_its_latest()
    {
        var early = Line(tasks: [Task(Grill, 1) with { FiredAt = Tickets.Sent.AddMinutes(-4), DueAt = Tickets.Sent.AddMinutes(3) }]);
        var late = Line(tasks: [Task(Grill, 1) with { DueAt = Tickets.Sent.AddMinutes(9) }]);
        var done = Line(tasks: [Task(Grill, 1, TaskState.Bumped) with { FiredAt = Tickets.Sent.AddMinutes(-30), DueAt = Tickets.Sent.AddMinutes(30) }]);

        var card = Write(Grill, [early, late, done])!;

        Assert.Equal((Tickets.Sent.AddMinutes(-4), Tickets.Sent.AddMinutes(9)), (card.FiredAt, card.DueAt));
    }

    [Fact]
    public void A_station_that_has_nothing_fired_has_no_card()
    {
        Assert.Null(Write(Fry, [Line()]));
        Assert.Null(Write(Grill, [Line(tasks: [Task(Grill, 1, TaskState.Bumped), Task(Pass, 2)])]));
    }

    [Fact]
    public void Held_courses_are_announced_below_what_is_fired()
    {
        var card = Write(Grill, [Line(), Line(LineState.Held, tasks: [Task(Grill, 1, TaskState.Held)]), Line(LineState.Held, tasks: [Task(Fry, 1, TaskState.Held)])])!;

        Assert.Equal([new HeldCourse(2, "Mains", 1)], card.Held);
        Assert.Single(card.Lines);
    }

    [Fact]
    public void A_row_says_who_works_beside_and_who_has_to_finish_first()
    {
        var line = Line(tasks: [Task(Grill, 1), Task(Fry, 1), Task(Pass, 2)]);

        var grill = Assert.Single(Write(Grill, [line])!.Lines);
        var pass = Assert.Single(Write(Pass, [line])!.Lines);

        Assert.Equal((CardLineState.Fired, null), (grill.State, grill.WaitsFor));
        Assert.Equal(["Fry"], grill.Also);
        Assert.Equal((CardLineState.Waiting, "Grill"), (pass.State, pass.WaitsFor));
    }

    [Fact]
    public void What_is_not_ready_comes_first_so_that_a_touch_finds_it()
    {
        var ready = Line(tasks: [Task(Grill, 1, TaskState.Ready)]);
        var cooking = Line();

        var row = Assert.Single(Write(Grill, [ready, cooking])!.Lines);

        Assert.Equal([cooking.Id, ready.Id], row.LineIds);
        Assert.Equal((1, CardLineState.Cooking), (row.Ready, row.State));
        Assert.True(Write(Grill, [ready])!.IsReady);
    }

    [Fact]
    public void Deleting_a_course_or_a_station_breaks_no_wall()
    {
        var line = Line(tasks: [Task(Grill, 1), Task(new Station { Name = "Gone", Slug = "gone" }, 1)]) with { Course = 9 };

        Assert.NotNull(Write(Grill, [line, line with { Id = Guid.CreateVersion7(), State = LineState.Held }]));
    }

    private Card? Write(Station station, LineView[] lines, GuestView[]? guests = null) => writer.Write(
        new TicketView { Id = Guid.CreateVersion7(), OrderId = Guid.CreateVersion7(), Number = 1001, SentAt = Tickets.Sent, SentBy = "Ana", RushedAt = null, Lines = lines },
        new OrderView
        {
            Id = Guid.CreateVersion7(),
            Kind = OrderKind.Table,
            Name = null,
            PromisedAt = null,
            Covers = 8,
            Waiter = "Ana",
            OpenedAt = Tickets.Sent,
            Tables = [new SeatedAt { TableId = Guid.CreateVersion7(), Name = "4" }],
            Guests = guests ?? [],
        },
        WallScope.Of(station.Id));

    private static LineView Line(LineState state = LineState.Fired, int? seat = 1, params TaskView[] tasks) => new()
    {
        Id = Guid.CreateVersion7(),
        DishId = Ribeye,
        DishName = "Ribeye",
        KitchenName = null,
        Seat = seat,
        Course = 2,
        Modifiers = [],
        Note = null,
        Price = 36,
        State = state,
        ServedAt = null,
        Version = 1,
        Changes = [],
        Tasks = tasks.Length > 0 ? tasks : [Task(Grill, 1)],
    };

    private static TaskView Task(Station station, int step, TaskState state = TaskState.Fired) => new()
    {
        Id = Guid.CreateVersion7(),
        StationId = station.Id,
        HomeStationId = null,
        Step = step,
        State = state,
        FiredAt = state == TaskState.Held ? null : Tickets.Sent,
        DueAt = state == TaskState.Held ? null : Tickets.Sent.AddMinutes(10),
        SeenVersion = 1,
        AllergiesSeen = [],
        MissingSince = null,
    };
}
