using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class FloorPlanTests
{
    private readonly Area hall = new() { Name = "Hall", Tables = [new DiningTable { Name = "1", Seats = 2 }, new DiningTable { Name = "2", Seats = 4 }] };

    [Fact]
    public void A_table_where_nobody_sits_is_free()
    {
        var plan = new FloorPlan(PaperMenu.Board(more: [hall]));

        Assert.All(plan.Tables, t => Assert.Equal((Progress.Free, null), (t.Progress, t.OrderId)));
    }

    [Theory]
    [InlineData(Progress.Seated)]
    [InlineData(Progress.InKitchen, TaskState.Fired, TaskState.Fired)]
    [InlineData(Progress.Cooking, TaskState.Fired, TaskState.Started)]
    [InlineData(Progress.Ready, TaskState.Ready, TaskState.Started)]
    [InlineData(Progress.Held, TaskState.Held, null)]
    [InlineData(Progress.InKitchen, TaskState.Held, TaskState.Fired)]
    [InlineData(Progress.Served, TaskState.Bumped, TaskState.Bumped)]
    public void A_table_shows_what_its_waiter_must_know_first(Progress progress, TaskState? first = null, TaskState? second = null)
    {
        var order = PaperMenu.Party() with { Tables = [new SeatedAt { TableId = hall.Tables[1].Id, Name = "2" }] };
        var ticket = Ticket(order.Id, [.. new[] { first, second }.OfType<TaskState>()]);
        var plan = new FloorPlan(PaperMenu.Board(more: first is null ? [hall, order] : [hall, order, ticket]));

        var table = plan.Tables.Single(t => t.Name == "2");

        Assert.Equal((progress, order.Id, 4, "Ana"), (table.Progress, table.OrderId, table.Covers, table.Waiter));
    }

    [Fact]
    public void Take_aways_stand_in_the_order_in_which_they_are_collected()
    {
        var late = PaperMenu.Party() with { Kind = OrderKind.TakeAway, Name = "Late", PromisedAt = DateTimeOffset.UnixEpoch.AddHours(2), Tables = [] };
        var soon = PaperMenu.Party() with { Kind = OrderKind.TakeAway, Name = "Soon", PromisedAt = DateTimeOffset.UnixEpoch.AddHours(1), Tables = [] };

        Assert.Equal(["Soon", "Late"], new FloorPlan(PaperMenu.Board(more: [hall, late, soon])).TakeAways.Select(t => t.Name));
    }

    [Fact]
    public void Equal_portions_that_are_equally_far_are_one_line_for_the_eye()
    {
        var lines = SentLines.Of(Ticket(Guid.CreateVersion7(), [TaskState.Fired, TaskState.Ready, TaskState.Fired]));

        Assert.Equal([(2, Progress.InKitchen), (1, Progress.Ready)], lines.Select(l => (l.Quantity, l.Progress)));
        Assert.Equal([1, 3], lines[0].Seats);
    }

    private static TicketView Ticket(Guid orderId, TaskState[] tasks) => new()
    {
        Id = Guid.CreateVersion7(),
        OrderId = orderId,
        Number = 1,
        SentAt = DateTimeOffset.UnixEpoch,
        SentBy = "Ana",
        RushedAt = null,
        Lines = [.. tasks.Select((state, i) => new LineView
        {
            Id = Guid.CreateVersion7(),
            DishId = PaperMenu.Fries.Id,
            DishName = "Fries",
            KitchenName = null,
            Seat = i + 1,
            Course = 2,
            Modifiers = [],
            Note = null,
            Price = 4.50m,
            State = state switch { TaskState.Held => LineState.Held, TaskState.Bumped => LineState.Served, _ => LineState.Fired },
            ServedAt = null,
            Version = 1,
            Changes = [],
            Tasks = [Cards.At(Cards.Fry, state: state) with { FiredAt = null, DueAt = null }],
        })],
    };
}
