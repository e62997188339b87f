using System.Globalization;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Web.Features.Menu;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>How the tablet puts things into words.</summary>
public static class Wording
{
    extension(IStringLocalizer<Texts> t)
    {
        public string Name(string modifier, ModifierKind kind) => kind switch
        {
            ModifierKind.Extra => $"+ {modifier}",
            ModifierKind.No => t["NO {0}", modifier],
            _ => modifier,
        };

        public string Names(IEnumerable<LineModifier> modifiers) => string.Join(" · ", modifiers.Select(m => t.Name(m.Name, m.Kind)));

        public string Seats(IReadOnlyList<int?> seats) => seats switch
        {
            [null] => t["to share"],
            [{ } only] => t["seat {0}", only],
            _ => t["seats {0}", string.Join(", ", seats.Select(s => s?.ToString(CultureInfo.CurrentCulture) ?? t["share"]))],
        };

        public string Name(Progress progress) => progress switch
        {
            Progress.Free => t["free"],
            Progress.Seated => t["seated"],
            Progress.Held => t["on hold"],
            Progress.InKitchen => t["in the kitchen"],
            Progress.Cooking => t["cooking"],
            Progress.Ready => t["ready"],
            Progress.Served => t["served"],
            _ => t["void"],
        };

        /// <summary>"milk, nuts"</summary>
        public string List(IEnumerable<Allergen> allergens) => string.Join(", ", allergens.Select(a => t.Name(a)));

        /// <summary>"Contains celery: Celery stalks (Beef stock)."</summary>
        public string Says(CardAllergen allergen) => (allergen.State, Because: string.Join(", ", allergen.Because)) switch
        {
            (AllergenState.Contains, "") => t["Contains {0}: so the menu declares it.", t.Name(allergen.Allergen)],
            (AllergenState.Contains, var because) => t["Contains {0}: {1}.", t.Name(allergen.Allergen), because],
            (AllergenState.MayContain, "") => t["May contain {0}: so the menu declares it.", t.Name(allergen.Allergen)],
            (AllergenState.MayContain, var because) => t["May contain {0}: {1}.", t.Name(allergen.Allergen), because],
            (AllergenState.NotDeclared, "") => t["Nobody has declared it free of {0}: ask the kitchen.", t.Name(allergen.Allergen)],
            (AllergenState.NotDeclared, var because) => t["Nobody has declared that {1} is free of {0}: ask the kitchen.", t.Name(allergen.Allergen), because],
            _ => t["Everything in it is declared to be free of {0}.", t.Name(allergen.Allergen)],
        };

        /// <summary>"+ Cheese: contains milk."</summary>
        public string Says(Modifier modifier)
        {
            var says = new[] { (t["contains {0}"], modifier.Contains), (t["may contain {0}"], modifier.MayContain), (t["not declared: {0}"], modifier.NotDeclared), (t["then free of {0}, says the chef"], modifier.Clears) }
                .Where(s => s.Item2.Length > 0).Select(s => string.Format(CultureInfo.CurrentCulture, s.Item1, s.Item2.Length == Enum.GetValues<Allergen>().Length ? t["any allergen"] : t.List(s.Item2)));
            return $"{t.Name(modifier.Name, modifier.Kind)}: {string.Join("; ", says)}.";
        }

        /// <summary>"contains nuts: not for seat 2"</summary>
        public string Warn(AllergyWarning warning) => warning.State switch
        {
            AllergenState.Contains => t["contains {0}: not for seat {1}", t.List(warning.Allergens), warning.Seat],
            AllergenState.MayContain => t["may contain {0}: seat {1} must not have it", t.List(warning.Allergens), warning.Seat],
            _ => t["{0} not declared: ask the kitchen for seat {1}", t.List(warning.Allergens), warning.Seat],
        };
    }
}
