using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Menu;

public sealed class MenuServiceTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly Guid Nowhere = Guid.CreateVersion7();

    [Fact]
    public async Task A_dish_takes_another_way_from_the_next_send_on_and_what_was_sent_stays()
    {
        var (fries, fry, cold, pass) = (kitchen.Dish("Fries").Id, kitchen.Station("fry"), kitchen.Station("cold"), kitchen.Station("pass"));
        var before = await kitchen.SendAsync(kitchen.Line("Fries"));

        Assert.Equal(3, (await RouteAsync(fries, new(1, fry, 300), new(1, cold, 60), new(2, pass, 30))).Steps);

        Assert.Equal([(1, fry), (2, pass)], (await kitchen.ReadAsync(before.TicketId)).Lines[0].Tasks.Select(t => (t.Step, t.StationId)));
        var after = (await kitchen.ReadAsync((await kitchen.SendAsync(kitchen.Line("Fries"))).TicketId)).Lines[0].Tasks;
        Assert.Equal([(1, fry, 300), (1, cold, 60), (2, pass, 30)], after.Select(t => (t.Step, t.StationId, t.PrepSeconds)).OrderBy(t => t.Step).ThenByDescending(t => t.PrepSeconds));

        Assert.Equal(1, (await RouteAsync(fries, new RouteStep(1, fry, 200))).Steps);
        Assert.Equal(0, (await RouteAsync(fries)).Steps);
        Assert.Equal(0, await kitchen.CountAsync($"dish_steps where dish_id = '{fries}'"));
    }

    [Fact]
    public async Task A_dish_whose_station_is_not_there_is_refused_with_everything_that_is_wrong_and_nothing_is_written()
    {
        var (dish, grill) = (kitchen.Dish("Onion rings").Id, kitchen.Station("grill"));

        var before = await kitchen.ContentsAsync();

        var refusal = await IsRefusedAsync("one of its stations does not exist", () => RouteAsync(dish, new(0, Nowhere, 0), new(1, grill, 60), new(1, grill, 90)));
        Assert.Equal(4, refusal.Reasons.Count);
        await IsRefusedAsync("This dish does not exist any more.", () => RouteAsync(Nowhere, new RouteStep(1, grill, 60)));
        await IsRefusedAsync("up to 4 hours", () => RouteAsync(dish, new RouteStep(1, grill, 14401)));
        await IsRefusedAsync("number its steps from 1 to 20", () => RouteAsync(dish, new RouteStep(21, grill, 60)));
        await IsRefusedAsync("You may not do this.", () => kitchen.Menu.RouteAsync(new(Guid.CreateVersion7(), dish, []), kitchen.Waiter));

        Assert.Equal(before, await kitchen.ContentsAsync());
    }

    [Fact]
    public async Task A_detour_is_added_changed_and_taken_away_and_keeps_its_place()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(1, (await DetourAsync(first, "fry", "cold")).Position);
        Assert.Equal(2, (await DetourAsync(second, "grill", "cold")).Position);
        Assert.Equal(1, (await DetourAsync(first, "fry", "saute", "TakeAway", new(22, 0), new(2, 0))).Position);

        await using var db = await kitchen.OpenDatabaseAsync();
        var changed = await db.Detours.AsNoTracking().SingleAsync(d => d.Id == first);
        Assert.Equal((kitchen.Station("saute"), "TakeAway", new TimeOnly(22, 0), new TimeOnly(2, 0)), (changed.ToStationId, changed.OrderKind, changed.FromTime, changed.ToTime));
        Assert.Null((await DetourAsync(first, "fry", null)).Position);
        Assert.Null((await DetourAsync(second, "fry", null)).Position);
        Assert.Equal(0, await kitchen.CountAsync("detours"));
    }

    [Fact]
    public async Task A_detour_to_nowhere_is_refused_and_nothing_is_written()
    {
        var grill = kitchen.Station("grill");
        var before = await kitchen.ContentsAsync();

        await IsRefusedAsync("One of the stations does not exist.", () => kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), Nowhere, null, grill, Nowhere, null, null, null), kitchen.Manager));
        await IsRefusedAsync("Choose another station", () => DetourAsync(Nowhere, "grill", "grill"));
        await IsRefusedAsync("Choose a table, a tab or a take-away.", () => DetourAsync(Nowhere, "grill", "fry", "Boat"));
        await IsRefusedAsync("Say from when and until when, or neither.", () => DetourAsync(Nowhere, "grill", "fry", null, new(12, 0)));
        await IsRefusedAsync("Say from when and until when, or neither.", () => DetourAsync(Nowhere, "grill", "fry", null, new(12, 0), new(12, 0)));
        await IsRefusedAsync("without a number", () => DetourAsync(Guid.Empty, "grill", "fry"));
        await IsRefusedAsync("This dish does not exist any more.", () => kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), Nowhere, Nowhere, grill, kitchen.Station("fry"), null, null, null), kitchen.Manager));
        await IsRefusedAsync("You may not do this.", () => kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), Nowhere, null, grill, null, null, null, null), kitchen.Cook));

        Assert.Equal(before, await kitchen.ContentsAsync());
    }

    private Task<DishRouted> RouteAsync(Guid dish, params RouteStep[] steps) => kitchen.Menu.RouteAsync(new(Guid.CreateVersion7(), dish, steps), kitchen.Manager);

    private Task<DetourSet> DetourAsync(Guid id, string from, string? to, string? kind = null, TimeOnly? start = null, TimeOnly? end = null) =>
        kitchen.Menu.SetDetourAsync(new(Guid.CreateVersion7(), id, null, kitchen.Station(from), to is null ? null : kitchen.Station(to), kind, start, end), kitchen.Manager);

    private static async Task<Refusal> IsRefusedAsync(string sentence, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(call);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }
}
