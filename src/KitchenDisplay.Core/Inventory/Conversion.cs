namespace KitchenDisplay.Core.Inventory;

/// <summary>A quantity of an item in another unit, with the steps that led there. Written: "2 tbsp = 28.4 g (1 tbsp = 14.2 g)".</summary>
/// <param name="Result">Not rounded.</param>
/// <param name="Factor">What one of the first unit is in the second.</param>
/// <param name="Steps">None when both are the same unit.</param>
public sealed record Conversion(decimal Quantity, string From, decimal Result, string To, decimal Factor, IReadOnlyList<UnitStep> Steps)
{
    /// <summary>The result as the database keeps it: 4 places, halves away from zero.</summary>
    public decimal Rounded => Math.Round(Result, 4, MidpointRounding.AwayFromZero);

    public override string ToString() =>
        $"{Quantity:0.####} {From} = {Result:0.####} {To}" + (Steps.Count == 0 ? "" : $" ({string.Join(", ", Steps)})");
}

/// <summary>One step from unit to unit. Written as its measure says it, "1 cup = 227 g", or a generic one with one of the larger unit, "1 cup = 16 tbsp".</summary>
/// <param name="Times">The quantity is multiplied by this and then divided by <paramref name="Over"/>: two exact numbers where their ratio may not be one.</param>
/// <param name="Own">The item's measure that says so; null for the generic units.</param>
public sealed record UnitStep(string From, string To, decimal Times, decimal Over, ItemMeasure? Own)
{
    internal static UnitStep There(ItemMeasure own) => new(Units.Name(own.Unit), Units.Name(own.OfUnit), own.OfQuantity, own.Quantity, own);

    internal static UnitStep Back(ItemMeasure own) => new(Units.Name(own.OfUnit), Units.Name(own.Unit), own.Quantity, own.OfQuantity, own);

    internal static UnitStep Between(GenericUnit from, GenericUnit to) => new(from.Word, to.Word, from.InBase, to.InBase, null);

    public override string ToString() =>
        Own is not null ? $"{Own.Quantity:0.####} {Own.Unit} = {Own.OfQuantity:0.####} {Own.OfUnit}"
        : Times >= Over ? $"1 {From} = {Times / Over:0.####} {To}"
        : $"1 {To} = {Over / Times:0.####} {From}";
}
