using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory.Waste;

public sealed class WasteServiceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private static readonly byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_dish_takes_all_that_is_in_it_and_is_worth_what_that_cost()
    {
        var (meat, butter) = (await store.ItemAsync(), await store.ItemAsync(BaseUnit.Gram));
        await store.MakeOfAsync("Steak frites", (meat, 1), (butter, 30));
        await store.ReceiveAsync(meat, 10, 50);
        await store.ReceiveAsync(butter, 1000, 10);
        var command = Dish("Steak frites", 2, WasteReason.Burnt, "forgotten", jpeg);

        var thrown = await store.Waste.ThrowAwayAsync(command, Kitchen.Cook);
        Assert.Equal(thrown, await store.Waste.ThrowAwayAsync(command, Kitchen.Cook));

        Assert.Equal((10.6m, 2), (thrown.Worth, thrown.Items));
        Assert.Equal(((8m, 0m), (940m, 0m)), (await store.StockAsync(meat), await store.StockAsync(butter)));
        Assert.All((await store.LedgerAsync(meat)).Where(m => m.Kind == MovementKind.Wasted), m => Assert.Equal("Burnt: forgotten", m.Reason));
        await using var db = await Kitchen.OpenDatabaseAsync();
        var photo = await db.Set<WastePhoto>().AsNoTracking().SingleAsync(p => p.WasteId == command.Id);
        Assert.Equal("image/jpeg", photo.ContentType);
        Assert.Equal(jpeg, photo.Bytes);
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_plate_that_was_there_is_wasted_whatever_the_ledger_thinks()
    {
        var meat = await store.ItemAsync();
        await store.MakeOfAsync("Steak frites", (meat, 1));
        await store.ReceiveAsync(meat, 2, 10);

        await store.Waste.ThrowAwayAsync(Dish("Steak frites", 3, WasteReason.Dropped), Kitchen.Cook);

        Assert.Equal((0, 0), await store.StockAsync(meat));
        Assert.Equal(3, -(await store.LedgerAsync(meat)).Where(m => m.Kind == MovementKind.Wasted).Sum(m => m.OnHandDelta));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task Of_an_item_no_more_than_there_is_and_what_is_kept_back_first_of_all()
    {
        var item = await store.ItemAsync(BaseUnit.Gram);
        var lot = await store.ReceiveAsync(item, 500, 5);
        await store.ReceiveAsync(item, 500, 5);
        await store.Lots.QuarantineAsync(new(New(), lot, "smells"), Kitchen.Cook);

        await RefusedAsync("500 is all", () => store.Waste.ThrowAwayAsync(Item(item, 1, "kg"), Kitchen.Cook));
        await store.Waste.ThrowAwayAsync(Item(item, 0.5m, "kg") with { LotId = lot }, Kitchen.Cook);

        Assert.Equal(0, await store.LeftAsync(lot));
        Assert.Equal((500, 0), await store.StockAsync(item));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task What_is_no_picture_or_has_no_reason_is_refused_and_nothing_is_written()
    {
        var item = await store.ItemAsync();
        await store.ReceiveAsync(item, 5);
        var before = await Kitchen.ContentsAsync();

        await RefusedAsync("no photo", () => store.Waste.ThrowAwayAsync(Item(item, 1, "pc") with { Photo = "<svg onload=alert(1)>"u8.ToArray() }, Kitchen.Cook));
        await RefusedAsync("larger than 6 MB", () => store.Waste.ThrowAwayAsync(Item(item, 1, "pc") with { Photo = [.. jpeg, .. new byte[Picture.Most]] }, Kitchen.Cook));
        await RefusedAsync("Write why", () => store.Waste.ThrowAwayAsync(Item(item, 1, "pc") with { Reason = WasteReason.Other, Note = " " }, Kitchen.Cook));
        await RefusedAsync("an item or a dish", () => store.Waste.ThrowAwayAsync(Item(item, 1, "pc") with { DishId = New() }, Kitchen.Cook));
        await RefusedAsync("what Fries is made of", () => store.Waste.ThrowAwayAsync(Dish("Fries", 1, WasteReason.Burnt), Kitchen.Cook));
        await RefusedAsync("part of a portion", () => store.Waste.ThrowAwayAsync(Dish("Fries", 0, WasteReason.Burnt), Kitchen.Cook));
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => store.Waste.ThrowAwayAsync(Item(item, 1, "pc"), Kitchen.Waiter))).Denied);

        Assert.Equal(before, await Kitchen.ContentsAsync());
    }

    [Theory]
    [InlineData("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xDB })]
    [InlineData("image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0 })]
    [InlineData("image/webp", new byte[] { 0x52, 0x49, 0x46, 0x46, 1, 1, 1, 1, 0x57, 0x45, 0x42, 0x50, 0x56 })]
    [InlineData(null, new byte[] { 0x47, 0x49, 0x46, 0x38 })]
    [InlineData(null, new byte[] { 0x52, 0x49, 0x46, 0x46, 1, 1, 1, 1, 0x57, 0x41, 0x56, 0x45, 0x56 })]
    [InlineData(null, new byte[] { })]
    public void A_picture_is_known_by_its_bytes(string? type, byte[] bytes) => Assert.Equal(type, Picture.TypeOf(bytes));

    private static ThrowAway Item(Guid item, decimal quantity, string unit) => new(New(), item, null, null, quantity, unit, WasteReason.Spoiled, null, null);

    private ThrowAway Dish(string dish, decimal portions, WasteReason reason, string? note = null, byte[]? photo = null) => new(New(), null, Kitchen.Dish(dish).Id, null, portions, null, reason, note, photo);

    private static Guid New() => Guid.CreateVersion7();

    private static async Task RefusedAsync(string words, Func<Task> what) => Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(what)).Message, StringComparison.Ordinal);
}
