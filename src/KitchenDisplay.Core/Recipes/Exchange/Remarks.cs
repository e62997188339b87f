using System.Globalization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>The remarks that every kind of file has.</summary>
internal static class Remarks
{
    // Below, a person had better look.
    private const double Doubtful = 0.5;

    private static readonly Sentence writeClearly = new("Write it as quantity, unit and ingredient, such as “200 g flour, sifted”, or leave it as it is.");

    /// <summary>What is to be said of a line of ingredients; null when it was understood.</summary>
    public static Remark? OfLine(IngredientLine line, string where) => line switch
    {
        { Confidence: 0 } => new(where, line.Text, new("“{0}” is kept as text: no ingredient was recognised in it.", line.Text), writeClearly),
        { Confidence: < Doubtful } => new(where, line.Text, new("“{0}” was understood only in part, as “{1}”.", line.Text, Understood(line)), writeClearly),
        _ => null,
    };

    public static Remark Yield(string where, string text, decimal? quantity, string? unit) => quantity is null
        ? new(where, text, new("“{0}” says no quantity that comes out of it.", text), new("Write a number, such as “4 servings”."))
        : new(where, text, new("“{0}” was read as {1} {2}.", text, quantity, unit!), new("Correct the yield if that is not what it makes."));

    public static Remark Time(string where, string text, int? minutes) => minutes is null
        ? new(where, text, new("“{0}” says no time.", text), new("Write it as “1 h 20 min”."))
        : new(where, text, new("“{0}” was read as {1} minutes.", text, minutes), new("Correct the time if that is not what it takes."));

    public static Remark NoIngredients(string where) => new(where, "", new("No ingredients were found."), new("Add a list of ingredients, or write them in the recipe."));

    public static Remark NoMethod(string where) => new(where, "", new("No steps were found."), new("Add the steps, or write them in the recipe."));

    /// <summary>The lists that a recipe lacks.</summary>
    public static IEnumerable<Remark> OfWhole(RecipeText recipe, string where = "")
    {
        if (recipe.Ingredients.Count == 0) yield return NoIngredients(where);
        if (recipe.Method.Count == 0) yield return NoMethod(where);
    }

    private static string Understood(IngredientLine line) => string.Join(' ', new[] { line.Quantity?.ToString("0.####", CultureInfo.CurrentCulture), line.Unit, line.Name }.Where(w => w is not null));
}
