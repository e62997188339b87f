using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Web.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>The trace as a file for whoever has to be told of it.</summary>
public static class TraceFiles
{
    public static void MapTraceFiles(this WebApplication app)
    {
        app.MapGroup("").May(nameof(CountStock)).MapGet("/office/trace/lot/{id:guid}.csv", async (Guid id, Trace trace, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            await trace.LotAsync(id, cancel) is { } lot ? CsvFile.Of($"lot-{lot.Code}", Tickets(t, await HouseAsync(contexts, cancel), await trace.TicketsAsync(id, cancel))) : Results.NotFound());
        app.MapGroup("").May(nameof(CountStock)).MapGet("/office/trace/ticket/{number:long}.csv", async (long number, Trace trace, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            CsvFile.Of($"ticket-{number}", Lots(t, await HouseAsync(contexts, cancel), await trace.LotsOfAsync(number, cancel))));
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

    private static string Word(string unit) => Units.Name(Enum.Parse<BaseUnit>(unit));
}
