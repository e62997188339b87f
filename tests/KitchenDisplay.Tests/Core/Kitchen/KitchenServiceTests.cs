using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class KitchenServiceTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task From_the_stove_over_the_pass_to_the_table()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Steak frites", 1, "rare"));
        var line = (await kitchen.ReadAsync(sent.TicketId)).Lines[0];

        var early = await Assert.ThrowsAsync<Refusal>(() => BumpAsync(sent, "pass"));
        Assert.Matches("^(Grill|Fry) has not finished with ticket [0-9]+ yet[.] Bump it when it is up[.]$", early.Message);
        Assert.Equal(1, (await kitchen.Cooks.ReadyAsync(new MarkReady(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("grill")], [line.Id]), kitchen.Cook)).Tasks);
        Assert.Equal(1, (await BumpAsync(sent, "grill")).Tasks);
        Assert.Equal(1, (await BumpAsync(sent, "fry")).Tasks);
        Assert.Equal(LineState.Fired, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].State);
        Assert.Equal(1, (await BumpAsync(sent, "pass")).Tasks);
        Assert.Equal(LineState.Served, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].State);
    }

    [Fact]
    public async Task Two_cooks_who_bump_at_once_bump_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var sent = await kitchen.SendAsync(kitchen.Line("Fries", 2));
            using var start = new Barrier(2);

            var done = await Task.WhenAll(new[] { kitchen.Cook, kitchen.OtherCook }.Select(cook => Task.Run(() =>
            {
                start.SignalAndWait();
                return kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("fry")]), cook);
            })));

            Assert.Equal([0, 2], done.Select(d => d.Tasks).Order());
        }
    }

    [Fact]
    public async Task The_same_bump_sent_again_answers_the_same_and_bumps_nothing_that_came_since()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Negroni"));
        var bump = new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("bar")]);
        var first = await kitchen.Cooks.BumpAsync(bump, kitchen.Cook);
        await kitchen.Cooks.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), [kitchen.Station("bar")]), kitchen.Cook);

        Assert.Equal(first, await kitchen.Cooks.BumpAsync(bump, kitchen.Cook));
        Assert.Equal(TaskState.Fired, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Tasks[0].State);
    }

    [Fact]
    public async Task Recall_brings_back_the_last_bump_then_the_one_before_and_says_when_there_is_none()
    {
        var (first, second) = (await kitchen.SendAsync(kitchen.Line("Burnt cheesecake", 2)), await kitchen.SendAsync(kitchen.Line("Plum crumble")));
        var before = Times(await kitchen.ReadAsync(first.TicketId));
        await BumpAsync(first, "pastry");
        await BumpAsync(second, "pastry");

        Assert.Equal((second.TicketId, 1), await RecallAsync());
        Assert.Equal((first.TicketId, 2), await RecallAsync());
        Assert.Equal("There is nothing to recall here.", (await Assert.ThrowsAsync<Refusal>(RecallAsync)).Message);
        Assert.Equal(before, Times(await kitchen.ReadAsync(first.TicketId)));

        async Task<(Guid, int)> RecallAsync()
        {
            var done = await kitchen.Cooks.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), [kitchen.Station("pastry")]), kitchen.Cook);
            return (done.TicketId, done.Tasks);
        }

        static List<object> Times(Ticket ticket) => [.. ticket.Lines.SelectMany(l => l.Tasks).Select(t => (object)(t.Id, t.FiredAt, t.StartAt, t.DueAt))];
    }

    [Fact]
    public async Task What_the_pass_has_bumped_is_recalled_there_first()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Olives and pickles"));
        await BumpAsync(sent, "cold");
        await BumpAsync(sent, "pass");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Cooks.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), [kitchen.Station("cold")]), kitchen.Cook));

        Assert.Equal($"Pass has already bumped ticket {sent.Number}. Recall it there first.", refusal.Message);
    }

    [Fact]
    public async Task The_ticket_of_a_party_that_has_gone_is_not_recalled()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Espresso"));
        await BumpAsync(sent, "bar");
        await kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), (await kitchen.ReadAsync(sent.TicketId)).OrderId), kitchen.Waiter);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Cooks.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), [kitchen.Station("bar")]), kitchen.Cook));

        Assert.Equal($"Ticket {sent.Number} belongs to an order that is closed. It cannot be recalled.", refusal.Message);
        Assert.Equal(LineState.Served, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].State);
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_is_refused_in_words_and_a_missing_list_makes_nothing_ready()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries"));

        await Assert.ThrowsAsync<Refusal>(() => kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), Guid.CreateVersion7(), null), kitchen.Cook));
        Assert.Equal(0, (await kitchen.Cooks.ReadyAsync(new MarkReady(Guid.CreateVersion7(), sent.TicketId, null, null!), kitchen.Cook)).Tasks);
    }

    [Fact]
    public async Task An_undo_brings_a_ticket_back_as_it_was_unless_the_next_station_has_gone_on()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Broccoli, almonds"));
        var bump = new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("grill")]);
        var before = (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Tasks[0];
        await kitchen.Cooks.BumpAsync(bump, kitchen.Cook);
        await BumpAsync(sent, "pass");

        await IsRefusedAsync($"Pass has already bumped ticket {sent.Number}. Recall it there first.", () => kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), sent.TicketId, bump.Id), kitchen.OtherCook));
        await kitchen.Cooks.RecallLastAsync(new(Guid.CreateVersion7(), [kitchen.Station("pass")]), kitchen.Cook);
        Assert.Equal(1, (await kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), sent.TicketId, bump.Id), kitchen.OtherCook)).Tasks);

        Assert.Equivalent(before, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Tasks[0], strict: true);
    }

    [Fact]
    public async Task A_ticket_of_the_day_is_recalled_everywhere_when_that_is_confirmed_and_its_time_may_start_anew()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Carrots, tahini"));
        var old = (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Tasks[0].FiredAt;
        Guid[] grill = [kitchen.Station("grill")];
        await BumpAsync(sent, "grill");
        await BumpAsync(sent, "pass");

        await IsRefusedAsync($"Pass has already bumped ticket {sent.Number}. Recall it there first.", () => kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), sent.TicketId, grill), kitchen.Cook));
        Assert.Equal(2, (await kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), sent.TicketId, grill, Confirmed: true), kitchen.Cook)).Tasks);
        Assert.Equal((LineState.Fired, old), await NowAsync());

        await BumpAsync(sent, "grill");
        Assert.Equal(1, (await kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), sent.TicketId, grill, Restart: true), kitchen.Cook)).Tasks);
        Assert.True((await NowAsync()).FiredAt > old);
        Assert.Equal(0, (await kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), sent.TicketId, grill), kitchen.Cook)).Tasks);

        async Task<(LineState, DateTimeOffset? FiredAt)> NowAsync() => (await kitchen.ReadAsync(sent.TicketId)).Lines[0] is var line ? (line.State, line.Tasks[0].FiredAt) : default;
    }

    [Fact]
    public async Task A_ticket_leaves_by_itself_with_its_last_ready_line_and_one_undo_brings_both_back()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Negroni", 2));
        var lines = (await kitchen.ReadAsync(sent.TicketId)).Lines.Select(l => l.Id).ToList();
        var last = new MarkReady(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("bar")], [lines[1]], Leaves: true);

        await kitchen.Cooks.ReadyAsync(last with { Id = Guid.CreateVersion7(), LineIds = [lines[0]] }, kitchen.Cook);
        Assert.All(await StatesAsync(), state => Assert.Equal(LineState.Fired, state));
        await kitchen.Cooks.ReadyAsync(last, kitchen.Cook);
        Assert.All(await StatesAsync(), state => Assert.Equal(LineState.Served, state));
        await kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), sent.TicketId, last.Id), kitchen.Cook);
        Assert.Equal([TaskState.Ready, TaskState.Fired], (await kitchen.ReadAsync(sent.TicketId)).Lines.Select(l => l.Tasks[0].State));

        async Task<List<LineState>> StatesAsync() => [.. (await kitchen.ReadAsync(sent.TicketId)).Lines.Select(l => l.State)];
    }

    [Fact]
    public async Task What_cannot_be_done_to_a_ticket_is_refused_in_a_sentence_and_nothing_is_written()
    {
        var (cooks, cook, nowhere) = (kitchen.Cooks, kitchen.Cook, Guid.CreateVersion7());
        var order = await kitchen.OpenTabAsync();
        await kitchen.Orders.SetAllergyAsync(new(Guid.CreateVersion7(), order, 1, [KitchenDisplay.Core.Menu.Allergen.Milk]), kitchen.Waiter);
        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(order, kitchen.Line("Steak frites") with { Seat = 1 }), kitchen.Waiter);
        Guid[] lines = [(await kitchen.ReadAsync(sent.TicketId)).Lines[0].Id];
        var over = await kitchen.SendAsync(kitchen.Line("Espresso"));
        var bump = new BumpTicket(Guid.CreateVersion7(), over.TicketId, null);
        await cooks.BumpAsync(bump, cook);
        await kitchen.Orders.CloseAsync(new(Guid.CreateVersion7(), (await kitchen.ReadAsync(over.TicketId)).OrderId), kitchen.Waiter);
        var before = await kitchen.ContentsAsync();

        await IsRefusedAsync("This ticket does not exist any more.", () => cooks.StartAsync(new(Guid.CreateVersion7(), nowhere, null, lines), cook));
        await IsRefusedAsync("This ticket does not exist any more.", () => cooks.UndoAsync(new(Guid.CreateVersion7(), nowhere, nowhere), cook));
        await IsRefusedAsync("This ticket does not exist any more.", () => cooks.RecallAsync(new(Guid.CreateVersion7(), nowhere, null), cook));
        await IsRefusedAsync("This ticket does not exist any more.", () => cooks.RushAsync(new(Guid.CreateVersion7(), nowhere, true), kitchen.Manager));
        foreach (var act in new Func<Task>[]
        {
            () => cooks.StartAsync(new(Guid.CreateVersion7(), sent.TicketId, null, lines), cook),
            () => cooks.ReadyAsync(new(Guid.CreateVersion7(), sent.TicketId, null, lines), cook),
            () => BumpAsync(sent, "grill"),
        })
            await IsRefusedAsync($"Ticket {sent.Number} has an allergy that is not confirmed yet. Touch its banner first.", act);
        await IsRefusedAsync("This station does not exist any more. Choose another one.", () => cooks.PushAsync(new(Guid.CreateVersion7(), sent.TicketId, null, lines, nowhere), cook));
        await IsRefusedAsync("That station already works on the same portion. Choose another one.", () => cooks.PushAsync(new(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("grill")], lines, kitchen.Station("fry")), cook));
        await IsRefusedAsync($"Ticket {over.Number} belongs to an order that is closed. It cannot be recalled.", () => cooks.UndoAsync(new(Guid.CreateVersion7(), over.TicketId, bump.Id), cook));
        await IsRefusedAsync($"Ticket {over.Number} belongs to an order that is closed. It cannot be recalled.", () => cooks.RecallAsync(new(Guid.CreateVersion7(), over.TicketId, null, Confirmed: true), cook));
        await IsRefusedAsync("You may not do this. Ask a manager.", () => cooks.RushAsync(new(Guid.CreateVersion7(), sent.TicketId, true), cook));
        await IsRefusedAsync("You may not do this. Ask a manager.", () => cooks.ConfirmAllergiesAsync(new(Guid.CreateVersion7(), sent.TicketId, null), kitchen.Waiter));

        Assert.Equal(before, await kitchen.ContentsAsync());
    }

    private static async Task IsRefusedAsync(string sentence, Func<Task> act) => Assert.Equal(sentence, (await Assert.ThrowsAsync<Refusal>(act)).Message);

    private Task<TasksDone> BumpAsync(TicketSent sent, string station) =>
        kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station(station)]), kitchen.Cook);
}
