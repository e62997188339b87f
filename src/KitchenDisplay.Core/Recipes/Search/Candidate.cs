using System.Globalization;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>A recipe that may be shown, with what its order and the facets need.</summary>
/// <param name="Score">Before it is compared more closely.</param>
/// <param name="Size">How many different words its title has.</param>
/// <param name="Facets">As <see cref="Seen.Of"/> reads them.</param>
internal sealed record Candidate(Guid Id, bool IsFull, double Score, int Size, string Facets);

/// <summary>What facets count of a recipe.</summary>
internal sealed record Seen(string[] Tags, string Cuisine, string Course, string[] FreeOf, int? Minutes)
{
    /// <summary>Out of one text, in which the database keeps them together: a thousand rows of five values take longer to read than to find.</summary>
    internal static Seen Of(string facets)
    {
        var parts = facets.Split('\x1f');
        return new(Each(parts[0]), parts[1], parts[2], Each(parts[3]), parts[4].Length == 0 ? null : int.Parse(parts[4], CultureInfo.InvariantCulture));
    }

    private static string[] Each(string words) => words.Split('\x1e', StringSplitOptions.RemoveEmptyEntries);
}
