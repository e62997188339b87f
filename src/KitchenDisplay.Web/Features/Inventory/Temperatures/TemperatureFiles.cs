using System.Globalization;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Web.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Temperatures;

/// <summary>The inspection report as a file.</summary>
public static class TemperatureFiles
{
    private const int Week = 7;

    public static void MapTemperatureFiles(this WebApplication app) =>
        app.MapGroup("").May(nameof(RecordTemperature)).MapGet("/office/temperatures/report.csv", async (string? from, string? to, TemperatureBook book, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, TimeProvider clock, CancellationToken cancel) =>
        {
            if (await TraceFiles.HouseAsync(contexts, cancel) is not { } house) return Results.NotFound();
            var (first, last) = Range(from, to, house.BusinessDay(clock.GetUtcNow()));
            return CsvFile.Of($"temperatures-{StockWords.Day(first)}-{StockWords.Day(last)}", Rows(t, house, await book.ReportAsync(first, last, cancel)));
        });

    /// <summary>The days that an address asks for; the last week when it names none.</summary>
    public static (DateOnly First, DateOnly Last) Range(string? from, string? to, DateOnly today)
    {
        var last = Day(to) ?? today;
        return (Day(from) ?? last.AddDays(1 - Week), last);
    }

    internal static IEnumerable<object?[]> Rows(IStringLocalizer<Texts> t, Restaurant house, IReadOnlyList<ReportRow> rows) =>
    [
        [t["Business day"].Value, t["Due"].Value, t["What"].Value, t["Place"].Value, t["At least, °C"].Value, t["At most, °C"].Value, t["Shown"].Value, t["Result"].Value, t["What was done"].Value, t["Who"].Value, t["When"].Value],
        .. rows.Select(r => new object?[]
        {
            StockWords.Day(r.Day), r.Check is { } check ? house.TimeOfDay(check.DueAt).ToString("HH:mm", CultureInfo.InvariantCulture) : null, r.Point, r.Place, r.Reading?.Reading.Min ?? r.Check?.Min, r.Reading?.Reading.Max ?? r.Check?.Max, r.Reading?.Reading.Celsius,
            r switch { { Reading.CorrectedBy: not null } => t["corrected later"].Value, { Reading.Reading.Failed: true } => t["failed"].Value, { Check: null } => t["done"].Value, _ => Celsius.Word(t, r.Check!.State) }, r.Reading?.Reading.Action, r.Reading?.Who, r.Reading is { } read ? house.Time(read.Reading.At) : null,
        }),
    ];

    private static DateOnly? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
}
