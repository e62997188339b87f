using KitchenDisplay.Core.Recipes.Versions;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>A recipe as it is typed: every field a text, so that nothing is lost that makes no sense yet.</summary>
public sealed record WrittenRecipe
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Yield { get; init; } = "";
    public string YieldUnit { get; init; } = "";

    /// <summary>A number of minutes, or "1 h 20 min".</summary>
    public string Prep { get; init; } = "";
    public string Cook { get; init; } = "";

    /// <summary>Empty for the sum of the two.</summary>
    public string Total { get; init; } = "";
    public string Difficulty { get; init; } = "";
    public string Cuisine { get; init; } = "";
    public string Course { get; init; } = "";
    public string Language { get; init; } = "en";

    /// <summary>With commas between them.</summary>
    public string Tags { get; init; } = "";

    /// <summary>One a line.</summary>
    public string Equipment { get; init; } = "";
    public string Notes { get; init; } = "";
    public string Photo { get; init; } = "";

    /// <summary>As <see cref="TypedLists"/> reads it.</summary>
    public string Ingredients { get; init; } = "";

    /// <summary>As <see cref="TypedLists"/> reads it.</summary>
    public string Steps { get; init; } = "";

    /// <summary>A recipe as somebody would have typed it.</summary>
    public static WrittenRecipe Of(RecipeAt recipe) => new()
    {
        Title = recipe.Text.Title,
        Summary = Line(recipe.Text.Summary),
        Yield = TypedFields.Write(recipe.Yield),
        YieldUnit = recipe.YieldUnit,
        Prep = TypedFields.Write(recipe.Text.PrepMinutes),
        Cook = TypedFields.Write(recipe.Text.CookMinutes),
        Total = recipe.Text.TotalMinutes == (recipe.Text with { TotalMinutes = null }).TotalMinutes ? "" : TypedFields.Write(recipe.Text.TotalMinutes),
        Difficulty = recipe.Text.Difficulty?.ToString() ?? "",
        Cuisine = recipe.Text.Cuisine ?? "",
        Course = recipe.Text.Course ?? "",
        Language = recipe.Text.Language,
        Tags = string.Join(", ", recipe.Text.Tags),
        Equipment = string.Join('\n', recipe.Text.Equipment),
        Notes = Line(recipe.Text.Notes),
        Photo = recipe.Text.Photo ?? "",
        Ingredients = string.Join('\n', TypedLists.Lines(recipe.Text.Ingredients)),
        Steps = string.Join('\n', TypedLists.Lines(recipe.Text.Method)),
    };

    /// <summary>This where it differs from <paramref name="opened"/>, and <paramref name="theirs"/> where it does not: of what both have changed, this.</summary>
    public WrittenRecipe OnTopOf(WrittenRecipe theirs, WrittenRecipe opened)
    {
        return new()
        {
            Title = Mine(w => w.Title),
            Summary = Mine(w => w.Summary),
            Yield = Mine(w => w.Yield),
            YieldUnit = Mine(w => w.YieldUnit),
            Prep = Mine(w => w.Prep),
            Cook = Mine(w => w.Cook),
            Total = Mine(w => w.Total),
            Difficulty = Mine(w => w.Difficulty),
            Cuisine = Mine(w => w.Cuisine),
            Course = Mine(w => w.Course),
            Language = Mine(w => w.Language),
            Tags = Mine(w => w.Tags),
            Equipment = Mine(w => w.Equipment),
            Notes = Mine(w => w.Notes),
            Photo = Mine(w => w.Photo),
            Ingredients = Mine(w => w.Ingredients),
            Steps = Mine(w => w.Steps),
        };

        string Mine(Func<WrittenRecipe, string> field) => field(this) == field(opened) ? field(theirs) : field(this);
    }

    // A browser's box knows one kind of line end only; another one would seem to be a change.
    private static string Line(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
