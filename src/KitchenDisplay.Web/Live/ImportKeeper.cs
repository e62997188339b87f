using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Web.Live;

/// <summary>Looks every second whether a file that came in is to be checked, applied or taken back. Any node does; one works.</summary>
public sealed class ImportKeeper(ImportWorks works, ItemCensus census, TimeProvider clock, ILogger<ImportKeeper> logger) : Keeper(TimeSpan.FromSeconds(1), clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        while (await works.WorkAsync(cancel)) census.Forget();
    }
}
