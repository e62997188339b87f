using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Works out what follows from a change: what dishes and modifiers need, which allergens come with them, and what the search knows of the recipes; and writes what is different.</summary>
internal static class Needs
{
    private static readonly Allergen[] all = Enum.GetValues<Allergen>();

    /// <summary>A dish or a modifier is made otherwise.</summary>
    internal static Task RewriteAsync(KitchenContext db, CancellationToken cancel) => RewriteAsync(db, [], cancel);

    /// <summary>These recipes, or the items in them, are not what they were.</summary>
    /// <exception cref="Commands.Refusal">A recipe leads back to itself, or a quantity cannot be converted.</exception>
    internal static Task RewriteAsync(KitchenContext db, IReadOnlyCollection<Guid> changed, CancellationToken cancel) => RewriteAsync(db, changed, isMenuSame: false, cancel);

    /// <summary>These recipes are not what they were, but nothing else has changed: only what is made of them follows.</summary>
    /// <inheritdoc cref="RewriteAsync(KitchenContext, IReadOnlyCollection{Guid}, CancellationToken)"/>
    internal static Task FollowAsync(KitchenContext db, IReadOnlyCollection<Guid> changed, CancellationToken cancel) => RewriteAsync(db, changed, isMenuSame: true, cancel);

    private static async Task RewriteAsync(KitchenContext db, IReadOnlyCollection<Guid> changed, bool isMenuSame, CancellationToken cancel)
    {
        var affected = changed.Count == 0 ? [] : await RecipeTree.AffectedAsync(db, changed, cancel);
        var dishes = await db.Dishes.Include(d => d.Allergens).Where(d => !isMenuSame || (d.RecipeId != null && affected.Contains(d.RecipeId.Value))).ToListAsync(cancel);
        var parts = isMenuSame ? [] : await db.ModifierItems.AsNoTracking().ToListAsync(cancel);
        var (recipes, items, allergens) = await RecipeTree.AllergensAsync(db, [.. affected, .. dishes.Select(d => d.RecipeId).OfType<Guid>()], [.. parts.Select(p => p.ItemId)], cancel);
        var bill = new BillOfMaterials(recipes, items);
        foreach (var recipe in affected) bill.Of(recipe);
        var facts = new FactsOf(recipes, items, allergens);
        foreach (var recipe in await db.Recipes.Where(r => affected.Contains(r.Id)).ToListAsync(cancel)) recipe.Facts = facts.Of(recipe.Id);

        await WriteAsync(db, dishes, bill, cancel);
        foreach (var dish in dishes) Declare(dish, dish.RecipeId is { } made ? allergens.Of(made) : null);
        if (!isMenuSame) await WriteModifiersAsync(db, parts, bill, items, cancel);
        await WriteAsync(db, [.. recipes.Where(r => affected.Contains(r.Id))], bill, facts, cancel);
        await db.SaveChangesAsync(cancel);
    }

    // A portion of what is weighed or poured is what a dish says.
    private static async Task WriteAsync(KitchenContext db, IReadOnlyList<Recipe> affected, BillOfMaterials bill, FactsOf facts, CancellationToken cancel)
    {
        var ids = affected.Select(r => r.Id).ToArray();
        await db.RecipeNeeds.Where(n => ids.Contains(n.RecipeId)).ExecuteDeleteAsync(cancel);
        db.AddRange(from recipe in affected
                    where facts.IsLinked(recipe.Id) && Units.Find(recipe.YieldUnit) is null or { Base: BaseUnit.Piece }
                    from need in bill.Of(recipe.Id)
                    where need.Value > 0
                    select new RecipeNeed { RecipeId = recipe.Id, ItemId = need.Key, Quantity = need.Value / recipe.Yield });
    }

    private static async Task WriteAsync(KitchenContext db, IReadOnlyList<Dish> dishes, BillOfMaterials bill, CancellationToken cancel)
    {
        var ids = dishes.Select(d => d.Id).ToArray();
        var needs = dishes.Where(d => d.RecipeId is not null).ToDictionary(d => d.Id, d => bill.Portion(d.RecipeId!.Value, d.Portion!.Value, d.PortionUnit!));
        var written = await db.DishNeeds.Where(n => ids.Contains(n.DishId)).ToListAsync(cancel);
        foreach (var row in written)
            if (needs.GetValueOrDefault(row.DishId)?.TryGetValue(row.ItemId, out var quantity) == true) row.Quantity = quantity;
            else db.Remove(row);
        var known = written.Select(r => (r.DishId, r.ItemId)).ToHashSet();
        db.AddRange(from dish in needs from need in dish.Value where !known.Contains((dish.Key, need.Key)) select new DishNeed { DishId = dish.Key, ItemId = need.Key, Quantity = need.Value });
    }

    private static async Task WriteModifiersAsync(KitchenContext db, List<ModifierItem> parts, BillOfMaterials bill, IReadOnlyList<Item> items, CancellationToken cancel)
    {
        var written = await db.ModifierNeeds.ToDictionaryAsync(n => (n.ModifierId, n.ItemId), cancel);
        foreach (var part in parts)
        {
            var quantity = Math.Sign(part.Quantity) * bill.InBaseUnits(part.ItemId, Math.Abs(part.Quantity), part.Unit);
            if (written.Remove((part.ModifierId, part.ItemId), out var row)) row.Quantity = quantity;
            else db.Add(new ModifierNeed { ModifierId = part.ModifierId, ItemId = part.ItemId, Quantity = quantity });
        }
        db.RemoveRange(written.Values);
        var byId = items.ToDictionary(i => i.Id);
        foreach (var modifier in await db.Set<Modifier>().ToListAsync(cancel)) Declare(modifier, [.. parts.Where(p => p.ModifierId == modifier.Id && p.Quantity > 0).Select(p => byId[p.ItemId])]);
    }

    /// <summary>What it brings to the plate. Of something more that nobody has said what it is, nothing is known.</summary>
    private static void Declare(Modifier modifier, IReadOnlyCollection<Item> added)
    {
        var states = added.Count > 0 || modifier.Kind == ModifierKind.Extra ? AllergenSum.Worst(added.Select(i => i.Allergens)) : null;
        (modifier.Contains, modifier.MayContain, modifier.NotDeclared) = (In(AllergenState.Contains), In(AllergenState.MayContain), In(AllergenState.NotDeclared));

        Allergen[] In(AllergenState state) => states is null ? [] : [.. states.Where(s => s.Value == state).Select(s => s.Key)];
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
