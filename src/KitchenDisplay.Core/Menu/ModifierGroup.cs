namespace KitchenDisplay.Core.Menu;

/// <summary>How a modifier reads: "rare", "+ bacon", "NO onion".</summary>
public enum ModifierKind
{
    Option,
    Extra,
    No,
}

/// <summary>A question that a dish asks: the cooking of a steak, a choice of sides. Required when <see cref="Min"/> is above 0.</summary>
public sealed class ModifierGroup
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public int Min { get; set; }
    public int Max { get; set; }
    public IList<Modifier> Modifiers { get; init; } = [];
}

/// <summary>One answer to a group's question.</summary>
public sealed class Modifier
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid GroupId { get; set; }
    public required string Name { get; set; }
    public ModifierKind Kind { get; set; }

    /// <summary>What it adds to the price of a portion, or takes away.</summary>
    public decimal PriceChange { get; set; }
    public int Position { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>The allergens that a portion is free of with it, because a chef said so: “no butter” does not clear milk by itself.</summary>
    public Allergen[] Clears { get; set; } = [];

    /// <summary>What it brings to the plate, from what it adds; follows from that.</summary>
    public Allergen[] Contains { get; set; } = [];
    public Allergen[] MayContain { get; set; } = [];

    /// <summary>What nobody has said of what it adds.</summary>
    public Allergen[] NotDeclared { get; set; } = [];
}

/// <summary>That a dish asks a group's question, and in which place.</summary>
public sealed class DishModifierGroup
{
    public Guid DishId { get; init; }
    public Guid GroupId { get; init; }
    public ModifierGroup? Group { get; init; }
    public int Position { get; set; }
}
