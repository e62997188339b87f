using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketWorkTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Actor Cook = new(Guid.CreateVersion7(), "Henk", [Role.Cook]);
    private static readonly DateTimeOffset Now = Tickets.Sent.AddMinutes(5);

    [Fact]
    public void The_pass_cannot_bump_what_the_grill_still_cooks_and_learns_who_it_waits_for()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));

        Assert.Equal(0, At(Pass, ticket).Bump(Guid.CreateVersion7()));
        Assert.Equal(Grill, At(Pass, ticket).StationWaitedFor());

        Assert.Equal(1, At(Grill, ticket).Bump(Guid.CreateVersion7()));
        Assert.Null(At(Pass, ticket).StationWaitedFor());
        Assert.Equal(1, At(Pass, ticket).Bump(Guid.CreateVersion7()));
        Assert.Equal((LineState.Served, Now), (ticket.Lines[0].State, ticket.Lines[0].ServedAt));
    }

    [Fact]
    public void A_bump_takes_what_is_fired_and_leaves_what_is_held()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Held((1, Grill)));

        Assert.Equal(1, At(Grill, ticket).Bump(Guid.CreateVersion7()));

        Assert.Equal([LineState.Served, LineState.Held], ticket.Lines.Select(l => l.State));
        Assert.Equal(TaskState.Held, ticket.Lines[1].Tasks[0].State);
    }

    [Fact]
    public void What_is_void_is_neither_made_ready_nor_bumped()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        ticket.Lines[0].State = LineState.Void;

        Assert.Equal(0, At(Grill, ticket).Ready([ticket.Lines[0].Id]));
        Assert.Equal(0, At(Grill, ticket).Bump(Guid.CreateVersion7()));
        Assert.Equal(LineState.Void, ticket.Lines[0].State);
    }

    [Fact]
    public void Ready_is_said_of_the_chosen_lines_at_this_station_only()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (1, Fry)), Tickets.Line((1, Grill)));

        Assert.Equal(1, At(Grill, ticket).Ready([ticket.Lines[0].Id]));

        Assert.Equal([TaskState.Ready, TaskState.Fired, TaskState.Fired], ticket.Lines.SelectMany(l => l.Tasks).Select(t => t.State));
        Assert.Equal((Now, Cook.PersonId), (ticket.Lines[0].Tasks[0].ReadyAt, ticket.Lines[0].Tasks[0].ReadyBy));
    }

    [Fact]
    public void A_second_touch_changes_nothing()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        At(Grill, ticket).Ready([ticket.Lines[0].Id]);

        Assert.Equal(0, new TicketWork(ticket, Grill, Cook, Now.AddSeconds(1)).Ready([ticket.Lines[0].Id]));
        Assert.Equal(Now, ticket.Lines[0].Tasks[0].ReadyAt);

        At(Grill, ticket).Bump(Guid.CreateVersion7());
        Assert.Equal(0, At(Grill, ticket).Bump(Guid.CreateVersion7()));
    }

    [Fact]
    public void A_recall_brings_back_what_was_bumped_together_as_it_was()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Line((1, Grill)));
        var bump = Guid.CreateVersion7();
        At(Grill, ticket).Ready([ticket.Lines[0].Id]);
        At(Grill, ticket).Bump(bump);

        Assert.Equal(2, At(Grill, ticket).Recall(bump));

        var tasks = ticket.Lines.SelectMany(l => l.Tasks).ToList();
        Assert.Equal([TaskState.Ready, TaskState.Fired], tasks.Select(t => t.State));
        Assert.All(tasks, t => Assert.Equal((Tickets.Sent, Tickets.Sent.AddMinutes(2)), (t.FiredAt, t.DueAt)));
        Assert.All(ticket.Lines, l => Assert.Equal((LineState.Fired, null), (l.State, l.ServedAt)));
    }

    [Fact]
    public void A_station_cannot_recall_its_part_once_a_later_one_has_gone_on()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        var bump = Guid.CreateVersion7();
        At(Grill, ticket).Bump(bump);
        At(Pass, ticket).Bump(Guid.CreateVersion7());

        Assert.Equal(Pass, At(Grill, ticket).StationThatWentOn(bump));
    }

    [Fact]
    public void A_station_cannot_recall_its_part_of_a_bump_of_all_stations_from_under_the_pass()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        var bump = Guid.CreateVersion7();
        At(null, ticket).Bump(bump);

        Assert.Equal(Pass, At(Grill, ticket).StationThatWentOn(bump));
        Assert.Null(At(null, ticket).StationThatWentOn(bump));
        Assert.Null(At(Pass, ticket).StationThatWentOn(bump));
    }

    private static TicketWork At(Guid? station, Ticket ticket) => new(ticket, station, Cook, Now);
}
