using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class InventoryServiceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private TestKitchen Kitchen => store.Kitchen;

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task Absurd_input_is_refused_in_words_and_nothing_is_written()
    {
        var item = await store.ItemAsync(BaseUnit.Gram, new SavedMeasure(1, "bunch", 85, "g"));
        var lot = await store.ReceiveAsync(item, 100);
        var before = await Kitchen.ContentsAsync();
        var receive = new ReceiveStock(Guid.CreateVersion7(), Guid.CreateVersion7(), item, store.Shelf, "L1", 1, "kg", 5);

        await RefusedAsync("above 0", () => store.Inventory.ReceiveAsync(receive with { Id = New(), Quantity = -1 }, Kitchen.Manager));
        await RefusedAsync("above 0", () => store.Inventory.ReceiveAsync(receive with { Id = New(), Quantity = 1_000_000_001 }, Kitchen.Manager));
        await RefusedAsync("cost", () => store.Inventory.ReceiveAsync(receive with { Id = New(), Price = -1 }, Kitchen.Manager));
        await RefusedAsync("ml", () => store.Inventory.ReceiveAsync(receive with { Id = New(), Unit = "ml" }, Kitchen.Manager));
        await RefusedAsync("is over", () => store.Inventory.ReceiveAsync(receive with { Id = New(), UseBy = Today.AddDays(-2) }, Kitchen.Manager));
        await RefusedAsync("is over", () => store.Inventory.ReceiveAsync(receive with { Id = New(), BestBefore = Today.AddDays(-2) }, Kitchen.Manager));
        await RefusedAsync("too far away", () => store.Inventory.ReceiveAsync(receive with { Id = New(), UseBy = Today.AddYears(90) }, Kitchen.Manager));
        await RefusedAsync("already been entered", () => store.Inventory.ReceiveAsync(receive with { Id = New(), LotId = lot }, Kitchen.Manager));
        await RefusedAsync("does not exist", () => store.Inventory.ReceiveAsync(receive with { Id = New(), PlaceId = New() }, Kitchen.Manager));
        await RefusedAsync("count from 0", () => store.Inventory.CountAsync(new(New(), item, null, null, -1, "g"), Kitchen.Cook));
        await RefusedAsync("There is not so much", () => store.Inventory.WasteAsync(new(New(), item, null, 101, "g", "burnt"), Kitchen.Cook));
        await RefusedAsync("Say why", () => store.Inventory.WasteAsync(new(New(), item, null, 1, "g", " "), Kitchen.Cook));
        await RefusedAsync("inside of itself", () => store.Inventory.SavePlaceAsync(new(New(), store.Shelf, store.Shelf, "Circle"), Kitchen.Manager));
        await RefusedAsync("100 is all", () => store.Lots.TransferAsync(new(New(), lot, store.Shelf, store.Shelf, 1, "kg"), Kitchen.Cook));

        Assert.Equal(before, await Kitchen.ContentsAsync());
    }

    [Fact]
    public async Task A_delivery_in_bunches_is_kept_in_grams_and_costs_per_gram()
    {
        var item = await store.ItemAsync(BaseUnit.Gram, new SavedMeasure(1, "bunch", 85, "g"));
        var lot = Guid.CreateVersion7();

        await store.Inventory.ReceiveAsync(new(New(), lot, item, store.Shelf, "P-7", 4, "bunch", 6.8m), Kitchen.Cook);

        Assert.Equal((340, 0), await store.StockAsync(item));
        await using var db = await Kitchen.OpenDatabaseAsync();
        Assert.Equal(0.02m, (await db.Lots.SingleAsync(l => l.Id == lot)).UnitCost);
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_count_makes_strict_and_one_that_finds_less_than_is_promised_names_the_tickets_instead()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync("Steak frites", (item, 1));
        await store.ReceiveAsync(item, 10);
        var ticket = await Kitchen.SendAsync(Kitchen.Line("Steak frites", 4));

        var more = await store.CountAsync(item, 12);
        Assert.Equal((2, true), (more.Difference, more.IsStrict));
        var less = await store.CountAsync(item, 3);

        Assert.Equal((-9, false), (less.Difference, less.IsStrict));
        Assert.Equal([ticket.Number], less.Tickets);
        Assert.Equal((3, 4), await store.StockAsync(item));
        await using var db = await Kitchen.OpenDatabaseAsync();
        Assert.NotNull((await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == item)).ShortAt);
        await store.BalancesAsync();
    }

    [Fact]
    public async Task What_is_kept_back_is_not_cooked_and_only_a_manager_confirms_that_it_may_be_again()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync("Steak frites", (item, 1));
        var (bad, good) = (await store.ReceiveAsync(item, 5, useBy: Today.AddDays(1)), await store.ReceiveAsync(item, 5, useBy: Today.AddDays(9)));
        await store.Lots.QuarantineAsync(new(New(), bad, "smells"), Kitchen.Cook);
        Assert.Equal((5, 0), await store.StockAsync(item));

        var ticket = await Kitchen.SendAsync(Kitchen.Line("Steak frites", 2));
        await Kitchen.Cooks.BumpAsync(new(New(), ticket.TicketId, null), Kitchen.Cook);
        Assert.Equal((5, 3), (await store.LeftAsync(bad), await store.LeftAsync(good)));

        Assert.Equal(LotState.ReleaseProposed, (await store.Lots.ReleaseAsync(new(New(), bad), Kitchen.Cook)).State);
        Assert.Equal((3, 0), await store.StockAsync(item));
        Assert.Equal(LotState.Usable, (await store.Lots.ReleaseAsync(new(New(), bad), Kitchen.Manager)).State);
        Assert.Equal((8, 0), await store.StockAsync(item));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_row_is_reversed_by_another_row_once_and_only_while_nothing_of_it_was_used()
    {
        var item = await store.ItemAsync();
        await store.ReceiveAsync(item, 5);
        var row = Assert.Single(await store.LedgerAsync(item));

        await store.Inventory.CorrectAsync(new(New(), row.Id, row.At, "typed twice"), Kitchen.Manager);
        await RefusedAsync("already been reversed", () => store.Inventory.CorrectAsync(new(New(), row.Id, row.At, "again"), Kitchen.Manager));
        Assert.Equal((0, 0), await store.StockAsync(item));

        await store.ReceiveAsync(item, 5);
        var second = (await store.LedgerAsync(item))[^1];
        await store.Inventory.WasteAsync(new(New(), item, null, 1, "pc", "fell down"), Kitchen.Cook);
        await RefusedAsync("has been used", () => store.Inventory.CorrectAsync(new(New(), second.Id, second.At, "wrong"), Kitchen.Manager));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task The_ledger_is_only_ever_added_to()
    {
        var item = await store.ItemAsync();
        await store.ReceiveAsync(item, 5);

        var app = Kitchen.Connections.Kitchen;
        foreach (var sql in new[] { "update movements set on_hand_delta = 0", "delete from movements" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Sql.RunAsync(app, sql))).SqlState);
    }

    private static Guid New() => Guid.CreateVersion7();

    private static async Task RefusedAsync(string words, Func<Task> what) => Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(what)).Message, StringComparison.Ordinal);
}
