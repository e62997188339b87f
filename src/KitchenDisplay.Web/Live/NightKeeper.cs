using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks twice a minute whether something that was out is back, whether a count has lost its force, and whether a business day has begun for the store. Any node does; once it is done there is nothing to do.</summary>
public sealed class NightKeeper(IDbContextFactory<KitchenContext> contexts, StockNight night, Doorbell bell, TimeProvider clock, ILogger<NightKeeper> logger) : Keeper(TimeSpan.FromSeconds(30), clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using (var db = await contexts.CreateDbContextAsync(cancel))
            if (await AvailabilityService.RestoreEndedAsync(db, now, cancel) + await StockNight.EndCountsAsync(db, now, cancel) > 0) bell.Ring();
        await night.BeginDayAsync(now, cancel);
    }
}
