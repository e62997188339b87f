using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Recipes.Versions;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>Reads the fields that somebody has typed.</summary>
public static class TypedFields
{
    // Three months: what is longer is cheese.
    private const int MostMinutes = 129_600;

    /// <summary>The languages whose words the search knows how to cut, by their ISO 639-1 letters.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. SearchTables.Languages.Keys];

    /// <summary>What was typed, as a recipe. A field that says the same as before stays what it was, however it was written.</summary>
    /// <param name="opened">The version that was opened; its author, and whatever else cannot be typed, stays.</param>
    /// <exception cref="Refusal">A field makes no sense; it names each one.</exception>
    public static (RecipeText Text, decimal Yield, string YieldUnit) Read(WrittenRecipe written, RecipeAt opened)
    {
        var (was, text, wrong) = (WrittenRecipe.Of(opened), opened.Text, new List<Sentence>());
        var yield = written.Yield == was.Yield ? opened.Yield : LineLinks.Number(written.Yield);
        if (yield is null or <= 0 || string.IsNullOrWhiteSpace(written.YieldUnit)) wrong.Add(new("Say how much it comes to, as a number and a unit: 4 servings, 2 kg."));
        var (prep, cook) = (Minutes(written.Prep, was.Prep, text.PrepMinutes, "Preparation", wrong), Minutes(written.Cook, was.Cook, text.CookMinutes, "Cooking", wrong));
        var total = Minutes(written.Total, was.Total, was.Total.Length == 0 ? null : text.TotalMinutes, "In all", wrong);
        if (written.Photo != was.Photo && written.Photo.Trim().Length > 0 && !IsWebAddress(written.Photo)) wrong.Add(new("The photo’s address has to begin with https:// or http://."));
        if (written.Difficulty.Length > 0 && !Enum.TryParse<Difficulty>(written.Difficulty, out _)) wrong.Add(new("It is easy, medium or hard."));
        if (wrong.Count > 0) throw new Refusal(wrong);
        return (text with
        {
            Title = written.Title.Trim(),
            Summary = Kept(written.Summary, was.Summary, text.Summary),
            Yield = yield,
            YieldUnit = written.YieldUnit.Trim(),
            PrepMinutes = prep,
            CookMinutes = cook,
            TotalMinutes = total,
            Difficulty = Enum.TryParse<Difficulty>(written.Difficulty, out var difficulty) ? difficulty : null,
            Cuisine = Kept(written.Cuisine, was.Cuisine, text.Cuisine),
            Course = Kept(written.Course, was.Course, text.Course),
            Language = written.Language,
            Tags = written.Tags == was.Tags ? text.Tags : Parts(written.Tags, ','),
            Equipment = written.Equipment == was.Equipment ? text.Equipment : Parts(written.Equipment, '\n'),
            Notes = Kept(written.Notes, was.Notes, text.Notes),
            Photo = Kept(written.Photo, was.Photo, text.Photo),
        }, yield!.Value, written.YieldUnit.Trim());
    }

    /// <summary>True for an address that a browser may be sent to.</summary>
    public static bool IsWebAddress(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    internal static string Write(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static int? Minutes(string typed, string was, int? known, string field, List<Sentence> wrong)
    {
        if (typed == was) return known;
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var minutes = LineLinks.Number(typed) ?? Durations.In(typed).Select(d => (decimal?)d.Minutes).Sum();
        if (minutes is >= 0 and <= MostMinutes && (minutes > 0 || typed.Contains('0', StringComparison.Ordinal))) return (int)Math.Ceiling(minutes.Value);
        wrong.Add(new("{0}: “{1}” is no time. Write minutes, or such as 1 h 20 min.", field, typed));
        return null;
    }

    private static string? Kept(string typed, string was, string? known) => typed == was ? known : string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static IReadOnlyList<string> Parts(string typed, char between) => [.. typed.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
