namespace KitchenDisplay.Core.Menu;

/// <summary>Something on the menu. Without steps it needs no station and is served when it is sent.</summary>
public sealed class Dish
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CategoryId { get; set; }
    public required string Name { get; set; }

    /// <summary>A shorter name for the wall, if the menu's is long.</summary>
    public string? KitchenName { get; set; }
    public decimal Price { get; set; }
    public Guid TaxClassId { get; set; }

    /// <summary>The course that it belongs to unless the waiter says otherwise.</summary>
    public int Course { get; set; }
    public int Position { get; set; }

    /// <summary>False once it has left the menu; old orders still name it.</summary>
    public bool Active { get; set; } = true;

    /// <summary>The recipe that it is made by; null while nobody has said.</summary>
    public Guid? RecipeId { get; set; }

    /// <summary>How much of what the recipe makes is a portion, in <see cref="PortionUnit"/>.</summary>
    public decimal? Portion { get; set; }
    public string? PortionUnit { get; set; }
    public IList<DishStep> Steps { get; init; } = [];
    public IList<DishModifierGroup> Groups { get; init; } = [];
    public IList<DishAllergen> Allergens { get; init; } = [];
}

/// <summary>What a station does for a dish. Steps with the same number are done at once, a higher number comes after.</summary>
public sealed class DishStep
{
    public Guid DishId { get; init; }
    public int Step { get; init; }
    public Guid StationId { get; init; }

    /// <summary>How long the station takes, in seconds.</summary>
    public int PrepSeconds { get; set; }
}

/// <summary>What is known of one allergen in a dish.</summary>
public sealed class DishAllergen
{
    public Guid DishId { get; init; }
    public Allergen Allergen { get; init; }

    /// <summary>What the dish itself declares; null when only its recipe says something.</summary>
    public AllergenState? Declared { get; set; }

    /// <summary>The worst of what it declares and what its recipe has in it.</summary>
    public AllergenState State { get; set; }
}
