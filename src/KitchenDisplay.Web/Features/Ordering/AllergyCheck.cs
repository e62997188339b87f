using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Something in a dish that a guest must not be given, or of which nobody has said that it is not in there.</summary>
public sealed record AllergyWarning(Allergen Allergen, AllergenState State, int Seat);

/// <summary>What stands between a dish and the guests who would eat it.</summary>
public static class AllergyCheck
{
    /// <summary>The warnings for a dish at a seat, the worst first; a shared dish (no seat) is everybody's.</summary>
    public static IReadOnlyList<AllergyWarning> Warnings(Dish dish, int? seat, IReadOnlyList<GuestView> guests) =>
        [.. guests.Where(g => seat is null || g.Seat == seat)
            .SelectMany(g => g.Allergies.Select(a => new AllergyWarning(a, StateOf(dish, a), g.Seat)))
            .Where(w => w.State != AllergenState.Free).OrderBy(w => w.State).ThenBy(w => w.Seat).ThenBy(w => w.Allergen)];

    /// <summary>What is known of an allergen in a dish. Silence is never "free".</summary>
    public static AllergenState StateOf(Dish dish, Allergen allergen) =>
        dish.Allergens.FirstOrDefault(a => a.Allergen == allergen)?.State ?? AllergenState.NotDeclared;

    /// <summary>What a dish contains for certain, in the order of the law.</summary>
    public static IEnumerable<Allergen> Contains(Dish dish) => dish.Allergens.Where(a => a.State == AllergenState.Contains).Select(a => a.Allergen).Order();
}
