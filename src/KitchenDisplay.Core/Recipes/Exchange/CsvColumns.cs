namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A column of a table of recipes, both ways.</summary>
/// <param name="Names">The one that is written, and others that are read as well.</param>
internal sealed record CsvColumn(string[] Names, Func<RecipeText, string, RecipeText> Read, Func<RecipeText, string?> Write);

/// <summary>The columns that are understood; their order is that of a written file, and what decides how others are read comes before them.</summary>
internal static class CsvColumns
{
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        new(["title", "name", "recipe"], (r, text) => r with { Title = text }, r => r.Title),
        new(["language"], (r, text) => r with { Language = text.Length == 2 ? text.ToLowerInvariant() : r.Language }, r => r.Language),
        new(["summary", "description"], (r, text) => r with { Summary = text }, r => r.Summary),
        new(["author"], (r, text) => r with { Author = text }, r => r.Author),
        new(["cuisine"], (r, text) => r with { Cuisine = text }, r => r.Cuisine),
        new(["course", "category"], (r, text) => r with { Course = text }, r => r.Course),
        new(["difficulty"], (r, text) => r with { Difficulty = Enum.TryParse<Difficulty>(text, true, out var d) && Enum.IsDefined(d) ? d : null }, r => r.Difficulty?.ToString()),
        new(["tags", "keywords"], (r, text) => r with { Tags = List(text) }, r => Joined(r.Tags)),
        new(["equipment", "tools"], (r, text) => r with { Equipment = List(text) }, r => Joined(r.Equipment)),
        new(["notes"], (r, text) => r with { Notes = text }, r => r.Notes),
        new(["photo", "image"], (r, text) => r with { Photo = text }, r => r.Photo),
        new(["prep minutes", "prep time", "prep"], (r, text) => r with { PrepMinutes = Minutes(text) }, r => Whole(r.PrepMinutes)),
        new(["cook minutes", "cook time", "cook"], (r, text) => r with { CookMinutes = Minutes(text) }, r => Whole(r.CookMinutes)),
        new(["total minutes", "total time", "total"], (r, text) => r with { TotalMinutes = Minutes(text) }, r => Whole(r.TotalMinutes)),
        new(["yield", "servings", "portions"], Yield, r => r.Yield is { } y ? Numbers.Write(y) : null),
        new(["yield unit"], (r, text) => r with { YieldUnit = text }, r => r.YieldUnit),
        new(["ingredients"], (r, text) => r with { Ingredients = IngredientLists.Read(text.Split('\n', StringSplitOptions.TrimEntries), r.Language) }, r => string.Join('\n', IngredientLists.Write(r.Ingredients))),
        new(["steps", "method", "directions", "instructions"], (r, text) => r with { Method = StepLists.Read(text) }, r => StepLists.Write(r.Method)),
    ];

    private static RecipeText Yield(RecipeText recipe, string text) => Yields.Read(text) is var (quantity, unit, _) ? recipe with { Yield = quantity, YieldUnit = unit } : recipe;

    private static int? Minutes(string text) => Numbers.Read(text) is { } minutes ? Numbers.Minutes(minutes) : IsoDurations.Read(text);

    private static string? Whole(int? minutes) => minutes is { } m ? Numbers.Write(m) : null;

    private static string[] List(string text) => text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Joined(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join('\n', texts);
}
