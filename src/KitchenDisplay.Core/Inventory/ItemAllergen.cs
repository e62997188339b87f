using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What an item says of an allergen.</summary>
/// <param name="Kind">Of cereals and nuts which one: wheat, almonds; null for the allergen as a whole.</param>
public sealed record ItemAllergen(Allergen Allergen, string? Kind, AllergenState State);

/// <summary>The allergens of EU regulation 1169/2011, annex II, that have to be named by their kind.</summary>
public static class AllergenKinds
{
    public static IReadOnlyDictionary<Allergen, IReadOnlyList<string>> All { get; } = new Dictionary<Allergen, IReadOnlyList<string>>
    {
        [Allergen.Gluten] = ["wheat", "rye", "barley", "oats", "spelt", "khorasan wheat"],
        [Allergen.Nuts] = ["almonds", "hazelnuts", "walnuts", "cashews", "pecans", "brazil nuts", "pistachios", "macadamia nuts"],
    };

    /// <summary>Whether there is such a kind of the allergen, or none is named.</summary>
    public static bool IsKnown(ItemAllergen declared) => declared.Kind is null || All.TryGetValue(declared.Allergen, out var kinds) && kinds.Contains(declared.Kind);
}

/// <summary>What several items come to in one pot.</summary>
public static class AllergenSum
{
    /// <summary>The worst of what they say, for each allergen: contains, may contain, not declared, free. What an item says nothing of is not declared, and never free.</summary>
    public static IReadOnlyDictionary<Allergen, AllergenState> Worst(IEnumerable<IReadOnlyList<ItemAllergen>> items)
    {
        var all = items.ToList();
        return Enum.GetValues<Allergen>().ToDictionary(a => a, a => all.Count == 0 ? AllergenState.NotDeclared : all.Min(item => Of(item, a)));
    }

    // One kind that is free says nothing of the others.
    private static AllergenState Of(IReadOnlyList<ItemAllergen> item, Allergen allergen)
    {
        var said = item.Where(a => a.Allergen == allergen).ToList();
        var worst = said.Count == 0 ? AllergenState.NotDeclared : said.Min(a => a.State);
        return worst == AllergenState.Free && said.All(a => a.Kind is not null) && !CoversAll(said, allergen) ? AllergenState.NotDeclared : worst;
    }

    private static bool CoversAll(List<ItemAllergen> said, Allergen allergen) => AllergenKinds.All.TryGetValue(allergen, out var kinds) && kinds.All(kind => said.Exists(a => a.Kind == kind));
}
