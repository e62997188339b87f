using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketReturnTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Guid Henk = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = Tickets.Sent.AddMinutes(5);

    [Fact]
    public void A_recall_brings_back_what_was_bumped_together_as_it_was()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Line((1, Grill)));
        var bump = Guid.CreateVersion7();
        Work(Grill, ticket).Ready([ticket.Lines[0].Id]);
        Work(Grill, ticket, bump).Bump();

        Assert.Equal(2, Return(Grill, ticket).Recall(bump));

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
        Work(Grill, ticket, bump).Bump();
        Work(Pass, ticket).Bump();

        Assert.Equal(Pass, Return(Grill, ticket).BeyondRecall(bump));
        Assert.Equal(Pass, Return(Grill, ticket).BeyondUndo(bump));
    }

    [Fact]
    public void A_station_cannot_recall_its_part_of_a_bump_of_all_stations_from_under_the_pass()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        var bump = Guid.CreateVersion7();
        Work(null, ticket, bump).Bump();

        Assert.Equal(Pass, Return(Grill, ticket).BeyondRecall(bump));
        Assert.Null(Return(null, ticket).BeyondRecall(bump));
        Assert.Null(Return(Pass, ticket).BeyondRecall(bump));
        Assert.Null(Return(Grill, ticket).BeyondUndo(bump));
    }

    [Fact]
    public void An_undo_takes_back_a_start_a_ready_and_a_bump_each_to_what_was_before()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        var (task, line) = (ticket.Lines[0].Tasks[0], ticket.Lines[0].Id);
        var (start, ready, bump) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Work(Grill, ticket, start).Start([line]);
        Work(Grill, ticket, ready).Ready([line]);
        Work(Grill, ticket, bump).Bump();

        Assert.Equal(0, Return(null, ticket).Undo(ready));
        Assert.Equal(1, Return(null, ticket).Undo(bump));
        Assert.Equal((TaskState.Ready, Now, Now), (task.State, task.StartedAt, task.ReadyAt));
        Assert.Equal(1, Return(null, ticket).Undo(ready));
        Assert.Equal((TaskState.Started, Now, null), (task.State, task.StartedAt, task.ReadyAt));
        Assert.Equal(1, Return(null, ticket).Undo(start));
        Assert.Equal((TaskState.Fired, null, null), (task.State, task.StartedAt, task.ReadyAt));
        Assert.Equal((0, 0), (Return(null, ticket).Undo(start), Return(null, ticket).Undo(Guid.CreateVersion7())));
    }

    [Fact]
    public void An_undo_of_a_ready_with_which_the_ticket_left_takes_both_back()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Line((1, Grill)));
        Work(Grill, ticket).Ready([ticket.Lines[0].Id]);
        var last = Guid.CreateVersion7();
        var work = Work(Grill, ticket, last);
        work.Ready([ticket.Lines[1].Id]);
        work.Bump();

        Assert.Equal(3, Return(null, ticket).Undo(last));

        Assert.Equal([TaskState.Ready, TaskState.Fired], ticket.Lines.SelectMany(l => l.Tasks).Select(t => t.State));
        Assert.All(ticket.Lines, l => Assert.Equal((LineState.Fired, null), (l.State, l.ServedAt)));
    }

    [Fact]
    public void An_undo_leaves_what_others_have_done_since()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)), Tickets.Line((1, Grill)));
        var start = Guid.CreateVersion7();
        Work(Grill, ticket, start).Start([.. ticket.Lines.Select(l => l.Id)]);
        Work(Grill, ticket).Ready([ticket.Lines[0].Id]);

        Assert.Equal(1, Return(null, ticket).Undo(start));
        Assert.Equal([TaskState.Ready, TaskState.Fired], ticket.Lines.SelectMany(l => l.Tasks).Select(t => t.State));
    }

    [Fact]
    public void A_void_row_that_was_taken_off_comes_back_as_unseen_as_it_was_and_nobody_is_ahead_of_it()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)));
        LineWork.Void(ticket.Lines[0], null, Now, Henk);
        var bump = Guid.CreateVersion7();
        Work(Grill, ticket, bump).Bump();
        Work(Pass, ticket).Acknowledge([ticket.Lines[0].Id]);

        Assert.Null(Return(Grill, ticket).BeyondUndo(bump));
        Assert.Equal(1, Return(Grill, ticket).Undo(bump));

        Assert.Equal((TaskState.Fired, 1), (ticket.Lines[0].Tasks[0].State, ticket.Lines[0].Tasks[0].SeenVersion));
        Assert.Equal(1, Work(Grill, ticket).Acknowledge([ticket.Lines[0].Id]));
    }

    [Fact]
    public void What_was_voided_since_it_was_bumped_is_not_recalled()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Grill), (2, Pass)));
        Work(Grill, ticket).Bump();
        LineWork.Void(ticket.Lines[0], null, Now, Henk);

        Assert.Equal(1, Return(Grill, ticket).Recall(null));
        Assert.Equal([TaskState.Bumped, TaskState.Fired], ticket.Lines.Select(l => l.Tasks[0].State));
    }

    [Fact]
    public void A_confirmed_recall_comes_back_to_every_station_that_has_gone_on()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Pass)));
        Work(Grill, ticket).Bump();
        Work(Pass, ticket).Bump();

        Assert.Equal(2, Return(Grill, ticket).Recall(null));

        Assert.Equal([LineState.Fired, LineState.Served], ticket.Lines.Select(l => l.State));
        Assert.All(ticket.Lines[0].Tasks, t => Assert.Equal((TaskState.Fired, null), (t.State, t.BumpedAt)));
    }

    [Fact]
    public void A_recall_of_everything_brings_back_several_bumps_and_with_a_new_time_starts_from_nothing()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Grill)));
        Work(Grill, ticket).Ready([ticket.Lines[0].Id]);
        Work(null, ticket).Bump();
        var again = Now.AddMinutes(10);

        Assert.Equal(3, Return(null, ticket).Recall(null, again));

        var (grill, pass) = (ticket.Lines[0].Tasks[0], ticket.Lines[0].Tasks[1]);
        Assert.Equal((TaskState.Fired, null, again), (grill.State, grill.ReadyAt, grill.FiredAt));
        Assert.Equal((again, again.AddMinutes(1)), (grill.StartAt, grill.DueAt));
        Assert.Equal((again, again.AddMinutes(1), again.AddMinutes(3)), (pass.FiredAt, pass.StartAt, pass.DueAt));
    }

    private static TicketAtStations At(Guid? station, Ticket ticket) => new(ticket, [], station is { } only ? [only] : null);

    private static TicketReturn Return(Guid? station, Ticket ticket) => new(At(station, ticket));

    private static TicketWork Work(Guid? station, Ticket ticket, Guid? command = null) => new(At(station, ticket), new(command ?? Guid.CreateVersion7(), Henk, Now));
}
