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

    /// <summary>As people write and read it. Its n-th ingredient is the line with that position, if it is one that the stock knows.</summary>
    public RecipeText Text { get; set; } = new("");

    /// <summary>The document that it was read from, as JSON; null for one that was written here.</summary>
    public string? Source { get; set; }

    /// <summary>Counts up with each change.</summary>
    public int Version { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public Guid ChangedBy { get; set; }

    /// <summary>What the search knows of it; follows from everything else.</summary>
    public RecipeFacts Facts { get; set; } = new();
}

/// <summary>What follows from a recipe's text and from what is in it: written whenever either changes, so that a search has only to look it up.</summary>
public sealed record RecipeFacts
{
    public string Language { get; init; } = "en";
    public string IngredientWords { get; init; } = "";

    /// <summary>Tags, cuisine, course, notes, summary.</summary>
    public string TagWords { get; init; } = "";

    /// <summary>The steps, and what is in its sub-recipes.</summary>
    public string MethodWords { get; init; } = "";
    public string[] Tags { get; init; } = [];

    /// <summary>What it is made with.</summary>
    public string[] Equipment { get; init; } = [];
    public string? Cuisine { get; init; }
    public string? Course { get; init; }
    public int? Minutes { get; init; }

    /// <summary>The allergens that every ingredient, in sub-recipes too, is declared to be free of.</summary>
    public Menu.Allergen[] FreeOf { get; init; } = [];

    /// <summary>The allergens that are or may be in it, as far as anybody said.</summary>
    public Menu.Allergen[] Holds { get; init; } = [];

    /// <summary>Whether the stock knows every ingredient, in sub-recipes too.</summary>
    public bool IsLinked { get; init; }
}

/// <summary>A recipe as it was.</summary>
public sealed class RecipeVersion
{
    public Guid RecipeId { get; init; }
    public int Version { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid PersonId { get; init; }
    public required RecipeText Text { get; init; }

    /// <summary>What its ingredients were for the stock.</summary>
    public IReadOnlyList<SavedRecipeLine> Lines { get; init; } = [];
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

/// <summary>What a portion of a recipe takes of an item, in base units; of recipes whose yield is counted, and of which the stock knows every ingredient.</summary>
public sealed class RecipeNeed
{
    public Guid RecipeId { get; init; }
    public Guid ItemId { get; init; }
    public decimal Quantity { get; init; }
}

/// <summary>What a modifier changes in what a portion takes of an item, in base units.</summary>
public sealed class ModifierNeed
{
    public Guid ModifierId { get; init; }
    public Guid ItemId { get; init; }
    public decimal Quantity { get; set; }
}
