using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Menu;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Portions of a dish, prepared alike for one seat, as the waiter saw them.</summary>
/// <param name="Seat">From 1; null when the table shares it.</param>
/// <param name="Price">Of one portion with its modifiers, as it was shown.</param>
public sealed record DraftLine(Guid Id, Guid DishId, string DishName, int Quantity, IReadOnlyList<LineModifier> Modifiers, int? Seat, int Course, string? Note, decimal Price)
{
    /// <summary>Of all portions.</summary>
    public decimal Total => Price * Quantity;

    /// <summary>Whether a cook would prepare both in the same way for the same guest.</summary>
    public bool IsLike(DraftLine other) =>
        DishId == other.DishId && Seat == other.Seat && Course == other.Course && Note == other.Note && Price == other.Price && Modifiers.SequenceEqual(other.Modifiers);

    /// <summary>One portion of a dish as the menu has it.</summary>
    public static DraftLine Of(Dish dish, IReadOnlyList<LineModifier> modifiers, int? seat) =>
        new(Guid.CreateVersion7(), dish.Id, dish.Name, 1, modifiers, seat, dish.Course, null, dish.Price + modifiers.Sum(m => m.PriceChange));

    internal DraftLine Reprice(MenuCard menu)
    {
        if (menu.Dish(DishId) is not { } dish) return this;
        var offered = menu.Groups(dish).SelectMany(g => g.Modifiers).ToDictionary(m => m.Id);
        var modifiers = Modifiers.Select(m => offered.TryGetValue(m.Id, out var now) ? new LineModifier(now.Id, now.Name, now.Kind, now.PriceChange) : m).ToArray();
        var price = dish.Price + modifiers.Sum(m => m.PriceChange);
        var changed = price != Price || dish.Name != DishName || !modifiers.SequenceEqual(Modifiers);
        return changed ? this with { DishName = dish.Name, Modifiers = modifiers, Price = price } : this;
    }

    internal SendLine ToSend() => new(DishId, Quantity, [.. Modifiers.Select(m => m.Id)], Seat, Course, Note, Price);

    // A record compares lists by reference; what was read back from the browser must equal what was written.
    public bool Equals(DraftLine? other) => other is not null && Id == other.Id && DishName == other.DishName && Quantity == other.Quantity && IsLike(other);

    public override int GetHashCode() => Id.GetHashCode();
}
