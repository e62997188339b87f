namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>How much a scan stands for.</summary>
/// <param name="Unit">A generic unit, or a word that the item has a measure for.</param>
public sealed record ScannedQuantity(decimal Quantity, string Unit)
{
    /// <summary>What was weighed counts; then what the label counts; then what is known of such a pack. Null when a person has to say it.</summary>
    public static ScannedQuantity? Of(ScannedCode code, ItemBarcode pack)
    {
        if (code is { Measure: > 0, MeasureUnit: { } unit }) return new(code.Measure.Value, unit);
        if (code.Pieces > 0) return new(code.Pieces.Value, Units.Name(BaseUnit.Piece));
        return pack is { Quantity: { } quantity, Unit: { } of } ? new(quantity * Math.Max(code.Count ?? 1, 1), of) : null;
    }
}
