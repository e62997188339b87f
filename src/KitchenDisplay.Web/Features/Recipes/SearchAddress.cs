using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Recipes;

/// <summary>A search as an address, so that it can be sent to somebody and found again in the history.</summary>
public static class SearchAddress
{
    /// <summary>The wish of an address' query.</summary>
    public static SearchWish Read(string? text, string[]? tags, string? cuisine, string? course, string[]? free, int? minutes, bool exact) => new(text)
    {
        Tags = tags ?? [],
        Cuisine = cuisine,
        Course = course,
        FreeOf = [.. (free ?? []).Where(f => Enum.TryParse<Allergen>(f, ignoreCase: true, out var known) && Enum.IsDefined(known)).Select(f => Enum.Parse<Allergen>(f, ignoreCase: true)).Distinct()],
        MaxMinutes = minutes is > 0 ? minutes : null,
        IsExact = exact,
    };

    /// <summary>The address of a wish, beside the present one.</summary>
    public static string Of(SearchWish wish, NavigationManager addresses) => addresses.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(wish.Text) ? null : wish.Text,
        ["tag"] = wish.Tags.ToArray(),
        ["cuisine"] = wish.Cuisine,
        ["course"] = wish.Course,
        ["free"] = wish.FreeOf.Select(a => a.ToString().ToLowerInvariant()).ToArray(),
        ["minutes"] = wish.MaxMinutes,
        ["exact"] = wish.IsExact ? true : null,
    });
}
