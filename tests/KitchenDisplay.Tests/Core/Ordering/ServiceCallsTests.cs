using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class ServiceCallsTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task A_changed_line_is_charged_as_it_is_now_and_says_what_it_was()
    {
        var line = await SendOneAsync(kitchen.Line("Steak frites", 1, "rare"));
        var wish = kitchen.Line("Steak frites", 1, "well done", "fried egg");

        var changed = await kitchen.Calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, wish.Modifiers, " no salt "), kitchen.Waiter);

        var after = await ReadAsync(line);
        Assert.Equal((2, "no salt"), (changed.Version, after.Note));
        Assert.Equal(line.Price + after.Modifiers.Single(m => m.Name == "fried egg").PriceChange, after.Price);
        await using var db = await kitchen.OpenDatabaseAsync();
        var change = await db.LineChanges.AsNoTracking().SingleAsync(c => c.LineId == line.Id);
        Assert.Equal((2, kitchen.Waiter.PersonId, null), (change.Version, change.ChangedBy, change.Was!.Note));
        Assert.Equal(line.Modifiers, change.Was.Modifiers);
    }

    [Fact]
    public async Task A_note_changes_though_a_modifier_has_left_the_menu_since()
    {
        var line = await SendOneAsync(kitchen.Line("Cheeseburger, fries", 1, "pickled chillies"));
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update modifiers set active = false where name = 'pickled chillies'");
        try
        {
            await kitchen.Calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, [.. line.Modifiers.Select(m => m.Id)], "cut in half"), kitchen.Waiter);
        }
        finally
        {
            await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update modifiers set active = true");
        }

        Assert.Equal((line.Price, "cut in half"), ((await ReadAsync(line)).Price, (await ReadAsync(line)).Note));
        Assert.Equal(line.Modifiers, (await ReadAsync(line)).Modifiers);
    }

    [Fact]
    public async Task One_more_is_on_the_same_ticket_and_the_same_checks_at_todays_price()
    {
        var line = await SendOneAsync(kitchen.Line("Fries") with { Seat = 2 });
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update dishes set price = price + 1 where id = '{line.DishId}'");

        var added = await kitchen.Calls.AddAsync(new(Guid.CreateVersion7(), line.Id), kitchen.Waiter);

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update dishes set price = price - 1 where id = '{line.DishId}'");
        var more = (await kitchen.ReadAsync(line.TicketId)).Lines.Single(l => l.Id == added.LineId);
        Assert.Equal((2, 2, line.Price + 1, LineState.Fired), (more.Position, more.Seat, more.Price, more.State));
        Assert.Equal([0, 0], more.Tasks.Select(t => t.SeenVersion));
        await using var db = await kitchen.OpenDatabaseAsync();
        var shares = await db.CheckShares.AsNoTracking().Where(s => s.LineId == line.Id || s.LineId == more.Id).ToListAsync();
        Assert.Equal(2, shares.Count);
        Assert.Equal((shares[0].CheckId, 1m), (shares[1].CheckId, shares[1].Fraction));
    }

    [Fact]
    public async Task A_voided_line_stays_on_the_walls_that_know_of_it_and_its_order_can_be_closed()
    {
        var line = await SendOneAsync(kitchen.Line("Fries"));

        await kitchen.Calls.VoidAsync(new(Guid.CreateVersion7(), line.Id, "guest left"), kitchen.Waiter);

        var after = await ReadAsync(line);
        Assert.Equal((LineState.Void, "guest left", 2), (after.State, after.VoidReason, after.Tasks.Count));
        await kitchen.Orders.CloseAsync(new(Guid.CreateVersion7(), line.OrderId), kitchen.Waiter);
        Assert.Equal(2, (await kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), line.TicketId, null), kitchen.Cook)).Tasks);
    }

    [Fact]
    public async Task A_course_is_fired_and_held_on_every_ticket_of_the_order_and_of_no_other()
    {
        var (order, other) = (await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync());
        var tickets = new List<Guid>();
        foreach (var party in new[] { order, order, other })
            tickets.Add((await kitchen.Orders.SendAsync(TestKitchen.Ticket(party, kitchen.Line("Fries") with { Hold = true }, kitchen.Line("Plum crumble") with { Hold = true }), kitchen.Waiter)).TicketId);

        Assert.Equal(2, (await kitchen.Calls.FireAsync(new(Guid.CreateVersion7(), order, 2), kitchen.Waiter)).Portions);
        Assert.Equal(["Fired Held", "Fired Held", "Held Held"], await StatesAsync());
        Assert.Equal(0, (await kitchen.Calls.FireAsync(new(Guid.CreateVersion7(), order, 2), kitchen.Waiter)).Portions);
        await kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), tickets[0], [kitchen.Station("fry")]), kitchen.Cook);
        Assert.Equal(1, (await kitchen.Calls.HoldAsync(new(Guid.CreateVersion7(), order, 2), kitchen.Waiter)).Portions);
        Assert.Equal(["Fired Held", "Held Held", "Held Held"], await StatesAsync());
        await IsRefusedAsync("The kitchen has already begun with all of it, so it can no longer be held.", () => kitchen.Calls.HoldAsync(new(Guid.CreateVersion7(), order, 2), kitchen.Waiter));

        async Task<List<string>> StatesAsync()
        {
            var states = new List<string>();
            foreach (var ticket in tickets) states.Add(string.Join(' ', (await kitchen.ReadAsync(ticket)).Lines.Select(l => l.State)));
            return states;
        }
    }

    [Fact]
    public async Task A_party_moves_with_its_food_and_frees_the_table_that_it_leaves()
    {
        var (first, second, third) = (kitchen.Tables[0], kitchen.Tables[1], kitchen.Tables[2]);
        var open = TestKitchen.Open(first.Id, second.Id);
        await kitchen.Orders.OpenAsync(open, kitchen.Waiter);

        await kitchen.Calls.MoveAsync(new(Guid.CreateVersion7(), open.OrderId, [second.Id, third.Id]), kitchen.Waiter);

        await using var db = await kitchen.OpenDatabaseAsync();
        var seats = await db.OrderTables.AsNoTracking().Where(t => t.OrderId == open.OrderId).ToListAsync();
        Assert.Equal(new[] { second.Id, third.Id }.Order(), seats.Where(s => s.LeftAt is null).Select(s => s.TableId).Order());
        Assert.Equal([first.Id], seats.Where(s => s.LeftAt is not null).Select(s => s.TableId));
        var next = TestKitchen.Open(first.Id);
        await kitchen.Orders.OpenAsync(next, kitchen.Waiter);
        await IsRefusedAsync($"Table {third.Name} is already open. Choose it on the floor to see its order.", () => kitchen.Calls.MoveAsync(new(Guid.CreateVersion7(), next.OrderId, [third.Id]), kitchen.Waiter));
        var tab = await kitchen.OpenTabAsync();
        await IsRefusedAsync($"Table {first.Name} is already open. Choose it on the floor to see its order.", () => kitchen.Calls.MoveAsync(new(Guid.CreateVersion7(), tab, [first.Id]), kitchen.Waiter));
    }

    [Fact]
    public async Task What_cannot_be_called_is_refused_in_a_sentence_and_nothing_is_written()
    {
        var (calls, waiter) = (kitchen.Calls, kitchen.Waiter);
        var (line, served, voided) = (await SendOneAsync(kitchen.Line("Steak frites")), await SendOneAsync(kitchen.Line("Negroni")), await SendOneAsync(kitchen.Line("Fries")));
        var closed = await SendOneAsync(kitchen.Line("Espresso"));
        await kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), served.TicketId, null), kitchen.Cook);
        await kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), closed.TicketId, null), kitchen.Cook);
        await calls.VoidAsync(new(Guid.CreateVersion7(), voided.Id, null), waiter);
        await kitchen.Orders.CloseAsync(new(Guid.CreateVersion7(), closed.OrderId), waiter);
        var (nowhere, long_) = (Guid.CreateVersion7(), new string('x', 201));
        var takeAway = Guid.CreateVersion7();
        await kitchen.Orders.OpenAsync(new(Guid.CreateVersion7(), takeAway, OrderKind.TakeAway, [], "Mia", DateTimeOffset.UtcNow, 1), waiter);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update dishes set active = false where id = '{line.DishId}'");
        await IsRefusedAsync("Steak frites is not on the menu any more.", () => calls.AddAsync(new(Guid.CreateVersion7(), line.Id), waiter));
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update dishes set active = true where id = '{line.DishId}'");
        var before = await kitchen.ContentsAsync();

        await IsRefusedAsync("This line does not exist any more.", () => calls.ChangeAsync(new(Guid.CreateVersion7(), nowhere, [], null), waiter));
        await IsRefusedAsync("The note is too long for the kitchen. Keep it to 200 characters.", () => calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, [], long_), waiter));
        await IsRefusedAsync("^Steak frites: choose .*not offered with it any more", () => calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, [nowhere], null), waiter));
        await IsRefusedAsync("^Steak frites: choose", () => calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, null!, null), waiter));
        await IsRefusedAsync("already made", () => calls.ChangeAsync(new(Guid.CreateVersion7(), served.Id, [], "x"), waiter));
        await IsRefusedAsync("Fries was voided. Send a new one.", () => calls.AddAsync(new(Guid.CreateVersion7(), voided.Id), waiter));
        await IsRefusedAsync("has been served", () => calls.VoidAsync(new(Guid.CreateVersion7(), served.Id, null), waiter));
        await IsRefusedAsync("The reason is too long.", () => calls.VoidAsync(new(Guid.CreateVersion7(), line.Id, long_), waiter));
        await IsRefusedAsync("This order is closed. Open the table again.", () => calls.AddAsync(new(Guid.CreateVersion7(), closed.Id), waiter));
        await IsRefusedAsync("There is no course 9.", () => calls.FireAsync(new(Guid.CreateVersion7(), line.OrderId, 9), waiter));
        await IsRefusedAsync("This order does not exist.", () => calls.HoldAsync(new(Guid.CreateVersion7(), nowhere, 2), waiter));
        await IsRefusedAsync("Choose a table first.", () => calls.MoveAsync(new(Guid.CreateVersion7(), line.OrderId, null!), waiter));
        await IsRefusedAsync("This table does not exist.", () => calls.MoveAsync(new(Guid.CreateVersion7(), line.OrderId, [nowhere]), waiter));
        await IsRefusedAsync("A take-away has no table.", () => calls.MoveAsync(new(Guid.CreateVersion7(), takeAway, [kitchen.Tables[9].Id]), waiter));
        await IsRefusedAsync("You may not do this.", () => calls.VoidAsync(new(Guid.CreateVersion7(), line.Id, null), kitchen.Cook));

        Assert.Equal(before, await kitchen.ContentsAsync());
    }

    [Fact]
    public async Task A_detour_counts_from_the_next_send_on_and_only_for_its_kind_of_order()
    {
        var (fry, cold, detour) = (kitchen.Station("fry"), kitchen.Station("cold"), Guid.CreateVersion7());
        await kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), detour, null, fry, cold, "Tab", null, null), kitchen.Manager);
        var table = TestKitchen.Open(kitchen.Tables[8].Id);
        await kitchen.Orders.OpenAsync(table, kitchen.Waiter);

        Assert.Equal(cold, (await SendOneAsync(kitchen.Line("Fries"))).Tasks[0].StationId);
        var seated = await kitchen.Orders.SendAsync(TestKitchen.Ticket(table.OrderId, kitchen.Line("Fries")), kitchen.Waiter);
        Assert.Equal(fry, (await kitchen.ReadAsync(seated.TicketId)).Lines[0].Tasks[0].StationId);
        // Both steps of the cod now lead to one station: there it is one task, as long as the longer.
        Assert.Equal([480, 60], (await SendOneAsync(kitchen.Line("Beer-battered cod, fries"))).Tasks.Select(t => t.PrepSeconds));

        await kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), detour, null, fry, null, null, null, null), kitchen.Manager);
        Assert.Equal(fry, (await SendOneAsync(kitchen.Line("Fries"))).Tasks[0].StationId);
    }

    private async Task<Line> SendOneAsync(SendLine line) => (await kitchen.ReadAsync((await kitchen.SendAsync(line)).TicketId)).Lines[0];

    private async Task<Line> ReadAsync(Line line) => (await kitchen.ReadAsync(line.TicketId)).Lines.Single(l => l.Id == line.Id);

    private static async Task IsRefusedAsync(string sentence, Func<Task> call)
    {
        Assert.Matches(sentence, (await Assert.ThrowsAsync<Refusal>(call)).Message);
    }
}
