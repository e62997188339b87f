using KitchenDisplay.Core.Menu;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Menu;

/// <summary>The allergens in words.</summary>
public static class AllergenWords
{
    extension(IStringLocalizer<Texts> t)
    {
        /// <summary>In lower case, as it stands in a list.</summary>
        public string Name(Allergen allergen) => t[allergen.ToString().ToLowerInvariant()];

        public string Names(IEnumerable<Allergen> allergens) => string.Join(" · ", allergens.Select(a => t.Name(a)));
    }
}
