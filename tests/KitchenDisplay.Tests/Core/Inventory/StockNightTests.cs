using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class StockNightTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    [Fact]
    public async Task A_day_begins_once_blocks_what_is_over_and_adds_the_ledger_up()
    {
        var old = await store.ItemAsync();
        await store.ReceiveAsync(old, 5, useBy: DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1));
        await using var services = TestKitchen.Provide(store.Kitchen.Connections);
        var contexts = services.GetRequiredService<IDbContextFactory<KitchenContext>>();
        var night = new StockNight(contexts, store.Audit, services.GetRequiredService<Doorbell>());

        var began = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => night.BeginDayAsync(DateTimeOffset.UtcNow.AddDays(4))));

        Assert.Single(began, true);
        Assert.Equal((0, 0), await store.StockAsync(old));
        await using var db = await contexts.CreateDbContextAsync();
        Assert.Equal([], (await db.StockDays.AsNoTracking().SingleAsync()).Differences!);
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_count_holds_until_the_end_of_its_service_and_what_a_manager_said_beyond_it()
    {
        var (counted, said) = (await store.ItemAsync(), await store.ItemAsync());
        await store.ReceiveAsync(counted, 5);
        await store.CountAsync(counted, 4);
        await store.Inventory.GuardAsync(new(Guid.CreateVersion7(), said, IsStrict: true, IsLimiting: false), store.Kitchen.Manager);
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        var until = (await db.Restaurants.AsNoTracking().SingleAsync()).ServiceEnds(await db.Set<Service>().AsNoTracking().ToListAsync(), DateTimeOffset.UtcNow);

        await StockNight.EndCountsAsync(db, until.AddSeconds(-1), default);
        Assert.False(await MayRunShortAsync(counted));

        await StockNight.EndCountsAsync(db, until, default);
        Assert.True(await MayRunShortAsync(counted));
        Assert.False(await MayRunShortAsync(said));

        async Task<bool> MayRunShortAsync(Guid item) => (await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == item)).AllowShort;
    }

    [Fact]
    public async Task A_month_goes_only_after_what_it_came_to_stands_before_the_next_one()
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync("Steak frites", (item, 1));
        var lot = await store.ReceiveAsync(item, 9, 27);
        var ticket = await store.Kitchen.SendAsync(store.Kitchen.Line("Steak frites", 2));
        var owner = store.Kitchen.Connections.KitchenOwner;
        var month = DateTime.UtcNow.ToString("yyyy-MM-01", System.Globalization.CultureInfo.InvariantCulture);
        await Sql.RunAsync(owner, $"select open_ledger_month('{month}'), open_ledger_month(('{month}'::date + interval '1 month')::date)");
        Assert.Equal(0, await store.Kitchen.CountAsync("movements_default"));

        await Sql.RunAsync(owner, $"select close_ledger_month('{month}', gen_random_uuid(), gen_random_uuid())");

        Assert.All(await store.LedgerAsync(item), row => Assert.Equal(MovementKind.Opening, row.Kind));
        Assert.Equal((9, 2), await store.StockAsync(item));
        await store.BalancesAsync();
        await store.Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), store.Kitchen.Cook);
        Assert.Equal((7, 0), await store.StockAsync(item));
        Assert.Equal(7, await store.LeftAsync(lot));
    }
}
