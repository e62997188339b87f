using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Features.Inventory;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Reports;

/// <summary>The numbers behind the charts as files, whole.</summary>
public static class ReportFiles
{
    /// <summary>Business days from today that “this week” reaches.</summary>
    public const int Week = 7;

    private const int Month = 28;

    public static void MapReportFiles(this WebApplication app)
    {
        var charts = app.MapGroup("/office/charts").May(nameof(CountStock));
        charts.MapGet("usage.csv", async (int? days, StoreFigures figures, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of("usage", [Head(t, "Business day", "Used", "Wasted"), .. (await figures.UsageAsync(days ?? Month, cancel)).Select(d => new object?[] { StockWords.Day(d.Day), d.Used, d.Wasted })]));
        charts.MapGet("gaps.csv", async (int? days, StoreFigures figures, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of("actual-against-theoretical", [Head(t, "Item", "Unit", "Theoretical", "Actual", "Gap", "Worth of the gap"), .. (await figures.GapsAsync(days ?? Month, cancel)).Select(g => new object?[] { g.Item, Word(g.Unit), g.Theoretical, g.Actual, g.Gap, g.Worth })]));
        charts.MapGet("value.csv", async (StoreFigures figures, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of("value-by-category", [Head(t, "Category", "Items", "Value"), .. (await figures.ValueAsync(cancel)).Select(v => new object?[] { v.Category, v.Items, v.Value })]));
        charts.MapGet("expires.csv", async (StoreFigures figures, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of("expires", [Head(t, "Item", "Lot", "Place", "On hand", "Unit", "Use by", "Best before", "Worth"), .. (await figures.ExpiringAsync(Week, cancel)).Select(l => new object?[] { l.Item, l.Code, l.Place, l.OnHand, Units.Name(l.Unit), StockWords.Day(l.UseBy), StockWords.Day(l.BestBefore), l.OnHand * l.UnitCost })]));
        charts.MapGet("{id:guid}.csv", async (Guid id, int? days, ItemHistory history, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of("item-days", [Head(t, "Business day", "Received", "Used", "Wasted", "Counted", "Else", "On hand"), .. (await history.DaysAsync(id, days ?? Month, cancel)).Select(d => new object?[] { StockWords.Day(d.Day), d.Received, d.Used, d.Wasted, d.Counted, d.Else, d.OnHand })]));
    }

    private static object?[] Head(IStringLocalizer<Texts> t, params string[] titles) => [.. titles.Select(title => t[title].Value)];

    private static string Word(string unit) => Units.Name(Enum.Parse<BaseUnit>(unit));
}
