using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Commands;

public sealed class RightsTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task A_cook_does_not_send_and_a_waiter_does_not_bump()
    {
        var order = await kitchen.OpenTabAsync();
        var send = TestKitchen.Ticket(order, kitchen.Line("Fries"));
        await IsDeniedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Cook));
        await kitchen.Orders.SendAsync(send, kitchen.Waiter);

        var bump = new BumpTicket(Guid.CreateVersion7(), send.Id, [kitchen.Station("fry")]);
        await IsDeniedAsync(bump.Id, () => kitchen.Cooks.BumpAsync(bump, kitchen.Waiter));
        Assert.Equal(1, (await kitchen.Cooks.BumpAsync(bump, kitchen.Cook)).Tasks);
    }

    [Fact]
    public async Task Roles_that_somebody_only_claims_count_for_nothing()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));

        await IsDeniedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Cook with { Roles = [Role.Owner, Role.Waiter] }));
        await IsDeniedAsync(send.Id, () => kitchen.Orders.SendAsync(send, new Actor(Guid.CreateVersion7(), "Nobody", [Role.Owner])));
        await kitchen.Orders.SendAsync(send, kitchen.Waiter with { Roles = [] });
    }

    [Fact]
    public async Task The_owner_may_do_everything()
    {
        var owner = await kitchen.PersonAsync("Marlene");
        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries")), owner);

        Assert.Equal(2, (await kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, null), owner)).Tasks);
    }

    [Fact]
    public async Task Somebody_who_has_left_does_nothing_any_more()
    {
        var jonas = await kitchen.PersonAsync("Jonas");
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update people set active = false where name = 'Jonas'");

        await IsDeniedAsync(send.Id, () => kitchen.Orders.SendAsync(send, jonas));
    }

    [Fact]
    public async Task Nothing_is_carried_out_after_a_revocation_has_committed()
    {
        var saskia = await kitchen.PersonAsync("Saskia");
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        await using var manager = await kitchen.ConnectAsync();
        await using var revoking = await manager.BeginTransactionAsync();
        await using (var revoke = new NpgsqlCommand("select 1 from people where name = 'Saskia' for update", manager)) await revoke.ExecuteNonQueryAsync();

        var denied = IsDeniedAsync(send.Id, () => kitchen.Orders.SendAsync(send, saskia));
        await Until.TrueAsync(async () => await kitchen.CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 1, TimeSpan.FromSeconds(10));
        await using (var revoke = new NpgsqlCommand("update people set active = false where name = 'Saskia'", manager)) await revoke.ExecuteNonQueryAsync();
        await revoking.CommitAsync();

        await denied;
    }

    [Fact]
    public async Task A_device_that_sent_a_command_stands_in_its_record()
    {
        var device = (await DoorKeys.PairAsync(kitchen.Connections)).Id;
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        await kitchen.Orders.SendAsync(send, kitchen.Waiter with { DeviceId = device });

        Assert.Equal(device, Assert.Single(await kitchen.RecordsAsync(send.Id)).DeviceId);
    }

    private async Task IsDeniedAsync<T>(Guid commandId, Func<Task<T>> act)
    {
        var contents = await kitchen.ContentsAsync();
        var before = (await kitchen.RecordsAsync(commandId)).Count;

        var refusal = await Assert.ThrowsAsync<Refusal>(act);

        Assert.Equal((true, "You may not do this. Ask a manager."), (refusal.Denied, refusal.Message));
        var records = await kitchen.RecordsAsync(commandId);
        Assert.Equal(before + 1, records.Count);
        Assert.Equal((CommandOutcome.Denied, commandId), (records[^1].Outcome, records[^1].RefusedId));
        Assert.Equal(Without(contents), Without(await kitchen.ContentsAsync()));

        // A revocation that was under way is a change of its own.
        static string Without(string contents) => string.Join('\n', contents.Split('\n').Where(line => !line.StartsWith("people ", StringComparison.Ordinal) && !line.StartsWith("changes ", StringComparison.Ordinal)));
    }
}
