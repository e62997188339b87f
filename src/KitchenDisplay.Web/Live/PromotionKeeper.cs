using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks every few seconds whether an attribute waits for its index. Any node does; one builds.</summary>
public sealed class PromotionKeeper(PromotionWorks works, TimeProvider clock, ILogger<PromotionKeeper> logger) : Keeper(TimeSpan.FromSeconds(3), clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        while (await works.WorkAsync(cancel)) { }
    }
}
