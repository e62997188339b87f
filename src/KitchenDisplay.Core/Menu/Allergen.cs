namespace KitchenDisplay.Core.Menu;

/// <summary>The 14 allergens of EU regulation 1169/2011, annex II.</summary>
public enum Allergen
{
    Gluten,
    Crustaceans,
    Eggs,
    Fish,
    Peanuts,
    Soybeans,
    Milk,
    Nuts,
    Celery,
    Mustard,
    Sesame,
    Sulphites,
    Lupin,
    Molluscs,
}

/// <summary>What is known of an allergen in a dish, worst first. No entry means <see cref="NotDeclared"/>, which is never the same as free.</summary>
public enum AllergenState
{
    Contains,
    MayContain,
    NotDeclared,
    Free,
}
