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

    private Task<TasksDone> BumpAsync(TicketSent sent, string station) =>
        kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station(station)]), kitchen.Cook);
}
