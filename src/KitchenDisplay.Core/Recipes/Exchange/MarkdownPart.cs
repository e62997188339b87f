namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The parts of a recipe in Markdown, in the order in which they are written.</summary>
internal enum MarkdownPart
{
    /// <summary>What a recipe has no place for, such as further pictures; it is only written again.</summary>
    Other,
    Title,
    Photo,
    Summary,
    Prep,
    Cook,
    Total,
    Yield,
    Equipment,
    Ingredients,
    Method,
    Notes,
}
