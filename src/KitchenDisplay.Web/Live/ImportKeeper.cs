using System.Data.Common;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks every second whether a file that came in is to be checked, applied or taken back. Any node does; one works.</summary>
public sealed partial class ImportKeeper(ImportWorks works, ItemCensus census, TimeProvider clock, ILogger<ImportKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                while (await works.WorkAsync(stoppingToken)) census.Forget();
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                Postponed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file that came in is worked on later: {Reason}")]
    private partial void Postponed(string reason);
}
