using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

public sealed class PriceImportTests(ImportHouse house) : IClassFixture<ImportHouse>
{
    private readonly string mark = Guid.CreateVersion7().ToString("N")[20..];

    [Fact]
    public async Task A_price_list_changes_prices_adds_what_is_new_and_is_taken_back()
    {
        var supplier = await house.SupplierAsync();
        var (butter, salt) = (await house.AddAsync($"Butter {mark}", $"B-{mark}"), await house.AddAsync($"Salt {mark}"));
        await house.Suppliers.SaveOfferAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), supplier, butter, "4711", 10, "kg", 80), house.Kitchen.Manager);

        var import = await house.CheckAsync($"Artikelnummer;Bezeichnung;Inhalt;Einheit;Preis\n4711;;;;1.082,50 €\n88;Salt {mark};25;kg;9.9\n99;Nobody knows {mark};1;kg;1\n4711;Butter {mark};;;3\n12;Salt {mark};1;bag;3\n", supplier);

        Assert.Equal((1, 1, 3), (import.New, import.Changed, import.Bad));
        Assert.Equal(["1082.5"], (await house.RowsAsync(import.Id, RowVerdict.Changed)).Single().Changes!.Select(c => c.New));
        await house.ApplyAsync(import.Id);
        Assert.Equal([("4711", 1082.5m, 10_000m, true), ("88", 9.9m, 25_000m, true)], await OffersAsync(supplier));
        Assert.Contains("1082.5", await house.PricesAsync(supplier), StringComparison.Ordinal);
        Assert.Equal(2, (await house.CheckAsync(await house.PricesAsync(supplier), supplier)).Same);

        Assert.Equal(0, (await house.UndoAsync(import.Id)).Kept);

        Assert.Equal([("4711", 80m, 10_000m, true), ("88", 9.9m, 25_000m, false)], await OffersAsync(supplier));
    }

    private async Task<IReadOnlyList<(string?, decimal, decimal, bool)>> OffersAsync(Guid supplier)
    {
        await using var db = await house.Kitchen.OpenDatabaseAsync();
        return [.. (await db.Offers.AsNoTracking().Where(o => o.SupplierId == supplier).OrderBy(o => o.Code).ToListAsync()).Select(o => (o.Code, o.Price, o.PackInBase, o.Active))];
    }
}
