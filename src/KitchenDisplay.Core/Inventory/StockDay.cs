namespace KitchenDisplay.Core.Inventory;

/// <summary>That a business day was closed in the store, and what the audit found.</summary>
public sealed class StockDay
{
    /// <summary>The business day that began.</summary>
    public DateOnly Day { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Lots whose use-by date was over.</summary>
    public int Expired { get; set; }

    /// <summary>Where the sums were not what the ledger says; null until the audit is through.</summary>
    public IReadOnlyList<Difference>? Differences { get; set; }
}
