using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Two who press the same at once are both right, and the second changes nothing.</summary>
public sealed class TwoCooksTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private const int Rounds = 5;

    public static TheoryData<Key, int> Keys => new()
    {
        { Key.Start, 2 }, { Key.Ready, 2 }, { Key.ReadyAndLeave, 2 }, { Key.Bump, 2 }, { Key.Acknowledge, 1 }, { Key.Confirm, 4 }, { Key.Undo, 2 }, { Key.Recall, 2 },
        { Key.Push, 2 }, { Key.Pull, 2 }, { Key.Rush, 1 }, { Key.Hold, 2 }, { Key.Fire, 1 },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Of_two_presses_one_does_it_and_the_other_does_nothing(Key key, int tasks)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (ticket, press) = await PrepareAsync(key);
            var (first, second) = await AtOnceAsync(press);

            Assert.Equal([0, tasks], new[] { first, second }.Order());
            Assert.Equal(0, await press(kitchen.Manager));
            Assert.NotEmpty(ticket.Lines);
        }
    }

    [Fact]
    public async Task Two_who_change_or_void_the_same_line_change_it_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var line = (await SendAsync()).Lines[0];
            var modifiers = line.Modifiers.Select(m => m.Id).ToList();

            var changed = await AtOnceAsync(async actor => (await kitchen.Calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, modifiers, "no salt"), actor)).Version);
            var voided = await AtOnceAsync(async actor => (await kitchen.Calls.VoidAsync(new(Guid.CreateVersion7(), line.Id, null), actor)).Version);

            Assert.Equal(((2, 2), (3, 3)), (changed, voided));
            Assert.Equal(2, await kitchen.CountAsync($"line_changes where line_id = '{line.Id}'"));
        }
    }

    [Fact]
    public async Task Two_who_want_one_more_get_two_more()
    {
        var line = (await SendAsync()).Lines[0];

        await AtOnceAsync(async actor => (await kitchen.Calls.AddAsync(new(Guid.CreateVersion7(), line.Id), actor)).Version);

        Assert.Equal([1, 2, 3, 4, 5], (await kitchen.ReadAsync(line.TicketId)).Lines.Select(l => l.Position));
    }

    [Fact]
    public async Task The_same_command_twice_at_once_or_later_answers_the_same_and_is_done_once()
    {
        var ticket = await SendAsync();
        var (fry, add) = (kitchen.Station("fry"), new AddPortion(Guid.CreateVersion7(), ticket.Lines[1].Id));
        var push = new PushLines(Guid.CreateVersion7(), ticket.Id, [fry], [ticket.Lines[1].Id], kitchen.Station("cold"));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => kitchen.Calls.AddAsync(add, kitchen.Manager))));
        var pushed = await kitchen.Cooks.PushAsync(push, kitchen.Cook);
        await kitchen.Cooks.PullAsync(new(Guid.CreateVersion7(), ticket.Id, [fry], [ticket.Lines[1].Id]), kitchen.Cook);

        Assert.Equal(both[0], both[1]);
        Assert.Equal(pushed, await kitchen.Cooks.PushAsync(push, kitchen.Cook));
        var after = await kitchen.ReadAsync(ticket.Id);
        Assert.Equal((4, fry), (after.Lines.Count, after.Lines[1].Tasks[0].StationId));
        Assert.Single(await kitchen.RecordsAsync(add.Id));
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => kitchen.Cooks.PushAsync(push with { ToStationId = kitchen.Station("grill") }, kitchen.Cook))).IdIsUsed);
    }

    /// <summary>A ticket as the key needs it, and what pressing it means.</summary>
    private async Task<(Ticket Ticket, Func<Actor, Task<int>> Press)> PrepareAsync(Key key)
    {
        var ticket = await SendAsync(hasAllergy: key == Key.Confirm);
        var (fry, cold, lines) = (kitchen.Station("fry"), kitchen.Station("cold"), ticket.Lines.Take(2).Select(l => l.Id).ToList());
        var done = Guid.CreateVersion7();
        switch (key)
        {
            case Key.Acknowledge: await kitchen.Calls.ChangeAsync(new(done, lines[0], [.. ticket.Lines[0].Modifiers.Select(m => m.Id)], "no salt"), kitchen.Waiter); break;
            case Key.Undo or Key.Recall: await kitchen.Cooks.BumpAsync(new(done, ticket.Id, [fry]), kitchen.Cook); break;
            case Key.Pull: await kitchen.Cooks.PushAsync(new(done, ticket.Id, [fry], lines, cold), kitchen.Cook); break;
        }
        var deed = new Deed(Guid.Empty, key, key == Key.Confirm ? null : [fry], 0, lines[0], [], cold, done, key == Key.Fire ? 2 : 1);
        return (ticket, async actor =>
        {
            var id = Guid.CreateVersion7();
            if (key is Key.Start) return (await kitchen.Cooks.StartAsync(new(id, ticket.Id, deed.At, lines), actor)).Tasks;
            if (key is Key.Ready or Key.ReadyAndLeave) return (await kitchen.Cooks.ReadyAsync(new(id, ticket.Id, deed.At, lines, key == Key.ReadyAndLeave), actor)).Tasks;
            if (key is Key.Push) return (await kitchen.Cooks.PushAsync(new(id, ticket.Id, deed.At, lines, cold), actor)).Tasks;
            if (key is Key.Pull) return (await kitchen.Cooks.PullAsync(new(id, ticket.Id, deed.At, lines), actor)).Tasks;
            return (await new ServiceHands(kitchen.Cooks, kitchen.Calls, actor, ticket.Id, ticket.OrderId).DoAsync(deed with { Id = id }))!.Value;
        }
        );
    }

    /// <summary>Two portions for the fryer, and a held one of the first course.</summary>
    private async Task<Ticket> SendAsync(bool hasAllergy = false)
    {
        var order = await kitchen.OpenTabAsync();
        if (hasAllergy) await kitchen.Orders.SetAllergyAsync(new(Guid.CreateVersion7(), order, 2, [Allergen.Nuts]), kitchen.Waiter);
        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(order,
            kitchen.Line("Onion rings") with { Seat = 2 }, kitchen.Line("Fries") with { Seat = 2 }, kitchen.Line("Padrón peppers") with { Seat = 1, Hold = true }), kitchen.Waiter);
        return await kitchen.ReadAsync(sent.TicketId);
    }

    private async Task<(int First, int Second)> AtOnceAsync(Func<Actor, Task<int>> press)
    {
        using var start = new Barrier(2);
        var owner = await kitchen.PersonAsync("Marlene");
        var both = await Task.WhenAll(new[] { kitchen.Manager, owner }.Select(actor => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return press(actor);
        }, TaskCreationOptions.LongRunning).Unwrap()));
        return (both[0], both[1]);
    }
}
