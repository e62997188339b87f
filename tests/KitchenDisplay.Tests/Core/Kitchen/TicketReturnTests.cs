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

    private static TicketAtStations At(Guid? station, Ticket ticket) => new(ticket, [], station is { } only ? [only] : null);

    private static TicketReturn Return(Guid? station, Ticket ticket) => new(At(station, ticket));

    private static TicketWork Work(Guid? station, Ticket ticket, Guid? command = null) => new(At(station, ticket), new(command ?? Guid.CreateVersion7(), Henk, Now));
}
