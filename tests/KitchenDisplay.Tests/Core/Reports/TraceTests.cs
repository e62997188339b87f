using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Reports;

/// <summary>From a lot to the tables, and from a ticket to the lots.</summary>
public sealed class TraceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Steak frites";

    private readonly Trace trace = new(new Reading(store.Kitchen));

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_lot_leads_to_the_tickets_and_tables_that_ate_of_it_and_a_ticket_to_its_lots()
    {
        var steak = await SteakAsync();
        var first = await store.ReceiveAsync(steak, 2, useBy: Day(3));
        var second = await store.ReceiveAsync(steak, 5, useBy: Day(6));
        var table = Kitchen.Tables.First(t => t.Name == "5").Id;
        var open = TestKitchen.Open(table);
        await Kitchen.Orders.OpenAsync(open, Kitchen.Waiter);
        var ticket = await Kitchen.Orders.SendAsync(TestKitchen.Ticket(open.OrderId, Kitchen.Line(Dish, 3)), Kitchen.Waiter);
        Assert.Empty(await trace.LotsOfAsync(ticket.Number));
        await BumpAsync(ticket.TicketId);

        var eaten = await trace.TicketsAsync(first);
        Assert.Equal(2, eaten.Count);
        Assert.All(eaten, e => Assert.Equal((ticket.Number, "5", Dish, 1m, "Piece"), (e.Ticket, e.Table, e.Dish, e.Quantity, e.Unit)));
        Assert.Single(await trace.TicketsAsync(second));
        var lots = await trace.LotsOfAsync(ticket.Number);
        Assert.Equal([first, first, second], lots.Select(l => l.LotId!.Value).Order().ToArray().OrderBy(l => l == second));
        Assert.All(lots, l => Assert.Null(l.MixedFrom));
    }

    [Fact]
    public async Task What_was_put_back_was_not_eaten_of()
    {
        var steak = await SteakAsync();
        var lot = await store.ReceiveAsync(steak, 5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish));
        var bump = await BumpAsync(ticket.TicketId);
        await Kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), ticket.TicketId, bump), Kitchen.Cook);

        Assert.Empty(await trace.TicketsAsync(lot));
        Assert.Empty(await trace.LotsOfAsync(ticket.Number));
    }

    [Fact]
    public async Task A_lot_that_was_split_and_merged_is_followed_but_only_from_then_on()
    {
        var steak = await SteakAsync();
        var bad = await store.ReceiveAsync(steak, 4, useBy: Day(9));
        var other = await store.ReceiveAsync(steak, 4, useBy: Day(2));
        var before = await Kitchen.SendAsync(Kitchen.Line(Dish));
        await BumpAsync(before.TicketId);
        var part = Guid.CreateVersion7();
        await store.Lots.SplitAsync(new(Guid.CreateVersion7(), bad, store.Shelf, part, "repacked", 2, "pc"), Kitchen.Manager);
        await store.Lots.MergeAsync(new(Guid.CreateVersion7(), part, other), Kitchen.Manager);
        var after = await Kitchen.SendAsync(Kitchen.Line(Dish));
        await BumpAsync(after.TicketId);

        Assert.Equal(after.Number, Assert.Single(await trace.TicketsAsync(bad)).Ticket);
        Assert.Equal([after.Number, before.Number], (await trace.TicketsAsync(other)).Select(t => t.Ticket));
        Assert.Null(Assert.Single(await trace.LotsOfAsync(before.Number)).MixedFrom);
        Assert.Contains("repacked", Assert.Single(await trace.LotsOfAsync(after.Number)).MixedFrom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_in_stock_is_told_without_a_lot()
    {
        var steak = await SteakAsync();
        await store.ReceiveAsync(steak, 1);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 2));
        await BumpAsync(ticket.TicketId);

        Assert.Equal([false, true], (await trace.LotsOfAsync(ticket.Number)).Select(l => l.LotId is null).Order());
    }

    [Fact]
    public async Task A_lot_is_found_by_a_part_of_its_code()
    {
        var item = await store.ItemAsync();
        var lot = Guid.CreateVersion7();
        await store.Inventory.ReceiveAsync(new(Guid.CreateVersion7(), lot, item, store.Shelf, "L_77%b", 1, "pc", 0), Kitchen.Manager);

        Assert.Equal(lot, Assert.Single(await trace.LotsAsync("_77%B")).LotId);
        Assert.Empty(await trace.LotsAsync("  "));
        Assert.Equal("L_77%b", (await trace.LotAsync(lot))?.Code);
    }

    private async Task<Guid> SteakAsync()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (item, 1));
        return item;
    }

    private async Task<Guid> BumpAsync(Guid ticket)
    {
        var bump = Guid.CreateVersion7();
        await Kitchen.Cooks.BumpAsync(new(bump, ticket, null), Kitchen.Cook);
        return bump;
    }

    private static DateOnly Day(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);
}
