using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class OrderServiceTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task A_sent_ticket_is_in_the_database_whole()
    {
        var table = kitchen.Tables.Single(t => t.Name == "1");
        var open = TestKitchen.Open(table.Id);
        await kitchen.Orders.OpenAsync(open, kitchen.Waiter);

        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(open.OrderId,
            kitchen.Line("Steak frites", 2, "rare", "blue cheese") with { Seat = 1, Note = "well rested" },
            kitchen.Line("Cola 0.33 l"),
            kitchen.Line("Fries") with { Hold = true, Course = 3 }), kitchen.OtherWaiter);

        Assert.Equal((4, 65.40m), (sent.Portions, sent.Total));
        var ticket = await kitchen.ReadAsync(sent.TicketId);
        Assert.Equal((open.OrderId, sent.Number, kitchen.OtherWaiter.PersonId), (ticket.OrderId, ticket.Number, ticket.SentBy));
        Assert.Equal([LineState.Fired, LineState.Fired, LineState.Served, LineState.Held], ticket.Lines.Select(l => l.State));
        Assert.Equal([28m, 28m, 3.90m, 5.50m], ticket.Lines.Select(l => l.Price));
        Assert.Equal([0.07m, 0.07m, 0.19m, 0.07m], ticket.Lines.Select(l => l.TaxRate));
        Assert.Equal([3, 3, 0, 2], ticket.Lines.Select(l => l.Tasks.Count));
        Assert.Equal(["rare", "peppercorn sauce", "blue cheese"], ticket.Lines[0].Modifiers.Select(m => m.Name));
        Assert.Equal((2, 1, "well rested", 3), (ticket.Lines[0].Course, ticket.Lines[0].Seat, ticket.Lines[0].Note, ticket.Lines[3].Course));
        Assert.Equal(4, await kitchen.CountAsync($"check_shares s join lines l on l.id = s.line_id where l.ticket_id = '{ticket.Id}' and s.fraction = 1"));
    }

    [Fact]
    public async Task Lines_keep_the_price_and_the_tax_of_their_moment()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Onion rings"));

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update dishes set price = 7.25, name = 'Rings of fire' where name = 'Onion rings'; update tax_classes set rate = 0.05 where name = 'Food'");

        var line = (await kitchen.ReadAsync(sent.TicketId)).Lines[0];
        Assert.Equal(("Onion rings", 6.50m, 0.07m), (line.DishName, line.Price, line.TaxRate));
        var later = (await kitchen.ReadAsync((await kitchen.SendAsync(kitchen.Line("Onion rings"))).TicketId)).Lines[0];
        Assert.Equal(("Rings of fire", 7.25m, 0.05m), (later.DishName, later.Price, later.TaxRate));
    }

    [Fact]
    public async Task A_price_that_changed_between_the_look_and_the_send_is_refused_with_both()
    {
        var order = await kitchen.OpenTabAsync();
        var send = TestKitchen.Ticket(order, kitchen.Line("Cola 0.33 l", 2) with { ShownPrice = 3.90m });
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update dishes set price = 4.10 where name = 'Cola 0.33 l'");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(send, kitchen.Waiter));

        Assert.Equal("Cola 0.33 l costs 4.10 now, not 3.90. Look at the draft again and send it.", refusal.Message);
        Assert.Equal(8.20m, (await kitchen.Orders.SendAsync(send with { Lines = [send.Lines[0] with { ShownPrice = 4.10m }] }, kitchen.Waiter)).Total);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update dishes set price = 3.90 where name = 'Cola 0.33 l'");
    }

    [Fact]
    public async Task Two_waiters_who_open_one_table_at_once_get_one_order_and_one_sentence()
    {
        foreach (var table in kitchen.Tables.Where(t => t.Name.StartsWith('2')))
        {
            using var start = new Barrier(2);
            var orders = new[] { kitchen.Waiter, kitchen.OtherWaiter }.Select(waiter => Task.Run(async () =>
            {
                start.SignalAndWait();
                try
                {
                    await kitchen.Orders.OpenAsync(TestKitchen.Open(table.Id), waiter);
                    return "";
                }
                catch (Refusal refusal)
                {
                    return refusal.Message;
                }
            }));

            Assert.Equal(["", $"Table {table.Name} is already open. Choose it on the floor to see its order."], (await Task.WhenAll(orders)).Order());
            Assert.Equal(1, await kitchen.CountAsync($"order_tables where table_id = '{table.Id}' and left_at is null"));
        }
    }

    [Fact]
    public async Task A_table_is_free_again_when_its_party_has_gone()
    {
        var open = TestKitchen.Open([.. kitchen.Tables.Where(t => t.Name is "F1" or "F2").Select(t => t.Id)]);
        await kitchen.Orders.OpenAsync(open, kitchen.Waiter);
        await kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), open.OrderId), kitchen.OtherWaiter);

        await kitchen.Orders.OpenAsync(TestKitchen.Open(open.TableIds[0]), kitchen.Waiter);
        await kitchen.Orders.OpenAsync(TestKitchen.Open(open.TableIds[1]), kitchen.OtherWaiter);
    }

    [Fact]
    public async Task Waiters_who_send_to_one_table_at_once_both_keep_everything()
    {
        var order = await kitchen.OpenTabAsync();

        var sent = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() =>
            kitchen.Orders.SendAsync(TestKitchen.Ticket(order, kitchen.Line("Fries", i), kitchen.Line("Cola 0.33 l", 13 - i)), i % 2 == 0 ? kitchen.Waiter : kitchen.OtherWaiter))));

        Assert.Equal(12, sent.Select(s => s.Number).Distinct().Count());
        Assert.All(sent, s => Assert.Equal(13, s.Portions));
        Assert.Equal(12 * 13, await kitchen.CountAsync($"lines where order_id = '{order}'"));
        Assert.Equal(2 * 78, await kitchen.CountAsync($"prep_tasks k join lines l on l.id = k.line_id where l.order_id = '{order}'"));
        Assert.Equal(12 * 13, await kitchen.CountAsync($"check_shares s join lines l on l.id = s.line_id where l.order_id = '{order}'"));
    }

    [Fact]
    public async Task A_closed_order_never_holds_work_for_the_kitchen_whoever_was_faster()
    {
        var (closed, refused) = (0, 0);
        for (var round = 0; round < 30; round++)
        {
            var order = await kitchen.OpenTabAsync();
            using var start = new Barrier(3);
            var race = Enumerable.Range(0, 3).Select(i => Task.Run(async () =>
            {
                start.SignalAndWait();
                try
                {
                    if (i == round % 3) await kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), order), kitchen.Waiter);
                    else await kitchen.Orders.SendAsync(TestKitchen.Ticket(order, kitchen.Line("Fries")), kitchen.Waiter);
                }
                catch (Refusal)
                {
                    Interlocked.Increment(ref refused);
                }
            }));
            await Task.WhenAll(race);
            if (await kitchen.CountAsync($"orders where id = '{order}' and closed_at is not null") == 0) continue;
            closed++;
            Assert.Equal(0, await kitchen.CountAsync($"tickets where order_id = '{order}'"));
        }
        Assert.Equal(30 + closed, refused);
    }

    [Fact]
    public async Task An_order_that_is_being_closed_is_not_given_work_by_a_recall()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Negroni"));
        await kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, null), kitchen.Cook);
        var ticket = await kitchen.ReadAsync(sent.TicketId);

        // Somebody holds the task, so that the recall stands where it has looked at the order and not yet written.
        await using var holding = await kitchen.ConnectAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand($"select 1 from prep_tasks where ticket_id = '{ticket.Id}' for update", holding)) await hold.ExecuteNonQueryAsync();
        var recall = kitchen.Cooks.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), [kitchen.Station("bar")]), kitchen.Cook);
        await WaitingAsync(1);
        var close = Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), ticket.OrderId), kitchen.Waiter));
        await WaitingAsync(2);
        await transaction.CommitAsync();

        Assert.Equal(1, (await recall).Tasks);
        Assert.Equal($"The kitchen is still working on ticket {sent.Number}. Close the order when everything has been served.", (await close).Message);

        Task WaitingAsync(long connections) => Until.TrueAsync(async () => await kitchen.CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == connections, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_allergy_set_twice_at_once_is_there_once_and_an_empty_list_takes_it_back()
    {
        var order = await kitchen.OpenTabAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SetAsync(Allergen.Nuts, Allergen.Fish, Allergen.Nuts))));

        await using (var db = await kitchen.OpenDatabaseAsync())
        {
            var guest = await db.Guests.SingleAsync(g => g.OrderId == order);
            Assert.Equal([Allergen.Fish, Allergen.Nuts], guest.Allergies);
        }
        await SetAsync();
        Assert.Equal(0, await kitchen.CountAsync($"guests where order_id = '{order}'"));

        Task SetAsync(params Allergen[] allergens) => kitchen.Orders.SetAllergyAsync(new SetAllergy(Guid.CreateVersion7(), order, 2, allergens), kitchen.Waiter);
    }

    [Fact]
    public async Task The_same_allergy_command_answers_the_same_again()
    {
        var command = new SetAllergy(Guid.CreateVersion7(), await kitchen.OpenTabAsync(), 1, [Allergen.Milk]);

        Assert.Equal(await kitchen.Orders.SetAllergyAsync(command, kitchen.Waiter), await kitchen.Orders.SetAllergyAsync(command, kitchen.Waiter));
    }

    [Fact]
    public async Task A_take_away_keeps_its_promise_in_the_databases_time()
    {
        var promised = DateTimeOffset.UtcNow.AddHours(1).ToOffset(TimeSpan.FromHours(5.5));
        var open = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.TakeAway, [], " Mar\0low ", promised, 1);
        await kitchen.Orders.OpenAsync(open, kitchen.Waiter);

        await using var db = await kitchen.OpenDatabaseAsync();
        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == open.OrderId);
        Assert.Equal("Mar low", order.Name);
        Assert.InRange(order.PromisedAt!.Value - promised, TimeSpan.FromMicroseconds(-1), TimeSpan.FromMicroseconds(1));
    }
}
