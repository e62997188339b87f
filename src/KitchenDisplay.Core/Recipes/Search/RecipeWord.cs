namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>A word that stands in some recipe, as it is written there but in small letters without accents: what a typing error is mended by.</summary>
public sealed class RecipeWord
{
    public required string Word { get; init; }
}

/// <summary>Words for the same thing: whoever looks for one finds the others. A chef edits them.</summary>
public sealed class Synonym
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Words, or several words together, in small letters.</summary>
    public required string[] Words { get; set; }
}
