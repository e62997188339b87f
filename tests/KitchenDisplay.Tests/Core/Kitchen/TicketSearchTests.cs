using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketSearchTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task A_ticket_of_today_is_found_by_its_number_table_waiter_and_dish_and_by_nothing_else()
    {
        var order = TestKitchen.Open(kitchen.Tables.First(t => t.Name == "27").Id);
        await kitchen.Orders.OpenAsync(order, kitchen.Waiter);
        var ticket = await kitchen.Orders.SendAsync(TestKitchen.Ticket(order.OrderId, kitchen.Line("Whole sea bream", 2), kitchen.Line("Negroni")), kitchen.Waiter);

        foreach (var text in new[] { $"{ticket.Number}", "27", "ana", "SEA bre", "negro" })
            Assert.Contains(await FindAsync(text), t => t.TicketId == ticket.TicketId && t.Table == "27" && t.Waiter == "Ana" && t.Dishes is ["2 Whole sea bream", "1 Negroni"]);
        foreach (var text in new[] { "ribeye", $"{ticket.Number}1", "100%", "_", "\\", "'; drop table tickets" })
            Assert.DoesNotContain(await FindAsync(text), t => t.TicketId == ticket.TicketId);
    }

    [Fact]
    public async Task Without_words_a_station_sees_what_it_has_to_do_with_and_what_was_bumped_last_in_front()
    {
        var first = await kitchen.SendAsync(kitchen.Line("Padrón peppers"));
        var second = await kitchen.SendAsync(kitchen.Line("Padrón peppers"));
        var elsewhere = await kitchen.SendAsync(kitchen.Line("Negroni"));
        var grill = kitchen.Station("grill");
        await kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), first.TicketId, [grill]), kitchen.Cook);

        var found = await FindAsync(" ", grill);

        Assert.Equal(first.TicketId, found[0].TicketId);
        Assert.Equal((0, true), (found[0].OpenHere, found[0].BumpedAt is not null));
        Assert.Equal((1, null), found.Where(t => t.TicketId == second.TicketId).Select(t => (t.OpenHere, t.BumpedAt)).Single());
        Assert.DoesNotContain(found, t => t.TicketId == elsewhere.TicketId);
    }

    [Fact]
    public async Task A_ticket_of_yesterday_is_not_found()
    {
        var ticket = await kitchen.SendAsync(kitchen.Line("Octopus, potato, paprika"));
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update orders set business_day = business_day - 1 where id = (select order_id from tickets where id = '{ticket.TicketId}')");

        Assert.DoesNotContain(await FindAsync("octopus"), t => t.TicketId == ticket.TicketId);
    }

    private Task<IReadOnlyList<DayTicket>> FindAsync(string text, params Guid[] stations) => kitchen.Search.FindAsync(text, stations.Length == 0 ? null : stations);
}
