namespace KitchenDisplay.Core.Inventory;

/// <summary>An ingredient or a product that is kept in stock, counted in its base unit.</summary>
public sealed class Item
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public BaseUnit Unit { get; set; }

    /// <summary>The house's own number for it; null when it has none.</summary>
    public string? Code { get; set; }

    /// <summary>Dairy, dry goods: what it is sorted under; null when it is not.</summary>
    public string? Category { get; set; }

    /// <summary>Grows with every change, so that two who edit it at once hear of each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who changed it last; null for one that nobody has.</summary>
    public Guid? ChangedBy { get; set; }

    /// <summary>What it says of the allergens; one that does not stand here is not declared.</summary>
    public IReadOnlyList<ItemAllergen> Allergens { get; set; } = [];

    /// <summary>Anything else that is known of it, as a JSON object.</summary>
    public string Attributes { get; set; } = "{}";

    /// <summary>Base units, at or below which it is nearly out; null when nobody wants to hear of it.</summary>
    public decimal? NearlyOutAt { get; set; }

    /// <summary>False once nobody buys it any more; old recipes and lots still name it.</summary>
    public bool Active { get; set; } = true;
    public IList<ItemMeasure> Measures { get; init; } = [];
    public IList<ItemBarcode> Barcodes { get; init; } = [];
}

/// <summary>Where stock lies: walk-in, shelf 3.</summary>
public sealed class Place
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The place that it is in; null at the top.</summary>
    public Guid? ParentId { get; set; }
    public required string Name { get; set; }
    public int Position { get; set; }
}
