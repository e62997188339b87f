using System.Text.Json;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Demo;

/// <summary>Where stock lies, and the places in it; no two places have one name.</summary>
public sealed record DemoPlace(string Name)
{
    public IReadOnlyList<DemoPlace> Places { get; init; } = [];

    /// <summary>This place and all that are in it, each with the one that it is in.</summary>
    public IEnumerable<(DemoPlace Place, DemoPlace? In)> Tree(DemoPlace? above = null) => Places.SelectMany(place => place.Tree(this)).Prepend((this, above));
}

/// <summary>An ingredient or a product that is kept in stock, and what came in of it.</summary>
public sealed record DemoItem(string Name, BaseUnit Unit, IReadOnlyList<DemoLot> Lots)
{
    public IReadOnlyList<DemoMeasure> Measures { get; init; } = [];

    public string? Code { get; init; }
    public string? Category { get; init; }

    /// <summary>Anything else that is known of it.</summary>
    public JsonElement? Attributes { get; init; }

    /// <summary>What it nourishes with; null when its maker does not say it.</summary>
    public Nutrients? Nutrition { get; init; }

    /// <summary>Whether it counts towards the portions that are left of a dish. No item of the demo is strict: more may always be sold than there is.</summary>
    public bool IsLimiting { get; init; }

    /// <summary>Base units, at or below which it is nearly out.</summary>
    public decimal? NearlyOutAt { get; init; }

    /// <summary>Allergens that are in it.</summary>
    public IReadOnlyList<DemoItemAllergen> Contains { get; init; } = [];

    /// <summary>Allergens of which there may be traces.</summary>
    public IReadOnlyList<DemoItemAllergen> MayContain { get; init; } = [];

    /// <summary>Allergens that its maker vouches are not in it; what stands in no list is not declared.</summary>
    public IReadOnlyList<Allergen> Free { get; init; } = [];

    /// <summary>Whether its maker vouches for every allergen that is neither contained nor possible.</summary>
    public bool FreeOfOthers { get; init; }

    /// <summary>All that it declares.</summary>
    public IReadOnlyList<ItemAllergen> Declared() =>
    [
        .. Contains.Select(a => new ItemAllergen(a.Allergen, a.Kind, AllergenState.Contains)),
        .. MayContain.Select(a => new ItemAllergen(a.Allergen, a.Kind, AllergenState.MayContain)),
        .. (FreeOfOthers ? Enum.GetValues<Allergen>().Except(Contains.Concat(MayContain).Select(a => a.Allergen)) : Free).Select(a => new ItemAllergen(a, null, AllergenState.Free)),
    ];
}

/// <summary>An allergen, and of cereals and nuts which one.</summary>
public sealed record DemoItemAllergen(Allergen Allergen)
{
    public string? Kind { get; init; }
}

/// <summary>What holds for one item only: 1 bunch = 85 g.</summary>
public sealed record DemoMeasure(string Unit, decimal Of, string OfUnit)
{
    public decimal Quantity { get; init; } = 1;

    /// <summary>Whether it is bought like this.</summary>
    public bool IsPack { get; init; }
}

/// <summary>What came in together and where it lies.</summary>
/// <param name="Price">For all of it, in the restaurant's currency.</param>
public sealed record DemoLot(string Place, decimal Quantity, string Unit, decimal Price)
{
    /// <summary>Days from the load to the last day on which it may be used.</summary>
    public int? UseBy { get; init; }

    /// <summary>Days from the load to the day after which somebody should look at it.</summary>
    public int? BestBefore { get; init; }

    /// <summary>How much is in a pack, in the lot's unit; null when it lies loose.</summary>
    public decimal? Pack { get; init; }
}

/// <summary>A place whose temperature is checked at these times, by the clocks of the house. Degrees Celsius.</summary>
public sealed record DemoTemperature(string Name, string Place, IReadOnlyList<TimeOnly> Times)
{
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
}

/// <summary>What is made of what, and how much comes out of it, in a generic unit.</summary>
public sealed record DemoRecipe(string Name, decimal Yield, string YieldUnit, IReadOnlyList<DemoRecipeLine> Lines)
{
    public IReadOnlyList<string> Equipment { get; init; } = [];
}

/// <summary>An ingredient: an item or what another recipe makes, one of the two by name.</summary>
public sealed record DemoRecipeLine(decimal Quantity, string Unit)
{
    public string? Item { get; init; }
    public string? Recipe { get; init; }

    /// <summary>The part of what is taken from the shelf that goes into the pot, above 0 and up to 1.</summary>
    public decimal Usable { get; init; } = 1;
}

/// <summary>How much of what a recipe makes is a portion.</summary>
public sealed record DemoPortion(decimal Quantity, string Unit);

/// <summary>What a modifier adds to a portion, or takes away when negative.</summary>
public sealed record DemoModifierItem(string Item, decimal Quantity, string Unit);
