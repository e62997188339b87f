namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What recipes are written in outside of here.</summary>
public enum RecipeFormat
{
    Markdown,

    /// <summary>schema.org/Recipe, as web pages carry it.</summary>
    JsonLd,

    /// <summary>Our own, which loses nothing.</summary>
    Json,
    Csv,
}
