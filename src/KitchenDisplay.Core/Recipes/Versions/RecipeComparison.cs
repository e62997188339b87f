using System.Globalization;
using KitchenDisplay.Core.Recipes.Writing;

namespace KitchenDisplay.Core.Recipes.Versions;

/// <summary>A field that says something else in each of two versions.</summary>
/// <param name="Field">Its English name.</param>
public sealed record ComparedField(string Field, string Before, string After);

/// <summary>What differs between two versions of a recipe. Knows no database.</summary>
/// <param name="Stock">What the ingredients are for the stock.</param>
public sealed record RecipeComparison(IReadOnlyList<ComparedField> Fields, IReadOnlyList<ComparedLine> Ingredients, IReadOnlyList<ComparedLine> Stock, IReadOnlyList<ComparedLine> Steps)
{
    /// <summary>True when both say the same.</summary>
    public bool IsEmpty => Fields.Count == 0 && Ingredients.Concat(Stock).Concat(Steps).All(l => l.Became == Became.Same);

    /// <param name="nameOf">What an item or a recipe is called.</param>
    public static RecipeComparison Of(RecipeAt before, RecipeAt after, Func<Guid, string> nameOf) => new(
        [.. FieldsOf(before.Text).Zip(FieldsOf(after.Text), (b, a) => new ComparedField(b.Name, b.Value, a.Value)).Where(f => f.Before != f.After)],
        LineComparison.Of(TypedLists.Lines(before.Text.Ingredients), TypedLists.Lines(after.Text.Ingredients)),
        LineComparison.Of(StockOf(before, nameOf), StockOf(after, nameOf)),
        LineComparison.Of(TypedLists.Lines(before.Text.Method), TypedLists.Lines(after.Text.Method)));

    private static IEnumerable<(string Name, string Value)> FieldsOf(RecipeText text)
    {
        yield return ("Title", text.Title);
        yield return ("Summary", text.Summary ?? "");
        yield return ("It comes to", $"{Number(text.Yield)} {text.YieldUnit}".Trim());
        yield return ("Preparation, minutes", Number(text.PrepMinutes));
        yield return ("Cooking, minutes", Number(text.CookMinutes));
        yield return ("In all, minutes", Number(text.TotalMinutes));
        yield return ("Difficulty", text.Difficulty?.ToString() ?? "");
        yield return ("Cuisine", text.Cuisine ?? "");
        yield return ("Course", text.Course ?? "");
        yield return ("Language", text.Language);
        yield return ("Author", text.Author ?? "");
        yield return ("Tags", string.Join(", ", text.Tags));
        yield return ("Equipment", string.Join("\n", text.Equipment));
        yield return ("Notes", text.Notes ?? "");
        yield return ("Photo", text.Photo ?? "");
    }

    private static IReadOnlyList<string> StockOf(RecipeAt recipe, Func<Guid, string> nameOf) =>
        [.. recipe.Lines.Select(l => $"{nameOf(l.ItemId ?? l.SubRecipeId ?? Guid.Empty)}: {Number(l.Quantity)} {l.Unit}{(l.Usable < 1 ? $", {Number(l.Usable * 100)} %" : "")}")];

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
