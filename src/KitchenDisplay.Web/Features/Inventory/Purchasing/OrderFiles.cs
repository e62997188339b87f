using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Web.Doors;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Purchasing;

/// <summary>An order as a file for whoever reads orders by machine.</summary>
public static class OrderFiles
{
    public static void MapOrderFiles(this WebApplication app) => app.MapGroup("").May(nameof(SaveOrder)).MapGet("/office/orders/{id:guid}.csv", async (Guid id, OrderList orders, IStringLocalizer<Texts> t, CancellationToken cancel) =>
        await orders.SheetAsync(id, cancel) is { } sheet ? CsvFile.Of($"order-{sheet.Order.Number}", Rows(t, sheet)) : Results.NotFound());

    internal static IEnumerable<object?[]> Rows(IStringLocalizer<Texts> t, OrderSheet sheet) =>
    [
        [t["Order"].Value, t["Supplier"].Value, t["Customer number"].Value, t["Comes on"].Value, t["Their code"].Value, t["Item"].Value, t["Packs"].Value, t["Pack"].Value, t["Quantity"].Value, t["Unit"].Value, t["Price"].Value, t["Together"].Value],
        .. sheet.Order.Lines.Select(l => new object?[] { sheet.Order.Number, sheet.Supplier.Name, sheet.Supplier.CustomerNumber, StockWords.Day(sheet.Order.DeliverOn), l.Code, sheet.Item(l).Name, l.Packs, l.PackWord, l.Ordered, Units.Name(sheet.Item(l).Unit), l.Price, l.Total }),
    ];
}
