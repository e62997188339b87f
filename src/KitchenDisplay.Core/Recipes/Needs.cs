using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Works out what every dish and modifier needs, and which allergens come with it, and writes what has changed.</summary>
internal static class Needs
{
    private static readonly Allergen[] all = Enum.GetValues<Allergen>();

    /// <summary>All recipes and the items that they name, as they now are.</summary>
    internal static async Task<BillOfMaterials> BillAsync(KitchenContext db, CancellationToken cancel)
    {
        var recipes = await db.Recipes.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Position)).ToListAsync(cancel);
        return new BillOfMaterials(recipes, await ItemsAsync(db, cancel));
    }

    /// <exception cref="Commands.Refusal">A recipe leads back to itself, or a quantity cannot be converted.</exception>
    internal static async Task RewriteAsync(KitchenContext db, CancellationToken cancel)
    {
        var bill = await BillAsync(db, cancel);
        foreach (var recipe in await db.Recipes.AsNoTracking().Select(r => r.Id).ToListAsync(cancel)) bill.Of(recipe);
        var dishes = await db.Dishes.Include(d => d.Allergens).ToListAsync(cancel);
        var items = (await ItemsAsync(db, cancel)).ToDictionary(i => i.Id);
        var needs = dishes.Where(d => d.RecipeId is not null).ToDictionary(d => d.Id, d => bill.Portion(d.RecipeId!.Value, d.Portion!.Value, d.PortionUnit!));
        await WriteAsync(db, needs, cancel);
        foreach (var dish in dishes) Declare(dish, needs.TryGetValue(dish.Id, out var need) ? AllergenSum.Worst(need.Keys.Select(id => items[id].Allergens)) : null);
        await WriteModifiersAsync(db, bill, cancel);
        await db.SaveChangesAsync(cancel);
    }

    // Only what recipes and modifiers name: there may be a million others.
    private static Task<List<Item>> ItemsAsync(KitchenContext db, CancellationToken cancel) => db.Items.AsNoTracking().Include(i => i.Measures)
        .Where(i => db.Set<RecipeLine>().Any(l => l.ItemId == i.Id) || db.Set<ModifierItem>().Any(m => m.ItemId == i.Id)).ToListAsync(cancel);

    private static async Task WriteAsync(KitchenContext db, Dictionary<Guid, IReadOnlyDictionary<Guid, decimal>> needs, CancellationToken cancel)
    {
        var written = await db.DishNeeds.ToListAsync(cancel);
        foreach (var row in written)
            if (needs.GetValueOrDefault(row.DishId)?.TryGetValue(row.ItemId, out var quantity) == true) row.Quantity = quantity;
            else db.Remove(row);
        var known = written.Select(r => (r.DishId, r.ItemId)).ToHashSet();
        db.AddRange(from dish in needs from need in dish.Value where !known.Contains((dish.Key, need.Key)) select new DishNeed { DishId = dish.Key, ItemId = need.Key, Quantity = need.Value });
    }

    private static async Task WriteModifiersAsync(KitchenContext db, BillOfMaterials bill, CancellationToken cancel)
    {
        var written = await db.ModifierNeeds.ToDictionaryAsync(n => (n.ModifierId, n.ItemId), cancel);
        foreach (var part in await db.ModifierItems.AsNoTracking().ToListAsync(cancel))
        {
            var quantity = Math.Sign(part.Quantity) * bill.InBaseUnits(part.ItemId, Math.Abs(part.Quantity), part.Unit);
            if (written.Remove((part.ModifierId, part.ItemId), out var row)) row.Quantity = quantity;
            else db.Add(new ModifierNeed { ModifierId = part.ModifierId, ItemId = part.ItemId, Quantity = quantity });
        }
        db.RemoveRange(written.Values);
    }

    /// <summary>The worst of what the dish declares and what its recipe has in it.</summary>
    private static void Declare(Dish dish, IReadOnlyDictionary<Allergen, AllergenState>? inside)
    {
        foreach (var allergen in all)
        {
            var row = dish.Allergens.FirstOrDefault(a => a.Allergen == allergen);
            if (inside is null && row is { Declared: null }) dish.Allergens.Remove(row);
            else if (inside is null && row is not null) row.State = row.Declared!.Value;
            else if (inside is not null && row is null) dish.Allergens.Add(new DishAllergen { DishId = dish.Id, Allergen = allergen, State = inside[allergen] });
            else if (inside is not null && row is not null) row.State = row.Declared is { } declared && declared < inside[allergen] ? declared : inside[allergen];
        }
    }
}
