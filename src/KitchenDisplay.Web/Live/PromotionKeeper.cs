using System.Data.Common;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks every few seconds whether an attribute waits for its index. Any node does; one builds.</summary>
public sealed partial class PromotionKeeper(PromotionWorks works, TimeProvider clock, ILogger<PromotionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                while (await works.WorkAsync(stoppingToken)) { }
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
            {
                Postponed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of an attribute is built later: {Reason}")]
    private partial void Postponed(string reason);
}
