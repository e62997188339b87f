using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class TicketViewTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task The_board_says_of_a_ticket_what_was_sent()
    {
        var order = TestKitchen.Open(kitchen.Tables.Single(t => t.Name == "12").Id);
        await kitchen.Orders.OpenAsync(order, kitchen.Waiter);
        await kitchen.Orders.SetAllergyAsync(new SetAllergy(Guid.CreateVersion7(), order.OrderId, 2, [Allergen.Milk, Allergen.Nuts]), kitchen.Waiter);
        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(order.OrderId,
            kitchen.Line("Ribeye 300 g", 1, "rare", "butter") with { Seat = 2, Note = "birthday “plate”" },
            kitchen.Line("Fries") with { Hold = true }), kitchen.Waiter);
        var written = await kitchen.ReadAsync(sent.TicketId);

        await using var connection = await kitchen.ConnectAsync();
        var board = new LiveBoard(TimeProvider.System);
        board.Take(new ChangeReader(connection, KitchenBridge.Kinds).Read());

        var party = board.Snapshot.Find<OrderView>(order.OrderId)!;
        Assert.Equal(("12", 2, OrderKind.Table, "Ana"), (party.Label, party.Covers, party.Kind, party.Waiter));
        Assert.Equal([Allergen.Milk, Allergen.Nuts], Assert.Single(party.Guests).Allergies);
        var ticket = board.Snapshot.Find<TicketView>(sent.TicketId)!;
        Assert.Equal((written.Number, written.SentAt, "Ana"), (ticket.Number, ticket.SentAt, ticket.SentBy));
        foreach (var (line, view) in written.Lines.Zip(ticket.Lines))
        {
            Assert.Equal((line.Id, line.DishId, line.DishName, line.KitchenName, line.Seat, line.Course), (view.Id, view.DishId, view.DishName, view.KitchenName, view.Seat, view.Course));
            Assert.Equal((line.Note, line.Price, line.State, line.ServedAt, line.Version), (view.Note, view.Price, view.State, view.ServedAt, view.Version));
            Assert.Equal(line.Modifiers, view.Modifiers);
            Assert.Equal(
                line.Tasks.OrderBy(t => t.Step).ThenBy(t => t.StationId).Select(t => (t.Id, t.StationId, t.Step, t.State, t.FiredAt, t.DueAt)),
                view.Tasks.Select(t => (t.Id, t.StationId, t.Step, t.State, t.FiredAt, t.DueAt)));
        }
    }
}
