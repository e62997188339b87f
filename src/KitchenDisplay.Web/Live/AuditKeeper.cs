using KitchenDisplay.Core.Audit;

namespace KitchenDisplay.Web.Live;

/// <summary>Seals every second what has been done. Any node does; one seals.</summary>
public sealed class AuditKeeper(AuditSealer sealer, TimeProvider clock, ILogger<AuditKeeper> logger) : Keeper(TimeSpan.FromSeconds(1), clock, logger)
{
    protected override Task WorkAsync(CancellationToken cancel) => sealer.SealAsync(cancel);
}
