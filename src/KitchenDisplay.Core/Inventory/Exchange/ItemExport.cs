using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Writes tables that come in again as they are, page by page: nothing waits for the whole of it.</summary>
public sealed class ItemExport(IDbContextFactory<KitchenContext> contexts, ItemCatalogue catalogue, ItemNames names)
{
    private const int Page = 1_000, MostPaths = 100;

    // What somebody typed must not become a formula in whoever's spreadsheet; with its mark, since without it a spreadsheet takes the text for another alphabet.
    private static readonly CsvWriterOptions writing = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>The items that a filter lets through, by name. Attributes that many items have get columns of their own, the others stand in one, as JSON.</summary>
    public async Task WriteItemsAsync(Stream to, ItemFilter filter, CancellationToken cancel = default)
    {
        var paths = (await names.AttributesAsync(cancel)).Where(a => a.HasValues).Take(MostPaths).Select(a => a.Path).ToList();
        await using var csv = CsvWriter.Create(to, writing, leaveOpen: true);
        await WriteAsync(csv, [ImportTarget.Code, ImportTarget.Name, ImportTarget.Unit, ImportTarget.Category, ImportTarget.Barcodes, ImportTarget.NearlyOut, ImportTarget.Bought, .. paths, "other attributes"], cancel);
        var wish = new ItemWish(filter) { PageSize = Page };
        for (var page = await catalogue.FindAsync(wish, cancel); ; page = await catalogue.FindAsync(wish with { After = page.Rows[^1].Key }, cancel))
        {
            var barcodes = await BarcodesAsync([.. page.Rows.Select(r => r.Id)], cancel);
            foreach (var row in page.Rows)
            {
                var facts = Fact.Of(row.Attributes, []).ToDictionary(f => f.Path);
                var others = new JsonObject(facts.Values.Where(f => !paths.Contains(f.Path)).Select(f => KeyValuePair.Create(f.Path, JsonNode.Parse(f.Json!))));
                await WriteAsync(csv,
                [
                    row.Code, row.Name, Units.Name(row.Unit), row.Category, string.Join(' ', barcodes[row.Id]), row.NearlyOutAt?.ToString("0.####", CultureInfo.InvariantCulture), row.Active ? "yes" : "no",
                    .. paths.Select(p => facts.GetValueOrDefault(p)?.Text), others.Count == 0 ? null : others.ToJsonString(),
                ], cancel);
            }
            await csv.FlushAsync(cancel);
            if (!page.HasAfter) return;
        }
    }

    /// <summary>What a supplier sells, by their numbers.</summary>
    public async Task WritePricesAsync(Stream to, Guid supplier, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var csv = CsvWriter.Create(to, writing, leaveOpen: true);
        await WriteAsync(csv, ["supplier code", "name", "code", "pack", "pack unit", "price"], cancel);
        var offers = from o in db.Offers where o.SupplierId == supplier && o.Active join i in db.Items on o.ItemId equals i.Id orderby o.Code, i.Name select new { o.Code, i.Name, ItemCode = i.Code, o.Pack, o.Unit, o.Price };
        await foreach (var o in offers.AsAsyncEnumerable().WithCancellation(cancel))
            await WriteAsync(csv, [o.Code, o.Name, o.ItemCode, o.Pack.ToString("0.####", CultureInfo.InvariantCulture), o.Unit, o.Price.ToString("0.###", CultureInfo.InvariantCulture)], cancel);
        await csv.FlushAsync(cancel);
    }

    /// <summary>Rows that could not be applied, as they came in, each with the reason.</summary>
    public static async Task WriteBadAsync(Stream to, ItemImport import, IAsyncEnumerable<(ImportRow Row, string Why)> rows, CancellationToken cancel = default)
    {
        await using var csv = CsvWriter.Create(to, writing, leaveOpen: true);
        await WriteAsync(csv, [.. import.Header, "row", "reason"], cancel);
        await foreach (var (row, why) in rows.WithCancellation(cancel)) await WriteAsync(csv, [.. row.Cells, row.Number.ToString(CultureInfo.InvariantCulture), why], cancel);
        await csv.FlushAsync(cancel);
    }

    private static async Task WriteAsync(CsvWriter csv, IReadOnlyList<string?> cells, CancellationToken cancel)
    {
        foreach (var cell in cells) csv.WriteField(cell ?? "");
        await csv.EndRecordAsync(cancel);
    }

    private async Task<ILookup<Guid, string>> BarcodesAsync(IReadOnlyCollection<Guid> items, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.ItemBarcodes.AsNoTracking().Where(b => items.Contains(b.ItemId)).OrderBy(b => b.Code).ToListAsync(cancel)).ToLookup(b => b.ItemId, b => b.Code);
    }
}
