using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>A recipe of a file, or why there is none.</summary>
/// <param name="Origin">The file, and the place in it where it holds many.</param>
/// <param name="Recipe">Null when it could not be read; then a remark says why.</param>
/// <param name="Remarks">What was not understood, or only in part.</param>
public sealed record RecipeRead(string Origin, RecipeText? Recipe, IReadOnlyList<Remark> Remarks)
{
    /// <summary>What it was read as; null when nothing was.</summary>
    public RecipeFormat? Format { get; init; }

    /// <summary>A file, or a part of it, of which nothing could be read.</summary>
    internal static RecipeRead Failed(string origin, Sentence wrong, Sentence advice, string where = "", string text = "") => new(origin, null, [new(where, text, wrong, advice)]);
}

/// <summary>Something in a file that a person should look at.</summary>
/// <param name="Where">The number of the line, or the path in a JSON document; empty for the whole.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Wrong">What was not understood.</param>
/// <param name="Advice">What to do.</param>
public sealed record Remark(string Where, string Text, Sentence Wrong, Sentence Advice);
