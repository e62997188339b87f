using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class StockFinderTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    [Fact]
    public async Task What_is_scanned_is_found_by_its_number_and_what_is_typed_by_its_name()
    {
        await using var services = TestKitchen.Provide(store.Kitchen.Connections);
        var finder = new StockFinder(services.GetRequiredService<IDbContextFactory<KitchenContext>>());
        var item = await store.ItemAsync();
        var lot = await store.ReceiveAsync(item, 3);
        var name = $"Item {item}";
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, $"insert into item_barcodes (code, item_id) values ('04012345678901', '{item}'); update lots set code = 'L-77' where id = '{lot}'; update items set code = 'A%1' where id = '{item}'");

        foreach (var text in new[] { "4012345678901", "04012345678901", " A%1 ", name, name[..30].ToUpperInvariant() })
        {
            Assert.Equal(item, (await finder.ItemsAsync(text)).Single().ItemId);
            Assert.Equal(lot, (await finder.LotsAsync(text)).Single().LotId);
        }
        Assert.Equal(lot, (await finder.LotsAsync("L-77")).Single().LotId);
        Assert.Empty(await finder.LotsAsync("L-77", Guid.CreateVersion7()));
        Assert.Empty(await finder.ItemsAsync("_%"));
        Assert.Empty(await finder.ItemsAsync(" "));
    }
}
