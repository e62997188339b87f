using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Reports;

public sealed class ItemHistoryTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Steak frites";

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_day_tells_what_came_and_where_it_went_and_lasts_until_something_changes()
    {
        var steak = await BusyDayAsync();

        var today = (await DaysAsync(steak, 0))[^1];
        var later = await DaysAsync(steak, 2);

        Assert.Equal((10m, 3m, 1m, -2m, -1m, 3m), (today.Received, today.Used, today.Wasted, today.Counted, today.Else, today.OnHand));
        Assert.Equal([0m, 0m, 0m, 0m, 3m, 3m, 3m], later.Select(d => d.OnHand));
        Assert.Equal(today, later[4]);
        Assert.Equal(0, later[5].Used + later[5].Received);
    }

    [Fact]
    public async Task What_was_bumped_and_taken_back_was_not_used()
    {
        var steak = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (steak, 1));
        await store.ReceiveAsync(steak, 5);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 2));
        var bump = Guid.CreateVersion7();
        await Kitchen.Cooks.BumpAsync(new(bump, ticket.TicketId, null), Kitchen.Cook);
        await Kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), ticket.TicketId, bump), Kitchen.Cook);

        Assert.Equal((0m, 5m), (await DaysAsync(steak, 0))[^1] is var day ? (day.Used, day.OnHand) : default);
    }

    [Fact]
    public async Task An_item_that_nobody_knows_has_no_days() => Assert.Empty(await DaysAsync(Guid.CreateVersion7(), 0));

    [Fact]
    public async Task The_figures_value_what_was_used_wasted_and_found_missing()
    {
        var steak = await BusyDayAsync();
        var figures = new StoreFigures(new Reading(Kitchen), TimeProvider.System);

        var gap = (await figures.GapsAsync(7)).Single(g => g.ItemId == steak);
        var today = (await figures.UsageAsync(7))[^1];
        var lots = await figures.ExpiringAsync(7);

        Assert.Equal((3m, 6m, 3m, 12m), (gap.Theoretical, gap.Actual, gap.Gap, gap.Worth));
        Assert.True(today.Used >= 12 && today.Wasted >= 4);
        Assert.Contains(lots, l => l.ItemId == steak && l.OnHand == 1 && l.State == LotState.Quarantined);
        Assert.DoesNotContain(await new StoreFigures(new Reading(Kitchen), new LaterClock(TimeSpan.FromDays(-30))).ExpiringAsync(7), l => l.ItemId == steak);
        Assert.Contains(await figures.ValueAsync(), v => v.Category.Length == 0 && v.Value >= 16);
    }

    // 10 come in at 4 each; 3 are eaten, 1 is thrown away, 1 kept back, and a count finds 2 missing.
    private async Task<Guid> BusyDayAsync()
    {
        var steak = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (steak, 1));
        var tomorrow = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);
        await store.ReceiveAsync(steak, 9, 36, tomorrow.AddDays(60));
        var bad = await store.ReceiveAsync(steak, 1, 4, tomorrow);
        await store.Lots.QuarantineAsync(new(Guid.CreateVersion7(), bad, "smells"), Kitchen.Manager);
        var ticket = await Kitchen.SendAsync(Kitchen.Line(Dish, 3));
        await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook);
        await store.Inventory.WasteAsync(new(Guid.CreateVersion7(), steak, null, 1, "pc", "fell"), Kitchen.Manager);
        await store.CountAsync(steak, 3);
        return steak;
    }

    private Task<IReadOnlyList<ItemDay>> DaysAsync(Guid item, int later) => new ItemHistory(new Reading(Kitchen), new LaterClock(TimeSpan.FromDays(later))).DaysAsync(item, 7);
}
