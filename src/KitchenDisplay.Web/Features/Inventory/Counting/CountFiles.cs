using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Web.Doors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Counting;

/// <summary>What a sheet has found, as a file.</summary>
public static class CountFiles
{
    public static void MapCountFiles(this WebApplication app) =>
        app.MapGroup("").May(nameof(CountStock)).MapGet("/office/counts/{id:guid}.csv", async (Guid id, CountSheets sheets, IDbContextFactory<KitchenContext> contexts, IStringLocalizer<Texts> t, CancellationToken cancel) =>
            await sheets.ResultAsync(id, cancel) is { } result ? CsvFile.Of($"count-{result.Name}", Rows(t, await TraceFiles.HouseAsync(contexts, cancel), result)) : Results.NotFound());

    internal static IEnumerable<object?[]> Rows(IStringLocalizer<Texts> t, Restaurant? house, SheetResult result) =>
    [
        [t["Place"].Value, t["Item"].Value, t["Unit"].Value, t["Counted at"].Value, t["Counted by"].Value, t["Said"].Value, t["Ledger then"].Value, t["Counted"].Value, t["Moved since"].Value, t["Difference"].Value, t["Worth"].Value],
        .. result.Lines.Select(l => new object?[] { l.Place, l.Item, Units.Name(l.Unit), house.Time(l.At), l.By, l.Said, l.Expected, l.Counted, l.Moved, l.Booked, l.Worth }),
    ];
}
