using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Says what an item is, or changes it.</summary>
/// <param name="ItemId">Made by whoever adds it.</param>
/// <param name="Attributes">A JSON object of anything else that is known of it; null for none.</param>
public sealed record SaveItem(Guid Id, Guid ItemId, string Name, BaseUnit Unit, IReadOnlyList<SavedMeasure> Measures, IReadOnlyList<ItemAllergen> Allergens, decimal? NearlyOutAt = null, string? Attributes = null, bool Active = true) : Command<ItemSaved>(Id)
{
    public const int MaxName = 120;

    // A client may leave a list out, whatever its type says.
    public IReadOnlyList<SavedMeasure> Measures { get; init => field = value ?? []; } = Measures ?? [];
    public IReadOnlyList<ItemAllergen> Allergens { get; init => field = value ?? []; } = Allergens ?? [];
}

/// <summary>So much of the one unit is so much of the other: 1 bunch = 85 g.</summary>
public sealed record SavedMeasure(decimal Quantity, string Unit, decimal OfQuantity, string OfUnit, bool IsPack = false);

/// <summary>The item is saved.</summary>
public sealed record ItemSaved(Guid ItemId);

/// <summary>Says what a recipe makes, and of what.</summary>
/// <param name="RecipeId">Made by whoever adds it.</param>
/// <param name="Text">As people read it; null to leave it as it is but for its title and its ingredients.</param>
/// <param name="BasedOn">The version that was open when the change was made; null when nobody could have seen another.</param>
public sealed record SaveRecipe(Guid Id, Guid RecipeId, string Name, decimal Yield, string YieldUnit, IReadOnlyList<SavedRecipeLine> Lines, RecipeText? Text = null, int? BasedOn = null) : Command<RecipeSaved>(Id)
{
    public IReadOnlyList<SavedRecipeLine> Lines { get; init => field = value ?? []; } = Lines ?? [];
}

/// <summary>An ingredient: an item or what another recipe makes, one of the two.</summary>
/// <param name="Usable">The part of what is taken from the shelf that goes into the pot, above 0 and up to 1.</param>
/// <param name="At">Which ingredient of the text it is, from 1; null: they come in the same order.</param>
public sealed record SavedRecipeLine(Guid? ItemId, Guid? SubRecipeId, decimal Quantity, string Unit, decimal Usable = 1, int? At = null);

/// <summary>The recipe is saved.</summary>
public sealed record RecipeSaved(Guid RecipeId, int Version = 1);

/// <summary>Makes an earlier version of a recipe, its text and what it was for the stock, the newest one.</summary>
/// <param name="BasedOn">The version that was the newest when this was asked.</param>
public sealed record GoBackTo(Guid Id, Guid RecipeId, int Version, int BasedOn) : Command<RecipeSaved>(Id);

/// <summary>Takes recipes in that were written elsewhere. What is already here, word for word, is not taken in again.</summary>
public sealed record ImportRecipes(Guid Id, IReadOnlyList<ImportedRecipe> Recipes) : Command<RecipesImported>(Id)
{
    /// <summary>More come in several commands, so that each is done or not done.</summary>
    public const int Most = 500;

    public IReadOnlyList<ImportedRecipe> Recipes { get; init => field = value ?? []; } = Recipes ?? [];
}

/// <summary>A recipe that was written elsewhere, with those of its ingredients of which somebody has said what they are in the stock.</summary>
/// <param name="Lines">Each with its place in the text; null for none.</param>
public sealed record ImportedRecipe(RecipeText Text, IReadOnlyList<SavedRecipeLine>? Lines = null)
{
    public IReadOnlyList<SavedRecipeLine> Lines { get; init => field = value ?? []; } = Lines ?? [];
}

/// <summary>They are in the book.</summary>
/// <param name="Known">How many of them were there already.</param>
public sealed record RecipesImported(IReadOnlyList<Guid> Recipes, int Known);

/// <summary>Says by which recipe a dish is made, and how much of it is a portion; no recipe takes it away.</summary>
public sealed record SetDishRecipe(Guid Id, Guid DishId, Guid? RecipeId, decimal? Portion = null, string? PortionUnit = null) : Command<DishRecipeSet>(Id);

/// <summary>How many items a portion takes from.</summary>
public sealed record DishRecipeSet(int Items);

/// <summary>Says what a modifier adds to a portion, and takes away where the quantity is negative.</summary>
/// <param name="Clears">The allergens that a portion is surely free of with it; null for none.</param>
public sealed record SetModifierItems(Guid Id, Guid ModifierId, IReadOnlyList<ModifierPart> Items, IReadOnlyList<Allergen>? Clears = null) : Command<ModifierItemsSet>(Id)
{
    public IReadOnlyList<ModifierPart> Items { get; init => field = value ?? []; } = Items ?? [];
}

/// <summary>So much of an item more, or less.</summary>
public sealed record ModifierPart(Guid ItemId, decimal Quantity, string Unit);

/// <summary>Says whether equipment carries traces from one recipe to the next.</summary>
public sealed record ShareEquipment(Guid Id, string Name, bool IsShared) : Command<EquipmentShared>(Id);

/// <summary>How many recipes are made with it.</summary>
public sealed record EquipmentShared(int Recipes);

/// <summary>How many items the modifier changes.</summary>
public sealed record ModifierItemsSet(int Items);
