using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Inventory;

/// <summary>What the office reads of the stock, and what of it somebody has to look at.</summary>
public sealed class StockListTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Steak frites";

    private readonly StockList stocks = new(new Reading(store.Kitchen));
    private readonly StockWorries worries = new(new Reading(store.Kitchen), TimeProvider.System);

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task The_list_finds_by_a_part_of_the_name_and_tells_how_an_item_is_sold()
    {
        var id = Guid.CreateVersion7();
        await store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, "Rocket 100%_a", BaseUnit.Gram, [], [], NearlyOutAt: 250), Kitchen.Manager);
        await store.ReceiveAsync(id, 240);
        await store.GuardAsync(id);

        var row = Assert.Single(await stocks.FindAsync("cket 100%_"));

        Assert.Equal(new StockRow(id, "Rocket 100%_a", BaseUnit.Gram, 240, 0, IsStrict: true, IsLimiting: true, IsNearlyOut: true, IsShort: false, Active: true), row);
        Assert.Empty(await stocks.FindAsync("Rocket 100__"));
    }

    [Fact]
    public async Task The_lots_come_in_the_order_in_which_they_go_and_the_ledger_newest_first()
    {
        var item = await store.ItemAsync();
        var later = await store.ReceiveAsync(item, 3, bestBefore: Day(9));
        var first = await store.ReceiveAsync(item, 2, useBy: Day(2));
        await store.Inventory.WasteAsync(new(Guid.CreateVersion7(), item, null, 1, "pc", "dropped"), Kitchen.Cook);

        Assert.Equal([(first, 1m), (later, 3m)], (await stocks.LotsAsync(item)).Select(l => (l.LotId, l.OnHand)));
        var ledger = await stocks.LedgerAsync(item);
        Assert.Equal(["Wasted", "Received", "Received"], ledger.Select(r => r.Kind));
        Assert.Equal(("Henk", "dropped", -1m, true), (ledger[0].Who, ledger[0].Reason, ledger[0].OnHandDelta, ledger[0].CanBeReversed));

        await store.Inventory.CorrectAsync(new(Guid.CreateVersion7(), ledger[0].Id, ledger[0].At, "it was another one"), Kitchen.Manager);
        ledger = await stocks.LedgerAsync(item);
        Assert.Equal([("Corrected", false), ("Wasted", false)], ledger.Take(2).Select(r => (r.Kind, r.CanBeReversed)));
        Assert.True(ledger[1].IsReversed);
    }

    [Fact]
    public async Task A_count_that_finds_less_than_is_promised_is_a_worry_with_its_tickets()
    {
        var item = await SteakAsync();
        await store.ReceiveAsync(item, 5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 3));
        await store.CountAsync(item, 1);

        var worry = (await worries.ShortAsync()).Single(s => s.ItemId == item);
        Assert.Equal((1m, 3m, $"{ticket.Number}"), (worry.OnHand, worry.Reserved, worry.Tickets));
        Assert.True((await stocks.FindAsync(worry.Name)).Single().IsShort);
    }

    [Fact]
    public async Task What_was_used_and_not_in_stock_is_told_until_it_is_undone()
    {
        var item = await SteakAsync();
        await store.ReceiveAsync(item, 1, price: 7);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 3));
        var bump = Guid.CreateVersion7();
        await Kitchen.Cooks.BumpAsync(new(bump, ticket.TicketId, null), Kitchen.Cook);

        var used = (await worries.UsedAsync()).Where(u => u.ItemId == item).ToList();
        Assert.Equal((2m, 14m), (used.Sum(u => u.Quantity), used.Sum(u => u.Worth)));
        Assert.All(used, u => Assert.Equal((ticket.Number, Dish), (u.Ticket, u.Dish)));

        await Kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), ticket.TicketId, bump), Kitchen.Cook);
        Assert.DoesNotContain(await worries.UsedAsync(), u => u.ItemId == item);
    }

    [Fact]
    public async Task Lots_that_are_kept_back_or_over_their_date_are_told()
    {
        var item = await store.ItemAsync();
        var (kept, proposed, old, fine) = (await store.ReceiveAsync(item, 1), await store.ReceiveAsync(item, 1), await store.ReceiveAsync(item, 1, bestBefore: Day(1)), await store.ReceiveAsync(item, 1, bestBefore: Day(5)));
        foreach (var lot in new[] { kept, proposed }) await store.Lots.QuarantineAsync(new(Guid.CreateVersion7(), lot, "smells"), Kitchen.Cook);
        await store.Lots.ReleaseAsync(new(Guid.CreateVersion7(), proposed), Kitchen.Cook);
        await Sql.RunAsync(Kitchen.Connections.KitchenOwner, $"update lots set best_before = best_before - 4 where id = '{old}'");

        var told = (await worries.LotsAsync()).Where(l => l.ItemId == item).ToDictionary(l => l.LotId, l => l.State);

        Assert.Equal((LotState.Quarantined, LotState.ReleaseProposed, LotState.Usable, false), (told[kept], told[proposed], told[old], told.ContainsKey(fine)));
    }

    private async Task<Guid> SteakAsync()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (item, 1));
        return item;
    }

    private static DateOnly Day(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days);
}
