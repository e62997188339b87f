using System.Collections.Immutable;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Menu;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

/// <summary>A menu of a few dishes, on a board that no database stands behind.</summary>
internal static class PaperMenu
{
    private static readonly Category Food = new() { Name = "Food" };

    private static readonly Station Grill = new() { Name = "Grill", Slug = "grill" };

    internal static readonly Restaurant House = new() { Name = "Glimmholz", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };

    internal static readonly ModifierGroup Cooking = Group("Cooking", 1, 1, ("rare", ModifierKind.Option, 0), ("medium", ModifierKind.Option, 0));

    internal static readonly ModifierGroup Extras = Group("With it", 0, 2, ("bone marrow", ModifierKind.Extra, 5.50m), ("fried egg", ModifierKind.Extra, 2.00m), ("blue cheese", ModifierKind.Extra, 3.50m));

    internal static readonly ModifierGroup Scoops = Group("Flavours", 2, 2, ("vanilla", ModifierKind.Option, 0), ("quince", ModifierKind.Option, 0), ("cherry", ModifierKind.Option, 0));

    internal static readonly Dish Ribeye = Make("Ribeye 300 g", 34.00m, 2, [Cooking, Extras], (Allergen.Milk, AllergenState.Contains), (Allergen.Nuts, AllergenState.MayContain), (Allergen.Fish, AllergenState.Free));

    internal static readonly Dish Fries = Make("Fries", 4.50m, 2, []);

    internal static readonly Dish Sundae = Make("Two scoops", 6.00m, 3, [Scoops]);

    internal static readonly MenuCard Card = new(Board());

    /// <summary>The board with this menu, at other prices if wanted.</summary>
    internal static BoardSnapshot Board(decimal ribeye = 34.00m, params IReadOnlyList<object> more)
    {
        var priced = ribeye == Ribeye.Price ? Ribeye : Make(Ribeye.Name, ribeye, 2, [Cooking, Extras], Ribeye.Id);
        object[] all = [House, Food, Grill, Cooking, Extras, Scoops, priced, Fries, Sundae,
            new Course { Number = 0, Name = "Drinks" }, new Course { Number = 2, Name = "Mains" }, new Course { Number = 3, Name = "Desserts" }, .. more];
        return new BoardSnapshot(1, all.GroupBy(r => r.GetType()).ToImmutableDictionary(g => g.Key, g => g.ToImmutableDictionary(r => (Guid)r.GetType().GetProperty("Id")!.GetValue(r)!)));
    }

    internal static OrderView Party(int covers = 4, params GuestView[] guests) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = OrderKind.Table,
        Name = null,
        PromisedAt = null,
        Covers = covers,
        Waiter = "Ana",
        OpenedAt = DateTimeOffset.UnixEpoch,
        Tables = [new SeatedAt { TableId = Guid.CreateVersion7(), Name = "12" }],
        Guests = guests,
    };

    internal static GuestView Guest(int seat, params Allergen[] allergies) => new() { Seat = seat, Allergies = allergies };

    internal static LineModifier Chosen(ModifierGroup group, string name)
    {
        var modifier = group.Modifiers.Single(m => m.Name == name);
        return new LineModifier(modifier.Id, modifier.Name, modifier.Kind, modifier.PriceChange);
    }

    private static ModifierGroup Group(string name, int min, int max, params (string Name, ModifierKind Kind, decimal Price)[] modifiers) => new()
    {
        Name = name,
        Min = min,
        Max = max,
        Modifiers = [.. modifiers.Select((m, i) => new Modifier { Name = m.Name, Kind = m.Kind, PriceChange = m.Price, Position = i })],
    };

    private static Dish Make(string name, decimal price, int course, ModifierGroup[] groups, params (Allergen Allergen, AllergenState State)[] allergens) => Make(name, price, course, groups, Guid.CreateVersion7(), allergens);

    private static Dish Make(string name, decimal price, int course, ModifierGroup[] groups, Guid id, params (Allergen Allergen, AllergenState State)[] allergens) => new()
    {
        Id = id,
        CategoryId = Food.Id,
        Name = name,
        Price = price,
        Course = course,
        Steps = [new DishStep { DishId = id, StationId = Grill.Id, Step = 1, PrepSeconds = 60 }],
        Groups = [.. groups.Select((g, i) => new DishModifierGroup { DishId = id, GroupId = g.Id, Position = i })],
        Allergens = [.. allergens.Select(a => new DishAllergen { DishId = id, Allergen = a.Allergen, State = a.State })],
    };
}
