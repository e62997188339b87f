namespace KitchenDisplay.Core.Recipes;

/// <summary>What is made out of what: the only bill of materials in the house.</summary>
public sealed class Recipe
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>How much comes out of it, in <see cref="YieldUnit"/>.</summary>
    public decimal Yield { get; set; }

    /// <summary>A generic unit: <c>l</c>, <c>kg</c>, <c>pc</c>.</summary>
    public required string YieldUnit { get; set; }
    public IList<RecipeLine> Lines { get; init; } = [];
}

/// <summary>An ingredient of a recipe: an item, or what another recipe makes.</summary>
public sealed class RecipeLine
{
    public Guid RecipeId { get; init; }
    public int Position { get; init; }
    public Guid? ItemId { get; init; }
    public Guid? SubRecipeId { get; init; }

    /// <summary>What goes into the pot, in <see cref="Unit"/>.</summary>
    public decimal Quantity { get; init; }

    /// <summary>A generic unit, or a word that the item has a measure for.</summary>
    public required string Unit { get; init; }

    /// <summary>The part of what is taken from the shelf that goes into the pot, above 0 and up to 1: the rest is peel and bone.</summary>
    public decimal Usable { get; init; } = 1;
}

/// <summary>What a modifier adds to a portion, or takes away when negative.</summary>
public sealed class ModifierItem
{
    public Guid ModifierId { get; init; }
    public Guid ItemId { get; init; }
    public decimal Quantity { get; init; }
    public required string Unit { get; init; }
}

/// <summary>What a portion of a dish takes of an item, in base units: worked out whenever a recipe or a measure changes, so that a send has only to look it up.</summary>
public sealed class DishNeed
{
    public Guid DishId { get; init; }
    public Guid ItemId { get; init; }
    public decimal Quantity { get; set; }
}

/// <summary>What a modifier changes in what a portion takes of an item, in base units.</summary>
public sealed class ModifierNeed
{
    public Guid ModifierId { get; init; }
    public Guid ItemId { get; init; }
    public decimal Quantity { get; set; }
}
