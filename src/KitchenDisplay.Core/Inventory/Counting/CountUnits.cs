namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>In what an item can be counted.</summary>
public static class CountUnits
{
    /// <summary>The words: what it is bought in first, then its other measures, then generic ones.</summary>
    public static IReadOnlyList<string> Of(Item item) =>
    [
        .. item.Measures.OrderByDescending(m => m.IsPack).ThenBy(m => m.Id).SelectMany(m => new[] { m.Unit, m.OfUnit })
            .Concat(item.Unit switch { BaseUnit.Gram => ["kg", "g"], BaseUnit.Millilitre => ["l", "ml"], _ => [Units.Name(BaseUnit.Piece)] }).Select(Units.Name).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What people count in as long as nobody has chosen another unit.</summary>
    public static string Usual(BaseUnit unit) => unit switch { BaseUnit.Gram => "kg", BaseUnit.Millilitre => "l", _ => Units.Name(unit) };
}
