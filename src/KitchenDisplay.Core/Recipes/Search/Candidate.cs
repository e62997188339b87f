namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>A recipe that may be shown, with what its order and the facets need.</summary>
/// <param name="Score">Before it is compared more closely.</param>
/// <param name="Size">How many different words its title has.</param>
internal sealed record Candidate(Guid Id, bool IsFull, double Score, int Size, string[] Tags, string? Cuisine, string? Course, string[] FreeOf, int? Minutes);
