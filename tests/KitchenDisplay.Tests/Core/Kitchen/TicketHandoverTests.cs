using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketHandoverTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();

    [Fact]
    public void A_portion_goes_to_another_station_which_knows_nothing_of_it_and_comes_back()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Grill)));
        var (task, line) = (ticket.Lines[0].Tasks[0], ticket.Lines[0].Id);
        (task.State, task.StartedAt, task.StartedBy, task.StartId, task.AllergiesSeen) = (TaskState.Started, Tickets.Sent, Grill, Grill, [Allergen.Nuts]);

        Assert.Equal(1, At(Grill, ticket).Push([line], Fry));
        Assert.Equal((Fry, Grill, TaskState.Fired), (task.StationId, task.HomeStationId, task.State));
        Assert.Equal((null, null, null), (task.StartedAt, task.StartedBy, task.StartId));
        Assert.Empty(task.AllergiesSeen);
        Assert.Equal((Grill, Pass), (ticket.Lines[1].Tasks[0].StationId, ticket.Lines[0].Tasks[1].StationId));

        Assert.Equal(0, At(Grill, ticket).Push([line], Fry));
        Assert.Equal(0, At(Fry, ticket).Pull([line]));
        Assert.Equal(1, At(Grill, ticket).Pull([line]));
        Assert.Equal((Grill, null), (task.StationId, task.HomeStationId));
        Assert.Equal(0, At(Grill, ticket).Pull([line]));
    }

    [Fact]
    public void What_is_pushed_on_still_belongs_to_the_first_and_pushed_home_to_nobody_else()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        var (task, line) = (ticket.Lines[0].Tasks[0], ticket.Lines[0].Id);

        At(Grill, ticket).Push([line], Fry);
        At(Fry, ticket).Push([line], Pass);
        Assert.Equal((Pass, Grill), (task.StationId, task.HomeStationId));

        At(Pass, ticket).Push([line], Grill);
        Assert.Equal((Grill, null), (task.StationId, task.HomeStationId));
    }

    [Fact]
    public void A_station_that_works_on_the_same_step_is_not_given_it_twice()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill), (1, Fry)), Tickets.Line((1, Grill), (2, Fry)));

        Assert.Equal("That station already works on the same portion. Choose another one.", Assert.Throws<Refusal>(() => At(Grill, ticket).Push([ticket.Lines[0].Id], Fry)).Message);
        Assert.Equal(1, At(Grill, ticket).Push([ticket.Lines[1].Id], Fry));
    }

    [Theory]
    [InlineData(TaskState.Held, 1)]
    [InlineData(TaskState.Fired, 1)]
    [InlineData(TaskState.Started, 1)]
    [InlineData(TaskState.Ready, 0)]
    [InlineData(TaskState.Bumped, 0)]
    public void What_is_ready_stays_where_it_was_made(TaskState state, int moved)
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        ticket.Lines[0].Tasks[0].State = state;

        Assert.Equal(moved, At(null, ticket).Push([ticket.Lines[0].Id], Fry));
    }

    [Fact]
    public void What_is_void_goes_nowhere()
    {
        var ticket = Tickets.Of(Tickets.Line((1, Grill)));
        LineWork.Void(ticket.Lines[0], null, Tickets.Sent, Grill);

        Assert.Equal(0, At(Grill, ticket).Push([ticket.Lines[0].Id], Fry));
    }

    private static TicketHandover At(Guid? station, Ticket ticket) => new(new TicketAtStations(ticket, [], station is { } only ? [only] : null));
}
