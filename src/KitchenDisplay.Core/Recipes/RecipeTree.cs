using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Which recipes are in which, across all levels. A circle ends where it began.</summary>
internal static class RecipeTree
{
    /// <summary>These recipes and every one that they are in.</summary>
    internal static async Task<HashSet<Guid>> UpAsync(KitchenContext db, IReadOnlyCollection<Guid> recipes, CancellationToken cancel) =>
        [.. await db.Database.SqlQuery<Guid>($"""
            with recursive up (id) as (select unnest({recipes.ToArray()}) union select l.recipe_id from recipe_lines l join up on l.sub_recipe_id = up.id)
            select id as "Value" from up
            """).ToListAsync(cancel)];

    /// <summary>These recipes, and all that share equipment, for what is left in it may have changed; and every one that they are in.</summary>
    internal static async Task<HashSet<Guid>> AffectedAsync(KitchenContext db, IReadOnlyCollection<Guid> recipes, CancellationToken cancel) =>
        await UpAsync(db, [.. recipes, .. await SharersAsync(db, cancel)], cancel);

    /// <summary>Every recipe that is made with something shared.</summary>
    internal static Task<List<Guid>> SharersAsync(KitchenContext db, CancellationToken cancel) =>
        db.Database.SqlQuery<Guid>($"""select r.id as "Value" from recipes r where r.equipment && (select coalesce(array_agg(name), array[]::text[]) from shared_equipment)""").ToListAsync(cancel);

    /// <summary>The allergens of these recipes, and of all that is in them, with everything that leaves traces.</summary>
    internal static async Task<(IReadOnlyList<Recipe> Recipes, IReadOnlyList<Item> Items, RecipeAllergens Allergens)> AllergensAsync(KitchenContext db, IReadOnlyCollection<Guid> recipes, IReadOnlyCollection<Guid> more, CancellationToken cancel)
    {
        var shared = await db.SharedEquipment.AsNoTracking().Select(e => e.Name).ToListAsync(cancel);
        var (found, items) = await DownAsync(db, [.. recipes, .. shared.Count == 0 ? [] : await SharersAsync(db, cancel)], more, cancel);
        return (found, items, new RecipeAllergens(found, items, shared.ToHashSet()));
    }

    /// <summary>These recipes and every one that is in them, with the items that they name, as a bill.</summary>
    /// <param name="more">Items that are wanted as well.</param>
    internal static async Task<(IReadOnlyList<Recipe> Recipes, IReadOnlyList<Item> Items)> DownAsync(KitchenContext db, IReadOnlyCollection<Guid> recipes, IReadOnlyCollection<Guid> more, CancellationToken cancel)
    {
        var ids = await db.Database.SqlQuery<Guid>($"""
            with recursive down (id) as (select unnest({recipes.ToArray()}) union select l.sub_recipe_id from recipe_lines l join down on l.recipe_id = down.id where l.sub_recipe_id is not null)
            select id as "Value" from down
            """).ToListAsync(cancel);
        var found = await db.Recipes.AsNoTracking().Where(r => ids.Contains(r.Id)).Include(r => r.Lines.OrderBy(l => l.Position)).ToListAsync(cancel);
        var wanted = found.SelectMany(r => r.Lines).Select(l => l.ItemId).OfType<Guid>().Concat(more).Distinct().ToArray();
        return (found, await db.Items.AsNoTracking().Where(i => wanted.Contains(i.Id)).Include(i => i.Measures).ToListAsync(cancel));
    }
}
