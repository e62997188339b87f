using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Web.Doors;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Exchange;

/// <summary>Tables that go out, row by row as they are read.</summary>
public static class ExchangeFiles
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapExchangeFiles(this WebApplication app)
    {
        var files = app.MapGroup("/office/exchange").May(nameof(StageImport));
        files.MapGet("items.csv", (string? q, ItemExport export) =>
        {
            try
            {
                var filter = ItemFilter.Read(q);
                return Results.Stream(to => export.WriteItemsAsync(to, filter), Csv, "items.csv");
            }
            catch (Refusal refusal)
            {
                return Results.BadRequest(refusal.Message);
            }
        });
        files.MapGet("prices/{supplier:guid}.csv", (Guid supplier, ItemExport export) => Results.Stream(to => export.WritePricesAsync(to, supplier), Csv, "prices.csv"));
        files.MapGet("{id:guid}/bad.csv", async (Guid id, ImportBook book, IStringLocalizer<Texts> t, CancellationToken cancel) => await book.FindAsync(id, cancel) is { } sheet
            ? Results.Stream(to => ItemExport.WriteBadAsync(to, sheet.Import, Said(book.BadAsync(id), t)), Csv, $"bad-rows-{id:N}.csv") : Results.NotFound());
    }

    private static async IAsyncEnumerable<(ImportRow, string)> Said(IAsyncEnumerable<ImportRow> rows, IStringLocalizer<Texts> t)
    {
        await foreach (var row in rows) yield return (row, string.Join(' ', (row.Problems ?? []).Select(p => t[p.Text, [.. p.Args]].Value)));
    }
}
