namespace KitchenDisplay.Core.Inventory;

/// <summary>What holds for one item only: 1 bunch = 85 g, 1 case = 12 bottle, 1 cup = 227 g.</summary>
public sealed class ItemMeasure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }
    public decimal Quantity { get; init; } = 1;
    public required string Unit { get; init; }
    public decimal OfQuantity { get; init; }
    public required string OfUnit { get; init; }

    /// <summary>Whether it is bought like this.</summary>
    public bool IsPack { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Quantity:0.####} {Unit} = {OfQuantity:0.####} {OfUnit}");
}
