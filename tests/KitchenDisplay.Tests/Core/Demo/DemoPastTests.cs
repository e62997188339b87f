using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoPastTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task It_changes_nothing_of_what_is_there()
    {
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
        var options = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        var before = await db.Stock.AsNoTracking().OrderBy(s => s.ItemId).Select(s => s.OnHand).ToListAsync();
        var butter = await db.Items.AsNoTracking().SingleAsync(i => i.Name == "Butter");

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await DemoPast.WriteAsync(db, TimeProvider.System.GetUtcNow(), 28);
            await transaction.CommitAsync();
        }

        Assert.Equal(before, await db.Stock.AsNoTracking().OrderBy(s => s.ItemId).Select(s => s.OnHand).ToListAsync());
        Assert.Empty(await new StockAudit(source).FindAsync());
        var days = await new ItemHistory(new Reading(kitchen), TimeProvider.System).DaysAsync(butter.Id, 29);
        Assert.All(days.Take(28), d => Assert.True(d.Used > 0));
        Assert.Equal(0, days[^1].Used);
        Assert.Equal(28, (await new StoreFigures(new Reading(kitchen), TimeProvider.System).UsageAsync(29)).Count(d => d.Used > 0));
    }
}
