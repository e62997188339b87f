using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

/// <summary>What a ticket does to the stock, from the send to the bump.</summary>
public sealed class PromiseTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Steak frites", Other = "Padrón peppers", Drink = "Negroni";

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_send_promises_and_whoever_begins_first_takes()
    {
        var (steak, lot) = await SteakAsync(10);

        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 2));
        Assert.Equal((10, 2), await store.StockAsync(steak));

        await Kitchen.Cooks.StartAsync(new(Guid.CreateVersion7(), ticket.TicketId, null, await LinesAsync(ticket)), Kitchen.Cook);
        Assert.Equal((8, 0), await store.StockAsync(steak));
        Assert.Equal(8, await store.LeftAsync(lot));

        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);
        Assert.Equal((8, 0), await store.StockAsync(steak));
        Assert.Equal(2, (await store.LedgerAsync(steak)).Count(m => m.Kind == MovementKind.Consumed));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_bump_without_a_start_takes_and_its_undo_puts_back_onto_the_same_lot()
    {
        var (steak, lot) = await SteakAsync(5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish));
        var bump = new BumpTicket(Guid.CreateVersion7(), ticket.TicketId, null);
        await Kitchen.Cooks.BumpAsync(bump, Kitchen.Cook);
        Assert.Equal((4, 0), await store.StockAsync(steak));

        await Kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), ticket.TicketId, bump.Id), Kitchen.Cook);

        Assert.Equal((5, 1), await store.StockAsync(steak));
        Assert.Equal(5, await store.LeftAsync(lot));
        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);
        Assert.Equal((4, 0), await store.StockAsync(steak));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_recall_takes_nothing_and_gives_nothing_back_but_a_remake_wastes_the_first_portion()
    {
        var (steak, _) = await SteakAsync(5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish));
        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);

        await Kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);
        Assert.Equal((4, 0), await store.StockAsync(steak));

        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);
        await Kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), ticket.TicketId, null, Restart: true), Kitchen.Cook);
        Assert.Equal((4, 1), await store.StockAsync(steak));
        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);

        Assert.Equal((3, 0), await store.StockAsync(steak));
        Assert.Equal(-1, (await store.LedgerAsync(steak)).Where(m => m.Kind == MovementKind.Wasted).Sum(m => m.OnHandDelta));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_void_before_the_start_releases_and_after_it_somebody_has_to_say_what_becomes_of_it()
    {
        var (steak, _) = await SteakAsync(5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 3));
        var lines = await LinesAsync(ticket);
        await VoidAsync(lines[0]);
        Assert.Equal((5, 2), await store.StockAsync(steak));

        await Kitchen.Cooks.StartAsync(new(Guid.CreateVersion7(), ticket.TicketId, null, lines), Kitchen.Cook);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => VoidAsync(lines[1]));
        Assert.Contains("wasted or goes back", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((3, 0), await store.StockAsync(steak));

        await VoidAsync(lines[1], isWasted: false);
        Assert.Equal((4, 0), await store.StockAsync(steak));
        await VoidAsync(lines[2], isWasted: true);
        Assert.Equal((4, 0), await store.StockAsync(steak));
        Assert.Equal(-1, (await store.LedgerAsync(steak)).Where(m => m.Kind == MovementKind.Wasted).Sum(m => m.OnHandDelta));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task What_is_strict_is_never_promised_twice_and_the_refusal_names_everything_that_is_short()
    {
        var (steak, _) = await SteakAsync(3);
        await store.GuardAsync(steak);
        var pepper = await store.ItemAsync(BaseUnit.Gram);
        await store.MakeOfAsync(Other, (pepper, 120));
        await store.ReceiveAsync(pepper, 250);
        await store.GuardAsync(pepper);

        await Kitchen.SendAsync(Kitchen.Line(Dish, 2));
        var before = await Kitchen.CountAsync("tickets");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line(Dish, 2), Kitchen.Line(Other, 3), Kitchen.Line("Fries")));

        Assert.Equal([new(Kitchen.Dish(Dish).Id, 1), new(Kitchen.Dish(Other).Id, 2)], refusal.ShortDishes);
        Assert.Contains("enough for 1 portion", refusal.Reasons[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("enough for 2 portions", refusal.Reasons[1].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await Kitchen.CountAsync("tickets"));
        Assert.Equal(((3, 2), (250, 0)), (await store.StockAsync(steak), await store.StockAsync(pepper)));
        await Kitchen.SendAsync(Kitchen.Line(Dish, 1), Kitchen.Line(Other, 2), Kitchen.Line("Fries"));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task What_is_not_strict_may_run_short_and_the_cook_who_uses_what_is_not_there_is_booked_as_a_difference()
    {
        var (steak, _) = await SteakAsync(1);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 3));
        Assert.Equal((1, 3), await store.StockAsync(steak));

        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);

        Assert.Equal((0, 0), await store.StockAsync(steak));
        Assert.Equal(2, (await store.LedgerAsync(steak)).Where(m => m.Kind == MovementKind.Counted && m.LotId is null).Sum(m => m.OnHandDelta));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task One_more_and_an_extra_are_guarded_as_a_send_is()
    {
        var (steak, _) = await SteakAsync(2);
        var egg = await store.ItemAsync();
        await store.ReceiveAsync(egg, 1);
        await store.GuardAsync(egg);
        await store.GuardAsync(steak);
        var group = Kitchen.Dish(Dish).Groups.SelectMany(g => g.Group!.Modifiers).First(m => m.Kind == KitchenDisplay.Core.Menu.ModifierKind.Extra);
        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), group.Id, [new(egg, 1, "pc")]), Kitchen.Manager);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish));
        var line = (await Kitchen.ReadAsync(ticket.TicketId)).Lines.Single();

        var with = new ChangeLine(Guid.CreateVersion7(), line.Id, [.. line.Modifiers.Select(m => m.Id), group.Id], null);
        await Kitchen.Calls.ChangeAsync(with, Kitchen.Waiter);
        Assert.Equal((1, 1), await store.StockAsync(egg));
        var added = await Assert.ThrowsAsync<Refusal>(() => Kitchen.Calls.AddAsync(new(Guid.CreateVersion7(), line.Id), Kitchen.Waiter));
        Assert.Contains("sold out", added.Message, StringComparison.Ordinal);

        await Kitchen.Calls.ChangeAsync(with with { Id = Guid.CreateVersion7(), Modifiers = [.. line.Modifiers.Select(m => m.Id)] }, Kitchen.Waiter);
        Assert.Equal((1, 0), await store.StockAsync(egg));
        await Kitchen.Calls.AddAsync(new(Guid.CreateVersion7(), line.Id), Kitchen.Waiter);
        await Assert.ThrowsAsync<Refusal>(() => Kitchen.Calls.AddAsync(new(Guid.CreateVersion7(), line.Id), Kitchen.Waiter));
        Assert.Equal((2, 2), await store.StockAsync(steak));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task What_nobody_prepares_is_taken_when_it_is_sent()
    {
        var dish = Kitchen.Dishes.First(d => d.Steps.Count == 0);
        var bottle = await store.ItemAsync();
        await store.MakeOfAsync(dish.Name, (bottle, 1));
        await store.ReceiveAsync(bottle, 4);

        await Kitchen.SendAsync(Kitchen.Line(dish.Name, 3));

        Assert.Equal((1, 0), await store.StockAsync(bottle));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_dish_that_is_counted_by_hand_counts_down_and_a_void_gives_back()
    {
        var dish = Kitchen.Dish(Drink).Id;
        await store.Availability.CountAsync(new(Guid.CreateVersion7(), dish, 2), Kitchen.Cook);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Drink, 2));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line(Drink)));
        Assert.Contains("sold out", refusal.Message, StringComparison.Ordinal);
        await VoidAsync((await LinesAsync(ticket))[0]);
        await Kitchen.SendAsync(Kitchen.Line(Drink));
        await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line(Drink)));

        await store.Availability.CountAsync(new(Guid.CreateVersion7(), dish, null), Kitchen.Cook);
        await Kitchen.SendAsync(Kitchen.Line(Drink, 5));
    }

    private async Task<(Guid Item, Guid Lot)> SteakAsync(decimal quantity)
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (item, 1));
        return (item, await store.ReceiveAsync(item, quantity, price: quantity * 7));
    }

    private async Task<Guid[]> LinesAsync(TicketSent ticket) => [.. (await Kitchen.ReadAsync(ticket.TicketId)).Lines.Select(l => l.Id)];

    private Task<LineChanged> VoidAsync(Guid line, bool? isWasted = null) => Kitchen.Calls.VoidAsync(new(Guid.CreateVersion7(), line, "changed their minds", isWasted), Kitchen.Waiter);
}
