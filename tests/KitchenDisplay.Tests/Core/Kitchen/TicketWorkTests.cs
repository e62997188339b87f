using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketWorkTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Guid Henk = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = Tickets.Sent.AddMinutes(5);

    [Fact]
    public void The_pass_cannot_bump_what_the_grill_still_cooks_and_learns_who_it_waits_for()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));

        Assert.Equal(0, At(Pass, ticket).Bump());
        Assert.Equal(Grill, At(Pass, ticket).StationWaitedFor());

        Assert.Equal(1, At(Grill, ticket).Bump());
        Assert.Null(At(Pass, ticket).StationWaitedFor());
        Assert.Equal(1, At(Pass, ticket).Bump());
        Assert.Equal((LineState.Served, Now), (ticket.Lines[0].State, ticket.Lines[0].ServedAt));
    }

    [Fact]
    public void The_pass_neither_starts_nor_finishes_what_the_grill_still_cooks()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));

        Assert.Equal((0, 0), (At(Pass, ticket).Start([ticket.Lines[0].Id]), At(Pass, ticket).Ready([ticket.Lines[0].Id])));
        Assert.Equal(TaskState.Fired, ticket.Lines[0].Tasks[1].State);
    }

    [Fact]
    public void A_wall_of_all_stations_bumps_every_step_at_once()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (1, Fry), (2, Pass)));

        Assert.Equal(3, At(null, ticket).Bump());
        Assert.Equal(LineState.Served, ticket.Lines[0].State);
    }

    [Fact]
    public void A_bump_takes_what_is_fired_and_leaves_what_is_held()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Held((1, Grill)));

        Assert.Equal(1, At(Grill, ticket).Bump());

        Assert.Equal([LineState.Served, LineState.Held], ticket.Lines.Select(l => l.State));
        Assert.Equal(TaskState.Held, ticket.Lines[1].Tasks[0].State);
    }

    [Fact]
    public void A_start_and_a_ready_say_who_when_and_by_which_command_of_the_chosen_lines_at_this_station_only()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (1, Fry)), Tickets.Line((1, Grill)));
        var (start, ready) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(1, At(Grill, ticket, start).Start([ticket.Lines[0].Id]));
        Assert.Equal([TaskState.Started, TaskState.Fired, TaskState.Fired], States(ticket));
        Assert.Equal(1, At(Grill, ticket, ready).Ready([ticket.Lines[0].Id]));

        Assert.Equal([TaskState.Ready, TaskState.Fired, TaskState.Fired], States(ticket));
        var task = ticket.Lines[0].Tasks[0];
        Assert.Equal((Now, Henk, start), (task.StartedAt, task.StartedBy, task.StartId));
        Assert.Equal((Now, Henk, ready), (task.ReadyAt, task.ReadyBy, task.ReadyId));
    }

    [Fact]
    public void A_second_touch_changes_nothing()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        var line = ticket.Lines[0].Id;
        At(Grill, ticket).Start([line]);
        Assert.Equal(0, Later(ticket).Start([line]));
        At(Grill, ticket).Ready([line]);

        Assert.Equal((0, 0), (Later(ticket).Ready([line]), Later(ticket).Start([line])));
        Assert.Equal((Now, Now), (ticket.Lines[0].Tasks[0].StartedAt, ticket.Lines[0].Tasks[0].ReadyAt));

        At(Grill, ticket).Bump();
        Assert.Equal(0, Later(ticket).Bump());
        Assert.Equal(Now, ticket.Lines[0].Tasks[0].BumpedAt);

        static TicketWork Later(Ticket ticket) => new(new TicketAtStations(ticket, [], [Grill]), new(Guid.CreateVersion7(), Henk, Now.AddSeconds(1)));
    }

    [Fact]
    public void What_is_void_is_neither_started_nor_made_ready_and_a_bump_takes_it_away()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        LineWork.Void(ticket.Lines[0], null, Now, Henk);
        Guid[] line = [ticket.Lines[0].Id];

        Assert.Equal((0, 0), (At(Grill, ticket).Start(line), At(Grill, ticket).Ready(line)));
        Assert.False(At(Grill, ticket).IsReady());
        Assert.Equal(1, At(Pass, ticket).Bump());
        Assert.Equal([TaskState.Fired, TaskState.Bumped], States(ticket));
        Assert.Equal(1, At(Grill, ticket).Bump());
        Assert.Equal((LineState.Void, null), (ticket.Lines[0].State, ticket.Lines[0].ServedAt));
    }

    [Fact]
    public void What_has_changed_is_not_cooked_over_until_this_station_has_seen_it()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (1, Fry)), Tickets.Line((1, Grill)));
        LineWork.Change(ticket.Lines[0], new([Tickets.Modifier("rare")], null), 20, Now, Henk);
        Guid[] changed = [ticket.Lines[0].Id];

        Assert.Equal("Ribeye has changed. Touch it to say that you have seen it.", Assert.Throws<Refusal>(() => At(Grill, ticket).Start(changed)).Message);
        Assert.Throws<Refusal>(() => At(Grill, ticket).Ready(changed));
        Assert.Throws<Refusal>(() => At(Grill, ticket).Bump());
        Assert.All(States(ticket), state => Assert.Equal(TaskState.Fired, state));
        Assert.Equal(1, At(Grill, ticket).Ready([ticket.Lines[1].Id]));

        Assert.Equal(1, At(Grill, ticket).Acknowledge(changed));
        Assert.Equal(0, At(Grill, ticket).Acknowledge(changed));
        Assert.Equal(2, At(Grill, ticket).Bump());
        Assert.Throws<Refusal>(() => At(Fry, ticket).Bump());
    }

    [Fact]
    public void A_void_that_is_acknowledged_goes_off_this_station_only()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        LineWork.Void(ticket.Lines[0], null, Now, Henk);

        Assert.Equal(1, At(Grill, ticket).Acknowledge([ticket.Lines[0].Id]));

        Assert.Equal([TaskState.Bumped, TaskState.Fired], States(ticket));
    }

    [Fact]
    public void Each_station_confirms_an_allergy_of_its_seat_before_it_is_ready()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Grill)));
        (ticket.Lines[0].Seat, ticket.Lines[1].Seat) = (2, 1);
        Guest[] guests = [new() { Seat = 2, Allergies = [Allergen.Nuts] }];

        Assert.Equal(1, Work(Grill).Ready([ticket.Lines[1].Id]));
        Assert.Equal("Ticket 1001 has an allergy that is not confirmed yet. Touch its banner first.", Assert.Throws<Refusal>(() => Work(Grill).Ready([ticket.Lines[0].Id])).Message);
        Assert.Equal(1, Work(Grill).ConfirmAllergies());
        Assert.Equal(0, Work(Grill).ConfirmAllergies());
        Assert.Equal(2, Work(Grill).Bump());
        Assert.Throws<Refusal>(() => Work(Pass).Bump());

        TicketWork Work(Guid station) => new(new TicketAtStations(ticket, guests, [station]), new(Guid.CreateVersion7(), Henk, Now));
    }

    [Fact]
    public void An_allergy_that_is_added_later_and_one_of_the_table_on_a_shared_dish_alert_again()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        ticket.Lines[0].Seat = null;
        var guests = new List<Guest> { new() { Seat = 2, Allergies = [Allergen.Nuts] } };
        Work().ConfirmAllergies();

        guests.Add(new() { Seat = 3, Allergies = [Allergen.Milk] });

        Assert.Throws<Refusal>(() => Work().Start([ticket.Lines[0].Id]));
        Assert.Equal(1, Work().ConfirmAllergies());
        Assert.Equal([Allergen.Milk, Allergen.Nuts], ticket.Lines[0].Tasks[0].AllergiesSeen.OrderBy(a => a.ToString()));
        guests.RemoveAt(0);
        Assert.Equal(1, Work().Bump());

        TicketWork Work() => new(new TicketAtStations(ticket, guests, [Grill]), new(Guid.CreateVersion7(), Henk, Now));
    }

    [Fact]
    public void Every_reason_is_named_and_each_only_once()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Line((1, Grill)));
        foreach (var line in ticket.Lines) LineWork.Change(line, new([], "no salt"), 20, Now, Henk);
        var at = new TicketAtStations(ticket, [new() { Seat = 1, Allergies = [Allergen.Eggs] }], [Grill]);

        Assert.Equal(2, Assert.Throws<Refusal>(() => new TicketWork(at, new(Guid.CreateVersion7(), Henk, Now)).Bump()).Reasons.Count);
    }

    [Fact]
    public void A_ticket_is_ready_here_when_all_that_is_fired_here_is()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Held((1, Grill)));

        Assert.False(At(Grill, ticket).IsReady());
        At(Grill, ticket).Ready([ticket.Lines[0].Id]);

        Assert.True(At(Grill, ticket).IsReady());
        Assert.False(At(null, ticket).IsReady());
    }

    private static IEnumerable<TaskState> States(Ticket ticket) => ticket.Lines.SelectMany(l => l.Tasks).Select(t => t.State);

    private static TicketWork At(Guid? station, Ticket ticket, Guid? command = null) =>
        new(new TicketAtStations(ticket, [], station is { } only ? [only] : null), new(command ?? Guid.CreateVersion7(), Henk, Now));
}
