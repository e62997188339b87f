using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What an item declares of one allergen.</summary>
/// <param name="Kind">Which cereal or nut, a word of <see cref="AllergenKinds"/>; null for the allergen as a whole.</param>
public sealed record ItemAllergen(Allergen Allergen, string? Kind, AllergenState State);
