using KitchenDisplay.Core.Menu;
using KitchenDisplay.Web.Features.Menu;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>A dish as the pad offers it.</summary>
/// <param name="Allergens">What it contains, in words.</param>
/// <param name="Warning">Whom it must not be given to among the chosen seat's guests; null when nothing speaks against it.</param>
/// <param name="InDraft">Portions that have been chosen and not sent.</param>
/// <param name="Left">How many are left, in words; null when nobody knows.</param>
/// <param name="IsOut">Whether it is 86.</param>
/// <param name="IsNearlyOut">Whether few are left.</param>
public sealed record DishTile(Guid DishId, string Name, string Price, string Allergens, string? Warning, int InDraft, string? Left = null, bool IsOut = false, bool IsNearlyOut = false)
{
    public static DishTile Of(Dish dish, PadBoard board, Draft draft, int? seat, IStringLocalizer<Texts> t) => new(
        dish.Id, dish.Name, board.Money(dish.Price),
        dish.Allergens.Count == 0 ? t["allergens not declared"] : t.Names(AllergyCheck.Contains(dish)),
        Warn(AllergyCheck.Warnings(dish, seat, board.Order?.Guests ?? [], []), t),
        draft.Lines.Where(l => l.DishId == dish.Id).Sum(l => l.Quantity),
        board.Offers.Left(dish.Id) is { } left ? t["{0} left", left].Value : null, board.Offers.IsOut(dish), board.Offers.IsNearlyOut(dish.Id));

    // One line for the worst only; the draft says all of it.
    private static string? Warn(IReadOnlyList<AllergyWarning> warnings, IStringLocalizer<Texts> t) => warnings switch
    {
        [] => null,
        [{ State: AllergenState.Contains } worst, ..] => t["not for seat {0}: {1}", worst.Seat, t.List(worst.Allergens)].Value,
        [{ State: AllergenState.MayContain } worst, ..] => t["seat {0}: may contain {1}", worst.Seat, t.List(worst.Allergens)].Value,
        [var worst, ..] => t["seat {0}: {1} not declared", worst.Seat, t.List(worst.Allergens)].Value,
    };
}

/// <summary>A line of the draft as the pad shows it.</summary>
/// <param name="Warnings">What its guests must not be given, in words; null when nothing speaks against it.</param>
/// <param name="NewPrice">What the menu says by now, when that is not what was shown.</param>
public sealed record DraftRow(DraftLine Line, string Price, string? Warnings, string? NewPrice)
{
    public static DraftRow Of(DraftLine line, PadBoard board, IStringLocalizer<Texts> t)
    {
        var dish = board.Menu.Dish(line.DishId);
        var warnings = dish is null ? [] : AllergyCheck.Warnings(dish, line.Seat, board.Order?.Guests ?? [], board.Menu.Modifiers(dish, line.Modifiers.Select(m => m.Id)));
        var now = line.Reprice(board.Menu).Price;
        return new DraftRow(line, board.Money(line.Total),
            warnings.Count == 0 ? null : string.Join("; ", warnings.Select(w => t.Warn(w))),
            now == line.Price ? null : board.Money(now));
    }
}
