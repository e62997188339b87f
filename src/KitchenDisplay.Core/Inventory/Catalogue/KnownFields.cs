namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>What every item has besides its attributes, as a filter names it.</summary>
public static class KnownFields
{
    public const string Category = "category", Code = "code", Barcode = "barcode", Place = "place", Supplier = "supplier", State = "is";

    /// <summary>What <see cref="State"/> can be.</summary>
    public const string RunsShort = "short", NearlyOut = "nearly-out", Strict = "strict", Bought = "bought", NotBought = "not-bought", InStock = "in-stock";

    public static IReadOnlyList<string> All { get; } = [Category, Code, Barcode, Place, Supplier, State];

    public static IReadOnlyList<string> States { get; } = [InStock, NearlyOut, RunsShort, Strict, Bought, NotBought];
}
