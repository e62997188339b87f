using System.Globalization;
using System.Text;
using CsvHelper;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>The trace as a file for whoever has to be told of it.</summary>
public static class TraceFiles
{
    // What somebody typed must not become a formula in whoever's spreadsheet.
    private static readonly CsvWriterOptions harmless = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static void MapTraceFiles(this WebApplication app)
    {
        app.MapGet("/office/trace/lot/{id:guid}.csv", async (Guid id, Trace trace, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            await trace.LotAsync(id, cancel) is { } lot ? File($"lot-{lot.Code}", Tickets(t, await HouseAsync(contexts, cancel), await trace.TicketsAsync(id, cancel))) : Results.NotFound());
        app.MapGet("/office/trace/ticket/{number:long}.csv", async (long number, Trace trace, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            File($"ticket-{number}", Lots(t, await HouseAsync(contexts, cancel), await trace.LotsOfAsync(number, cancel))));
    }

    internal static async Task<Restaurant?> HouseAsync(IDbContextFactory<KitchenContext> contexts, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    internal static IEnumerable<object?[]> Tickets(IStringLocalizer<Texts> t, Restaurant? house, IReadOnlyList<TracedTicket> rows) =>
    [
        [t["Ticket"].Value, t["Table"].Value, t["Business day"].Value, t["Taken"].Value, t["Dish"].Value, t["Seat"].Value, t["Quantity"].Value, t["Unit"].Value, t["Lot"].Value, t["Portion is"].Value],
        .. rows.Select(r => new object?[] { r.Ticket, r.Table, StockWords.Day(r.BusinessDay), house.Time(r.At), r.Dish, r.Seat, r.Quantity, Word(r.Unit), r.Lot, t[r.State].Value }),
    ];

    internal static IEnumerable<object?[]> Lots(IStringLocalizer<Texts> t, Restaurant? house, IReadOnlyList<TracedLot> rows) =>
    [
        [t["Dish"].Value, t["Item"].Value, t["Lot"].Value, t["Quantity"].Value, t["Unit"].Value, t["Taken"].Value, t["Received"].Value, t["Use by"].Value, t["Best before"].Value, t["Holds some of"].Value],
        .. rows.Select(r => new object?[] { r.Dish, r.Item, r.Lot ?? t["not in stock"].Value, r.Quantity, Word(r.Unit), house.Time(r.At), r.ReceivedAt is { } at ? house.Time(at) : null, StockWords.Day(r.UseBy), StockWords.Day(r.BestBefore), r.MixedFrom }),
    ];

    /// <summary>Rows as text, each field harmless in a spreadsheet.</summary>
    internal static string Write(IEnumerable<object?[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, harmless, leaveOpen: true))
            foreach (var row in rows)
            {
                foreach (var field in row) csv.WriteField(field is decimal number ? number.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(field, CultureInfo.InvariantCulture));
                csv.EndRecord();
            }
        return text.ToString();
    }

    // With its mark: without it a spreadsheet takes the text for another alphabet.
    internal static IResult File(string name, IEnumerable<object?[]> rows) =>
        Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(rows))], "text/csv; charset=utf-8", $"{string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' ? c : '_'))}.csv");

    private static string Word(string unit) => Units.Name(Enum.Parse<BaseUnit>(unit));
}
