using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class CancelSendTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task What_was_taken_back_first_is_never_cooked()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));

        Assert.True(await kitchen.Orders.CancelSendAsync(send.Id, kitchen.Waiter));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(send, kitchen.Waiter));
        Assert.Equal("This was taken back and cannot be sent any more. Send it as a new one.", refusal.Message);
        Assert.Equal(0, await kitchen.CountAsync($"tickets where order_id = '{send.OrderId}'"));
        Assert.True(await kitchen.Orders.CancelSendAsync(send.Id, kitchen.Waiter));
        await kitchen.Orders.SendAsync(send with { Id = Guid.CreateVersion7() }, kitchen.Waiter);
    }

    [Fact]
    public async Task What_has_arrived_cannot_be_taken_back()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        var answer = await kitchen.Orders.SendAsync(send, kitchen.Waiter);

        Assert.False(await kitchen.Orders.CancelSendAsync(send.Id, kitchen.Waiter));

        Assert.Equal(answer, await kitchen.Orders.SendAsync(send, kitchen.Waiter));
    }

    [Fact]
    public async Task A_send_and_its_cancellation_at_the_same_time_never_both_succeed()
    {
        var order = await kitchen.OpenTabAsync();
        for (var round = 0; round < 60; round++)
        {
            var send = TestKitchen.Ticket(order, kitchen.Line("Fries"));
            using var start = new Barrier(2);
            var sending = Task.Run(() => { start.SignalAndWait(); return IsSentAsync(send); });
            var cancelling = Task.Run(() => { start.SignalAndWait(); return kitchen.Orders.CancelSendAsync(send.Id, kitchen.Waiter); });

            var (isSent, isCancelled) = (await sending, await cancelling);

            Assert.NotEqual(isSent, isCancelled);
            Assert.Equal(isSent ? 1 : 0, await kitchen.CountAsync($"tickets where id = '{send.Id}'"));
        }
    }

    [Fact]
    public async Task Who_may_not_send_may_not_take_back_either()
    {
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Fries"));
        var stranger = new Actor(Guid.CreateVersion7(), "Nobody", [Role.Owner]);

        foreach (var actor in new[] { kitchen.Cook, stranger })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.CancelSendAsync(send.Id, actor));
            Assert.True(refusal.Denied);
        }

        Assert.All(await kitchen.RecordsAsync(send.Id), record => Assert.Equal((CommandOutcome.Denied, send.Id), (record.Outcome, record.RefusedId)));
        await kitchen.Orders.SendAsync(send, kitchen.Waiter);
    }

    private async Task<bool> IsSentAsync(SendTicket send)
    {
        try
        {
            await kitchen.Orders.SendAsync(send, kitchen.Waiter);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
