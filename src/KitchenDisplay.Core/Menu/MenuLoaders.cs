using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Menu;

/// <summary>How the board reads what seldom changes: the house, its people and its menu. The entities stand on the board as they are and are only looked at there.</summary>
public static class MenuLoaders
{
    public static IReadOnlyList<RootLoader> All { get; } =
    [
        RootLoader.Of<Restaurant, Restaurant>("restaurant", (r, _) => r, r => r.Id),
        RootLoader.Of<Station, Station>("station", (s, _) => s, s => s.Id),
        RootLoader.Of<Area, Area>("area", (a, _) => a.Include(x => x.Tables.OrderBy(t => t.Position)), a => a.Id),
        RootLoader.Of<Course, Course>("course", (c, _) => c, c => c.Id),
        RootLoader.Of<Person, Person>("person", (p, _) => p.Where(x => x.Active), p => p.Id),
        RootLoader.Of<Category, Category>("category", (c, _) => c, c => c.Id),
        RootLoader.Of<ModifierGroup, ModifierGroup>("group", (g, _) => g.Include(x => x.Modifiers.Where(m => m.Active).OrderBy(m => m.Position)), g => g.Id),
        RootLoader.Of<Dish, Dish>("dish", (d, _) => d.Where(x => x.Active)
            .Include(x => x.Steps.OrderBy(s => s.Step).ThenBy(s => s.StationId)).Include(x => x.Groups.OrderBy(g => g.Position)).Include(x => x.Allergens.OrderBy(a => a.Allergen)), d => d.Id),
    ];
}
