namespace KitchenDisplay.Core.Inventory;

/// <summary>In what an item is counted: by weight, by volume, or in pieces.</summary>
public enum BaseUnit
{
    Gram,
    Millilitre,
    Piece,
}

/// <summary>A unit that means the same for everything.</summary>
/// <param name="Word">As it is written.</param>
/// <param name="Base">What it is so many of.</param>
/// <param name="Factor">How many of the base unit.</param>
public sealed record GenericUnit(string Word, BaseUnit Base, decimal Factor);

/// <summary>The units that mean the same for everything, by the words for them. Cups and spoons are those of the United States, as the USDA's tables use them.</summary>
public static class Units
{
    private const decimal Cup = 236.5882365m;

    private static readonly Dictionary<string, GenericUnit> byWord = Words(
    [
        (new("g", BaseUnit.Gram, 1), ["gram", "grams"]), (new("kg", BaseUnit.Gram, 1000), ["kilogram", "kilograms", "kilo"]), (new("mg", BaseUnit.Gram, 0.001m), ["milligram", "milligrams"]),
        (new("oz", BaseUnit.Gram, 28.349523125m), ["ounce", "ounces"]), (new("lb", BaseUnit.Gram, 453.59237m), ["lbs", "pound", "pounds"]),
        (new("ml", BaseUnit.Millilitre, 1), ["millilitre", "milliliter", "millilitres", "milliliters"]), (new("cl", BaseUnit.Millilitre, 10), ["centilitre", "centiliter"]), (new("dl", BaseUnit.Millilitre, 100), ["decilitre", "deciliter"]),
        (new("l", BaseUnit.Millilitre, 1000), ["litre", "liter", "litres", "liters"]),
        (new("tsp", BaseUnit.Millilitre, Cup / 48), ["teaspoon", "teaspoons"]), (new("tbsp", BaseUnit.Millilitre, Cup / 16), ["tablespoon", "tablespoons"]), (new("fl oz", BaseUnit.Millilitre, Cup / 8), ["floz", "fluid ounce", "fluid ounces"]),
        (new("cup", BaseUnit.Millilitre, Cup), ["cups"]), (new("pint", BaseUnit.Millilitre, Cup * 2), ["pt", "pints"]), (new("quart", BaseUnit.Millilitre, Cup * 4), ["qt", "quarts"]), (new("gallon", BaseUnit.Millilitre, Cup * 16), ["gal", "gallons"]),
        (new("pc", BaseUnit.Piece, 1), ["piece", "pieces", "each", "pcs"]), (new("dozen", BaseUnit.Piece, 12), ["dz"]),
    ]);

    /// <summary>The word for a base unit.</summary>
    public static string Word(BaseUnit unit) => unit switch { BaseUnit.Gram => "g", BaseUnit.Millilitre => "ml", _ => "pc" };

    /// <summary>The unit that a word means for everything; null when it means something for some items only.</summary>
    public static GenericUnit? Find(string? word) => byWord.GetValueOrDefault(Plain(word));

    /// <summary>Whether the word means the same for everything.</summary>
    public static bool IsKnown(string? word) => Find(word) is not null;

    /// <summary>The word by which a unit is known, however it was typed.</summary>
    internal static string Key(string? word) => Find(word)?.Word ?? Plain(word);

    private static string Plain(string? word) => (word ?? "").Trim().ToLowerInvariant();

    private static Dictionary<string, GenericUnit> Words((GenericUnit Unit, string[] Also)[] units) =>
        units.SelectMany(u => u.Also.Append(u.Unit.Word), (u, word) => (word, u.Unit)).ToDictionary(u => u.word, u => u.Unit);
}
