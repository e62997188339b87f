using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Reports;

public sealed class MorningTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task The_sheet_names_what_expires_and_what_was_out_within_three_days()
    {
        var soon = await store.ItemAsync();
        await store.ReceiveAsync(soon, 2, 8, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));
        await store.ReceiveAsync(soon, 7, 28, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40));
        var (gone, back) = (Kitchen.Dish("Octopus, potato, paprika").Id, Kitchen.Dish("Steak frites").Id);
        await store.Availability.EightySixAsync(new(Guid.CreateVersion7(), gone, null, null, OutUntil.Restored, true), Kitchen.Cook);
        var it = await store.Availability.EightySixAsync(new(Guid.CreateVersion7(), back, null, null, OutUntil.EndOfDay, true), Kitchen.Cook);
        await store.Availability.RestoreAsync(new(Guid.CreateVersion7(), it.EightySixId), Kitchen.Cook);

        var today = await SheetAsync(0);
        var later = await SheetAsync(4);

        Assert.Equal(2, Assert.Single(today.Expiring, l => l.ItemId == soon).OnHand);
        Assert.Equal([(null, "Octopus, potato, paprika"), (true, "Steak frites")], today.Out.Select(o => (o.RestoredAt is null ? (bool?)null : true, o.Name)));
        Assert.All(today.Out, o => Assert.Equal("Dish", o.Kind));
        Assert.Equal("Octopus, potato, paprika", Assert.Single(later.Out).Name);
    }

    [Fact]
    public async Task What_is_promised_and_not_there_comes_first()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync("Fries", (item, 1));
        await store.ReceiveAsync(item, 3);
        await Kitchen.SendAsync(Kitchen.Line("Fries", 3));
        await store.CountAsync(item, 1);

        Assert.Equal((1m, 3m), Assert.Single((await SheetAsync(0)).Promised, s => s.ItemId == item) is var row ? (row.OnHand, row.Reserved) : default);
    }

    private async Task<MorningSheet> SheetAsync(int later)
    {
        var (contexts, clock) = (new Reading(Kitchen), new LaterClock(TimeSpan.FromDays(later)));
        return (await new Morning(contexts, new StockWorries(contexts, clock), new OrderSuggestions(contexts, clock), new OrderList(contexts), new StoreFigures(contexts, clock), clock).ReadAsync())!;
    }
}
