using System.Diagnostics;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class KitchenBridgeTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly TimeSpan CoupleOfSeconds = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Two_nodes_on_one_database_show_each_others_orders()
    {
        await using var one = await Node.StartAsync(kitchen.Connections);
        await using var other = await Node.StartAsync(kitchen.Connections);
        var order = await kitchen.OpenTabAsync();

        for (var i = 0; i < 10; i++)
        {
            var (near, far) = i % 2 == 0 ? (one, other) : (other, one);
            var sent = await near.Orders.SendAsync(TestKitchen.Ticket(order, kitchen.Line("Fries")), kitchen.Waiter);
            await Task.WhenAll(near.ShowsAsync(b => b.Find<TicketView>(sent.TicketId) is not null), far.ShowsAsync(b => b.Find<TicketView>(sent.TicketId) is not null));
        }
    }

    [Fact]
    public async Task An_insert_an_update_and_a_delete_from_outside_show_within_half_a_second()
    {
        await using var node = await Node.StartAsync(kitchen.Connections);
        var order = Guid.CreateVersion7();

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"""
            insert into orders (id, kind, name, covers, business_day, waiter_id, opened_at)
            values ('{order}', 'Tab', 'Outside', 2, '2026-07-14', '{kitchen.Waiter.PersonId}', '2026-07-14 19:30:00Z')
            """);
        Assert.InRange((await node.ShowsAsync(b => b.Find<OrderView>(order)?.Covers == 2)).TotalSeconds, 0, 0.5);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update orders set covers = 3 where id = '{order}'");
        Assert.InRange((await node.ShowsAsync(b => b.Find<OrderView>(order)?.Covers == 3)).TotalSeconds, 0, 0.5);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"delete from orders where id = '{order}'");
        Assert.InRange((await node.ShowsAsync(b => b.Find<OrderView>(order) is null)).TotalSeconds, 0, 0.5);
    }

    [Fact]
    public async Task A_bridge_whose_connection_is_killed_is_right_again_by_itself()
    {
        await using var node = await Node.StartAsync(kitchen.Connections);
        var order = await kitchen.OpenTabAsync();

        for (var covers = 10; covers < 13; covers++)
        {
            await Sql.RunAsync(kitchen.Connections.Kitchen, $"""
                select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid();
                update orders set covers = {covers} where id = '{order}'
                """);
            Assert.True(await node.ShowsAsync(b => b.Find<OrderView>(order)?.Covers == covers) < CoupleOfSeconds);
        }
    }

    [Fact]
    public async Task After_the_server_was_killed_the_board_is_right_again_by_itself()
    {
        using var folder = new ServerFolder();
        await using var server = await folder.StartAsync();
        await TestKitchen.PrepareAsync(server.Connections);
        var waiter = new Actor(await Sql.ScalarAsync<Guid>(server.Connections.Kitchen, "select id from people where name = 'Ana'"), "Ana", []);
        await using var node = await Node.StartAsync(server.Connections);
        var order = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Tab, [], "Marlow", null, 2);
        await node.Orders.OpenAsync(order, waiter);

        // Committed a moment before: whether the bridge still read it, or the entry in the unlogged table died with the server, must not matter.
        await Sql.RunAsync(server.Connections.Kitchen, $"update orders set covers = 7 where id = '{order.OrderId}'");
        var killed = server.PostmasterPid;
        using (var postmaster = Process.GetProcessById(killed)) postmaster.Kill();
        // What still answers before that are the dead one's last connections.
        await Until.TrueAsync(async () => server.PostmasterPid != killed && await AnswersAsync(server.Connections), TimeSpan.FromSeconds(30));

        Assert.True(await node.ShowsAsync(b => b.Find<OrderView>(order.OrderId)?.Covers == 7 && node.Board.LastRead > DateTimeOffset.UtcNow.AddSeconds(-1)) < CoupleOfSeconds);
        await Sql.RunAsync(server.Connections.Kitchen, $"update orders set covers = 8 where id = '{order.OrderId}'");
        Assert.True(await node.ShowsAsync(b => b.Find<OrderView>(order.OrderId)?.Covers == 8) < CoupleOfSeconds);
    }

    private static async Task<bool> AnswersAsync(KitchenConnections connections)
    {
        try
        {
            return await Sql.ScalarAsync<int>(connections.Kitchen, "select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
