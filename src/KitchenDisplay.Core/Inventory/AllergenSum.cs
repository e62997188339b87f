using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What is known of the allergens in several ingredients together.</summary>
public static class AllergenSum
{
    /// <summary>Each of the 14 allergens with its worst state in any ingredient. Silence is never free, and nothing is known of a dish without ingredients.</summary>
    /// <param name="ingredients">The declarations of each ingredient; an ingredient without any still counts.</param>
    public static IReadOnlyDictionary<Allergen, AllergenState> Worst(IEnumerable<IEnumerable<ItemAllergen>> ingredients)
    {
        var all = ingredients.Select(i => i.ToList()).ToList();
        return Enum.GetValues<Allergen>().ToDictionary(a => a, a => all.Select(i => StateIn(i, a)).DefaultIfEmpty(AllergenState.NotDeclared).Min());
    }

    /// <summary>Free of wheat alone says nothing about rye: only a word on the whole allergen, or one on each kind, leaves nothing open.</summary>
    private static AllergenState StateIn(List<ItemAllergen> declared, Allergen allergen)
    {
        var entries = declared.Where(d => d.Allergen == allergen).ToList();
        var kinds = AllergenKinds.Of(allergen);
        var isComplete = entries.Any(e => e.Kind is null)
            || (kinds.Count > 0 && kinds.All(k => entries.Any(e => string.Equals(e.Kind, k, StringComparison.OrdinalIgnoreCase))));
        // The states are numbered from the worst.
        return entries.Select(e => e.State).Append(isComplete ? AllergenState.Free : AllergenState.NotDeclared).Min();
    }
}
