using System.Text.Json;

namespace KitchenDisplay.Core.Recipes;

/// <summary>A recipe as people write and read it: what is imported, edited, kept as a version and exported. What it is made of for the stock follows from its lines.</summary>
/// <param name="Title">As it stands on the card.</param>
public sealed record RecipeText(string Title)
{
    /// <summary>Two letters of ISO 639-1, such as <c>en</c>; decides how its words are stemmed.</summary>
    public string Language { get; init; } = "en";
    public string? Summary { get; init; }
    public string? Author { get; init; }
    public string? Cuisine { get; init; }

    /// <summary>What it is in a meal: starter, main, dessert.</summary>
    public string? Course { get; init; }
    public Difficulty? Difficulty { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Equipment { get; init; } = [];
    public string? Notes { get; init; }

    /// <summary>An address, as the source gives it.</summary>
    public string? Photo { get; init; }
    public int? PrepMinutes { get; init; }
    public int? CookMinutes { get; init; }

    /// <summary>As the source says, or the sum of the two; null when nobody said.</summary>
    public int? TotalMinutes { get => field ?? (PrepMinutes is null && CookMinutes is null ? null : (PrepMinutes ?? 0) + (CookMinutes ?? 0)); init; }

    /// <summary>How much comes out of it, in <see cref="YieldUnit"/>; null when nobody said.</summary>
    public decimal? Yield { get; init; }

    /// <summary>A generic unit, or a word: servings, loaves.</summary>
    public string? YieldUnit { get; init; }
    public IReadOnlyList<IngredientGroup> Ingredients { get; init; } = [];
    public IReadOnlyList<MethodSection> Method { get; init; } = [];

    /// <summary>The document that it was read from, whole, as a JSON object; null for one that was written here.</summary>
    public JsonElement? Source { get; init; }
}

/// <summary>How hard it is.</summary>
public enum Difficulty
{
    Easy,
    Medium,
    Hard,
}

/// <summary>Ingredients under a heading, or without one.</summary>
public sealed record IngredientGroup(string? Name, IReadOnlyList<IngredientLine> Lines);

/// <summary>A line of a list of ingredients: as it was written, and what of it was understood.</summary>
/// <param name="Text">As it was written; never empty.</param>
public sealed record IngredientLine(string Text)
{
    /// <summary>A line that was never written: so much of something that the stock knows.</summary>
    public static IngredientLine Of(decimal quantity, string unit, string name) =>
        new($"{quantity.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} {unit} {name}") { Quantity = quantity, Unit = unit, Name = name, Confidence = 1 };

    public decimal? Quantity { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? QuantityTo { get; init; }

    /// <summary>A generic unit by its word in <see cref="Inventory.Units"/>, or another word: clove, bunch, tin.</summary>
    public string? Unit { get; init; }

    /// <summary>What it is, without quantity and preparation; null when it was not understood.</summary>
    public string? Name { get; init; }

    /// <summary>What is done to it before: finely chopped.</summary>
    public string? Preparation { get; init; }
    public bool IsOptional { get; init; }

    /// <summary>From 0, kept as text, to 1, every word of it was understood.</summary>
    public double Confidence { get; init; }
}

/// <summary>Steps under a heading, or without one.</summary>
public sealed record MethodSection(string? Name, IReadOnlyList<MethodStep> Steps);

/// <summary>A step.</summary>
/// <param name="Minutes">How long to wait, for a timer; the longer end of a range.</param>
/// <param name="Celsius">How hot.</param>
public sealed record MethodStep(string Text, decimal? Minutes = null, decimal? Celsius = null);
