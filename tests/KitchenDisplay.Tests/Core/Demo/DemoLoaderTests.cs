using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoLoaderTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly DateTimeOffset Tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);

    [Fact]
    public async Task The_house_is_cleared_with_its_ledger_and_loaded_anew()
    {
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
        var options = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        // Part of the ledger has got its month by then, and part has not.
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "do $$ begin perform open_ledger_month((select min(at)::date from movements)); end $$");
        await kitchen.SendAsync(kitchen.Line("Ribeye 300 g", 3));
        var needs = await db.DishNeeds.CountAsync();

        Assert.True(await DemoLoader.ClearAsync(db));
        Assert.Equal((0, 0, 0), (await db.Movements.CountAsync(), await db.Stock.CountAsync(), await db.DishNeeds.CountAsync()));

        Assert.True(await DemoLoader.LoadAsync(db, DemoFile.Read(), Tomorrow));
        Assert.Empty(await new StockAudit(source).FindAsync());
        Assert.Equal(needs, await db.DishNeeds.CountAsync());
        Assert.Equal(DemoFile.Read().Items.Count, await db.Stock.CountAsync(s => s.OnHand > 0 && s.Reserved == 0));
        Assert.All(await db.Movements.AsNoTracking().ToListAsync(), m => Assert.True((m.At - Tomorrow).Duration() < TimeSpan.FromMilliseconds(1)));
    }
}
