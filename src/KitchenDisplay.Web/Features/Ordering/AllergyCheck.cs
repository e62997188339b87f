using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>What a guest must not be given and a dish contains, may contain, or does not say that it is free of.</summary>
public sealed record AllergyWarning(AllergenState State, int Seat, IReadOnlyList<Allergen> Allergens);

/// <summary>What stands between a dish and the guests who would eat it.</summary>
public static class AllergyCheck
{
    /// <summary>The warnings for a dish at a seat, the worst first; a shared dish (no seat) is everybody's.</summary>
    /// <param name="chosen">How it is ordered.</param>
    public static IReadOnlyList<AllergyWarning> Warnings(Dish dish, int? seat, IReadOnlyList<GuestView> guests, IReadOnlyCollection<Modifier> chosen) =>
        [.. guests.Where(g => seat is null || g.Seat == seat)
            .SelectMany(g => g.Allergies.Order().GroupBy(a => StateOf(dish, a, chosen), (state, allergens) => new AllergyWarning(state, g.Seat, [.. allergens])))
            .Where(w => w.State != AllergenState.Free).OrderBy(w => w.State).ThenBy(w => w.Seat)];

    /// <summary>What is known of an allergen in a dish. Silence is never "free".</summary>
    public static AllergenState StateOf(Dish dish, Allergen allergen, IReadOnlyCollection<Modifier> chosen)
    {
        var plain = chosen.Any(m => m.Clears.Contains(allergen)) ? AllergenState.Free : dish.Allergens.FirstOrDefault(a => a.Allergen == allergen)?.State ?? AllergenState.NotDeclared;
        // The states are numbered from the worst.
        return chosen.Select(m => Brings(m, allergen)).Append(plain).Min();
    }

    private static AllergenState Brings(Modifier modifier, Allergen allergen) =>
        modifier.Contains.Contains(allergen) ? AllergenState.Contains
        : modifier.MayContain.Contains(allergen) ? AllergenState.MayContain
        : modifier.NotDeclared.Contains(allergen) ? AllergenState.NotDeclared
        : AllergenState.Free;

    /// <summary>What a dish contains for certain, in the order of the law.</summary>
    public static IEnumerable<Allergen> Contains(Dish dish) => dish.Allergens.Where(a => a.State == AllergenState.Contains).Select(a => a.Allergen).Order();
}
