namespace KitchenDisplay.Core.Inventory;

/// <summary>A unit that means the same for every item.</summary>
/// <param name="Word">As screens write it.</param>
/// <param name="InBase">How much of the base unit one of it is.</param>
public sealed record GenericUnit(string Word, BaseUnit Base, decimal InBase);

/// <summary>The generic units: metric ones, avoirdupois weights, and US kitchen measures as the USDA uses them.</summary>
public static class Units
{
    /// <summary>The US cup, in millilitres.</summary>
    public const decimal Cup = 236.5882365m;

    private static readonly (GenericUnit Unit, string[] Spellings)[] known =
    [
        (new("g", BaseUnit.Gram, 1), ["gr", "gram", "grams", "gramme", "grammes"]),
        (new("mg", BaseUnit.Gram, 0.001m), ["milligram", "milligrams"]),
        (new("kg", BaseUnit.Gram, 1000), ["kgs", "kilo", "kilos", "kilogram", "kilograms"]),
        (new("oz", BaseUnit.Gram, 28.349523125m), ["ounce", "ounces"]),
        (new("lb", BaseUnit.Gram, 453.59237m), ["lbs", "pound", "pounds"]),
        (new("ml", BaseUnit.Millilitre, 1), ["millilitre", "millilitres", "milliliter", "milliliters"]),
        (new("cl", BaseUnit.Millilitre, 10), ["centilitre", "centilitres", "centiliter", "centiliters"]),
        (new("dl", BaseUnit.Millilitre, 100), ["decilitre", "decilitres", "deciliter", "deciliters"]),
        (new("l", BaseUnit.Millilitre, 1000), ["litre", "litres", "liter", "liters"]),
        (new("tsp", BaseUnit.Millilitre, Cup / 48), ["tsps", "teaspoon", "teaspoons"]),
        (new("tbsp", BaseUnit.Millilitre, Cup / 16), ["tbsps", "tablespoon", "tablespoons"]),
        (new("fl oz", BaseUnit.Millilitre, Cup / 8), ["floz", "fluid ounce", "fluid ounces"]),
        (new("cup", BaseUnit.Millilitre, Cup), ["cups"]),
        (new("pint", BaseUnit.Millilitre, Cup * 2), ["pints", "pt", "pts"]),
        (new("quart", BaseUnit.Millilitre, Cup * 4), ["quarts", "qt", "qts"]),
        (new("gallon", BaseUnit.Millilitre, Cup * 16), ["gallons", "gal", "gals"]),
        (new("piece", BaseUnit.Piece, 1), ["pieces", "pc", "pcs", "each"]),
        (new("dozen", BaseUnit.Piece, 12), ["dozens", "doz"]),
    ];

    private static readonly Dictionary<string, GenericUnit> bySpelling = known
        .SelectMany(k => k.Spellings.Append(k.Unit.Word), (k, spelling) => (spelling, k.Unit))
        .ToDictionary(s => s.spelling, s => s.Unit, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every generic unit, weights first, then volumes, then pieces.</summary>
    public static IReadOnlyList<GenericUnit> All { get; } = [.. known.Select(k => k.Unit)];

    /// <summary>The unit that a word stands for in one of its usual spellings, whatever its case; null for a word that only an item can explain.</summary>
    public static GenericUnit? Find(string word) =>
        bySpelling.TryGetValue(Tidy(word), out var unit) || bySpelling.TryGetValue(Tidy(word.Replace('.', ' ')), out unit) ? unit : null;

    /// <summary>One word for all spellings of a generic unit; another word stays as it is, without needless blanks. Compare the answers without regard to case.</summary>
    public static string Name(string word) => Find(word)?.Word ?? Tidy(word);

    /// <summary>The word of a base unit.</summary>
    public static string Name(BaseUnit unit) => All.First(u => u.Base == unit && u.InBase == 1).Word;

    private static string Tidy(string word) => string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
