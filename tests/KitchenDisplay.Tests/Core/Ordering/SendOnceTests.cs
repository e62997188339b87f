using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class SendOnceTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task Two_hundred_sends_of_one_ticket_from_twenty_connections_cook_it_once()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries", 3));
        using var start = new Barrier(20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Factory.StartNew(async () =>
        {
            start.SignalAndWait();
            var mine = new List<TicketSent>();
            for (var i = 0; i < 10; i++) mine.Add(await kitchen.Orders.SendAsync(send, kitchen.Waiter));
            return mine;
        }, TaskCreationOptions.LongRunning).Unwrap()));

        Assert.Equal(200, answers.Sum(a => a.Count));
        var answer = Assert.Single(answers.SelectMany(a => a).Distinct());
        Assert.Equal((send.Id, 3, 16.50m), (answer.TicketId, answer.Portions, answer.Total));
        Assert.Equal(1, await kitchen.CountAsync($"tickets where order_id = '{send.OrderId}'"));
        Assert.Equal(3, await kitchen.CountAsync($"lines where order_id = '{send.OrderId}'"));
        Assert.Equal(6, await kitchen.CountAsync($"prep_tasks where ticket_id = '{send.Id}'"));
        var record = Assert.Single(await kitchen.RecordsAsync(send.Id));
        Assert.Equal((CommandOutcome.Done, nameof(SendTicket), kitchen.Waiter.PersonId), (record.Outcome, record.Kind, record.ActorId));
    }

    [Fact]
    public async Task Another_content_under_a_used_id_is_refused_and_nothing_is_written()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        await kitchen.Orders.SendAsync(send, kitchen.Waiter);
        var before = await kitchen.ContentsAsync();

        SendTicket[] others =
        [
            send with { Lines = [kitchen.Line("Fries", 2)] },
            send with { Lines = [kitchen.Line("Fries") with { Note = "crisp" }] },
            send with { OrderId = await OpenedAsync() },
            send with { Lines = [] },
        ];
        foreach (var other in others)
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(other, kitchen.Waiter));
            Assert.Equal("Something else was already sent under this number. Nothing was changed; send it as a new one.", refusal.Message);
        }

        Assert.Equal(before, await kitchen.ContentsAsync());
        Assert.Equal(1 + others.Length, (await kitchen.RecordsAsync(send.Id)).Count);

        async Task<Guid> OpenedAsync()
        {
            var order = await kitchen.OpenTabAsync();
            before = await kitchen.ContentsAsync();
            return order;
        }
    }

    [Fact]
    public async Task An_id_is_used_up_for_every_kind_of_command()
    {
        var open = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Tab, [], "Marlow", null, 2);
        await kitchen.Orders.OpenAsync(open, kitchen.Waiter);

        await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(new SendTicket(open.Id, open.OrderId, [kitchen.Line("Fries")]), kitchen.Waiter));

        Assert.Equal(0, await kitchen.CountAsync($"tickets where order_id = '{open.OrderId}'"));
    }

    [Fact]
    public async Task A_refused_send_leaves_its_id_free_and_its_reasons_in_the_book()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries") with { ShownPrice = 1 });
        await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(send, kitchen.Waiter));

        var refused = Assert.Single(await kitchen.RecordsAsync(send.Id));
        Assert.Equal((CommandOutcome.Refused, send.Id), (refused.Outcome, refused.RefusedId));
        Assert.Contains("Fries costs 5.50 now, not 1.00.", refused.Result, StringComparison.Ordinal);

        await kitchen.Orders.SendAsync(send with { Lines = [kitchen.Line("Fries")] }, kitchen.Waiter);
        Assert.Equal(2, (await kitchen.RecordsAsync(send.Id)).Count);
    }

    [Theory]
    [InlineData(Cut.AfterCommit, 1)]
    [InlineData(Cut.BeforeCommit, 1)]
    [InlineData(Cut.BeforeCommit, 3)]
    public async Task A_connection_that_breaks_at_the_commit_neither_loses_nor_doubles_a_ticket(Cut cut, int times)
    {
        await using var network = new CuttingProxy(kitchen.Connections.Kitchen);
        await using var services = TestKitchen.Provide(kitchen.Connections with { Kitchen = network.ConnectionString });
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries", 2));
        network.CutNext(cut, times);

        var answer = await TestKitchen.OrdersOf(services).SendAsync(send, kitchen.Waiter);

        Assert.Equal(times, network.Cuts);
        Assert.Equal(answer, await kitchen.Orders.SendAsync(send, kitchen.Waiter));
        Assert.Equal(1, await kitchen.CountAsync($"tickets where order_id = '{send.OrderId}'"));
        Assert.Equal(2, await kitchen.CountAsync($"lines where order_id = '{send.OrderId}'"));
        Assert.Single(await kitchen.RecordsAsync(send.Id));
    }

    [Fact]
    public async Task While_somebody_kills_the_apps_connections_every_ticket_still_arrives_once()
    {
        var order = await kitchen.OpenTabAsync();
        using var over = new CancellationTokenSource();
        var kills = 0L;
        var killing = Task.Run(async () =>
        {
            // Between two killings there is time for a send to get through: the slowest machine must be able to pass.
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
            while (!over.IsCancellationRequested && await timer.WaitForNextTickAsync())
            {
                Interlocked.Add(ref kills, await Sql.ScalarAsync<long>(kitchen.Connections.Kitchen, """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and random() < 0.5
                    """));
            }
        });

        // A fast machine would be through before anything is killed: each waiter goes on until it has seen enough of it.
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var arrived = 0;
            while (arrived < 10 || (Interlocked.Read(ref kills) < 5 && !killing.IsCompleted))
            {
                var send = TestKitchen.Ticket(order, kitchen.Line("Fries"));
                await Until.TrueAsync(() => ArrivesAsync(send), TimeSpan.FromMinutes(1));
                arrived++;
            }

            return arrived;
        }));
        await over.CancelAsync();
        await killing;

        Assert.InRange(kills, 5, long.MaxValue);
        Assert.Equal(sent.Sum(), await kitchen.CountAsync($"tickets where order_id = '{order}'"));
        Assert.Equal(sent.Sum(), await kitchen.CountAsync($"lines where order_id = '{order}'"));

        // A tablet that gets no answer sends the same ticket again.
        async Task<bool> ArrivesAsync(SendTicket send)
        {
            try
            {
                return await kitchen.Orders.SendAsync(send, kitchen.Waiter) is not null;
            }
            catch (Exception e) when (e is not Refusal)
            {
                return false;
            }
        }
    }
}
