namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>A recipe that may be shown, with what its order and the facets need.</summary>
/// <param name="Score">Before it is compared more closely.</param>
/// <param name="Size">How many different words its title has.</param>
/// <param name="Tags">One a line: a thousand arrays take longer to read than to find.</param>
/// <param name="FreeOf">Likewise.</param>
internal sealed record Candidate(Guid Id, bool IsFull, double Score, int Size, string Tags, string? Cuisine, string? Course, string FreeOf, int? Minutes)
{
    internal static string[] Each(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
