using System.Globalization;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenDisplay.Web.Features.Recipes;

/// <summary>A search as an address, so that it can be sent to somebody and found again in the history.</summary>
public static class SearchAddress
{
    /// <summary>The wish that an address holds; what it says wrongly is left out.</summary>
    public static SearchWish Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return new(One("q"))
        {
            Tags = [.. Every("tag")],
            Cuisine = One("cuisine"),
            Course = One("course"),
            FreeOf = [.. Every("free").Where(f => Enum.TryParse<Allergen>(f, ignoreCase: true, out var known) && Enum.IsDefined(known)).Select(f => Enum.Parse<Allergen>(f, ignoreCase: true)).Distinct()],
            MaxMinutes = int.TryParse(One("minutes"), CultureInfo.InvariantCulture, out var minutes) && minutes > 0 ? minutes : null,
            Covers = int.TryParse(One("covers"), CultureInfo.InvariantCulture, out var covers) && covers > 0 ? Math.Min(covers, SearchWish.MostCovers) : null,
            IsExact = bool.TryParse(One("exact"), out var exact) && exact,
        };

        string[] Every(string name) => query.GetValueOrDefault(name).OfType<string>().ToArray();
        string? One(string name) => Every(name).FirstOrDefault();
    }

    /// <summary>The address of a wish, beside the present one.</summary>
    public static string Of(SearchWish wish, NavigationManager addresses) => addresses.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = string.IsNullOrWhiteSpace(wish.Text) ? null : wish.Text,
        ["tag"] = wish.Tags.ToArray(),
        ["cuisine"] = wish.Cuisine,
        ["course"] = wish.Course,
        ["free"] = wish.FreeOf.Select(a => a.ToString().ToLowerInvariant()).ToArray(),
        ["minutes"] = wish.MaxMinutes,
        ["covers"] = wish.Covers,
        ["exact"] = wish.IsExact ? true : null,
    });
}
