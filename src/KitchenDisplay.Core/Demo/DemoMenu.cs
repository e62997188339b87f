using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Demo;

/// <summary>A page of the menu.</summary>
public sealed record DemoCategory(string Name, IReadOnlyList<DemoDish> Dishes);

/// <summary>A dish or drink with its price in the restaurant's currency, and its course and tax class by number and code.</summary>
public sealed record DemoDish(
    string Name,
    decimal Price,
    string Tax,
    int Course,
    IReadOnlyList<IReadOnlyList<DemoStep>> Steps)
{
    /// <summary>What the walls call the dish where the menu's name is too long for them.</summary>
    public string? KitchenName { get; init; }

    /// <summary>Codes of the modifier groups, in the order in which the waiter is asked.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The recipe that it is made by; null for what nobody has written down.</summary>
    public string? Recipe { get; init; }

    /// <summary>How much of the recipe is a portion; null without one.</summary>
    public DemoPortion? Portion { get; init; }

    /// <summary>Allergens that are in every portion, unless a modifier leaves them out.</summary>
    public IReadOnlyList<Allergen> Contains { get; init; } = [];

    /// <summary>Allergens that may get in: as traces, from the fryer, or with a modifier.</summary>
    public IReadOnlyList<Allergen> MayContain { get; init; } = [];

    /// <summary>Allergens that the kitchen vouches are not in it; what stands in no list is not declared.</summary>
    public IReadOnlyList<Allergen> Free { get; init; } = [];

    /// <summary>Whether the kitchen vouches for every allergen that is neither contained nor possible.</summary>
    public bool FreeOfOthers { get; init; }

    /// <summary>Every allergen that the kitchen vouches is not in the dish.</summary>
    public IReadOnlyList<Allergen> DeclaredFree() =>
        FreeOfOthers ? [.. Enum.GetValues<Allergen>().Except(Contains).Except(MayContain)] : Free;
}

/// <summary>A station's part of a dish and its preparation time in seconds; the inner list of steps runs at once, the outer one in turn.</summary>
public sealed record DemoStep(string Station, int Seconds);

/// <summary>A question about a dish with the least and the most answers it takes; a least of one or more makes it required.</summary>
public sealed record DemoModifierGroup(string Code, string Name, int Min, int Max, IReadOnlyList<DemoModifier> Modifiers);

/// <summary>An answer and what it adds to the price, which may be negative.</summary>
public sealed record DemoModifier(string Name, ModifierKind Kind, decimal Price)
{
    /// <summary>What it changes in what a portion takes from the stock.</summary>
    public IReadOnlyList<DemoModifierItem> Items { get; init; } = [];
}
