using System.Data.Common;
using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks twice a minute whether something that was out is back, whether a count has lost its force, and whether a business day has begun for the store. Any node does; once it is done there is nothing to do.</summary>
public sealed partial class NightKeeper(IDbContextFactory<KitchenContext> contexts, StockNight night, Doorbell bell, TimeProvider clock, ILogger<NightKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
            {
                Postponed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using (var db = await contexts.CreateDbContextAsync(cancel))
            if (await AvailabilityService.RestoreEndedAsync(db, now, cancel) + await StockNight.EndCountsAsync(db, now, cancel) > 0) bell.Ring();
        await night.BeginDayAsync(now, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store is looked after half a minute later: {Reason}")]
    private partial void Postponed(string reason);
}
