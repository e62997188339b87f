using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Inventory;

/// <summary>The kinds by which EU regulation 1169/2011, annex II, names cereals with gluten and nuts; a label must say which.</summary>
public static class AllergenKinds
{
    private static readonly string[] cereals = ["wheat", "rye", "barley", "oats", "spelt", "kamut"];
    private static readonly string[] nuts = ["almonds", "hazelnuts", "walnuts", "cashews", "pecans", "brazil nuts", "pistachios", "macadamia"];

    /// <summary>The kinds of an allergen; none for one that the regulation does not divide.</summary>
    public static IReadOnlyList<string> Of(Allergen allergen) => allergen switch
    {
        Allergen.Gluten => cereals,
        Allergen.Nuts => nuts,
        _ => [],
    };
}
