using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>A dish and by which recipe it is made; without one nothing leaves the stock when it is sold.</summary>
public sealed record DishMade(Guid DishId, string Dish, Guid? RecipeId, string? Recipe, decimal? Portion, string? PortionUnit);

/// <summary>A modifier and what it adds and takes away.</summary>
public sealed record ModifierMade(Guid ModifierId, string Group, string Modifier, ModifierKind Kind, IReadOnlyList<Allergen> Clears, IReadOnlyList<ModifierTakes> Items);

/// <summary>Equipment, how many recipes are made with it, and whether it carries traces from one to the next.</summary>
public sealed record EquipmentUsed(string Name, int Recipes, bool IsShared);

/// <summary>So much of an item more, or less.</summary>
public sealed record ModifierTakes(string Item, decimal Quantity, string Unit);

/// <summary>What an ingredient's name stands for: an item or another recipe.</summary>
public sealed record Ingredient(string Name, Guid? ItemId, Guid? RecipeId);

/// <summary>Reads the recipes, for those who write them.</summary>
public sealed class RecipeBook(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The recipes that the stock knows something of, with their lines, by name; the first ones, where there are many.</summary>
    public async Task<IReadOnlyList<Recipe>> RecipesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Recipes.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Position)).Where(r => r.Lines.Any()).OrderBy(r => r.Name).Take(500).ToListAsync(cancel);
    }

    /// <summary>The names of the items that recipes name.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ItemNamesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Items.Where(i => db.Set<RecipeLine>().Any(l => l.ItemId == i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
    }

    /// <summary>The dishes of the menu, by name.</summary>
    public async Task<IReadOnlyList<DishMade>> DishesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Dishes.Where(d => d.Active || d.RecipeId != null).OrderBy(d => d.Name)
            .Select(d => new DishMade(d.Id, d.Name, d.RecipeId, db.Set<Recipe>().Where(r => r.Id == d.RecipeId).Select(r => r.Name).FirstOrDefault(), d.Portion, d.PortionUnit)).ToListAsync(cancel);
    }

    /// <summary>The modifiers, by their questions.</summary>
    public async Task<IReadOnlyList<ModifierMade>> ModifiersAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var groups = await db.Set<ModifierGroup>().AsNoTracking().Include(g => g.Modifiers).OrderBy(g => g.Name).ToListAsync(cancel);
        var takes = (await (from m in db.ModifierItems join i in db.Items on m.ItemId equals i.Id orderby i.Name select new { m.ModifierId, i.Name, m.Quantity, m.Unit }).ToListAsync(cancel))
            .ToLookup(t => t.ModifierId, t => new ModifierTakes(t.Name, t.Quantity, t.Unit));
        return [.. groups.SelectMany(g => g.Modifiers.Where(m => m.Active || takes.Contains(m.Id)).OrderBy(m => m.Position).Select(m => new ModifierMade(m.Id, g.Name, m.Name, m.Kind, m.Clears, [.. takes[m.Id]])))];
    }

    /// <summary>What recipes are made with; the most common first.</summary>
    public async Task<IReadOnlyList<EquipmentUsed>> EquipmentAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<EquipmentUsed>($"""
            select coalesce(u.name, s.name) as name, coalesce(u.recipes, 0)::int as recipes, s.name is not null as is_shared
            from (select e as name, count(*) as recipes from recipes r, unnest(r.equipment) e group by e) u full join shared_equipment s on s.name = u.name
            order by is_shared desc, recipes desc, name limit 200
            """).ToListAsync(cancel);
    }

    /// <summary>The first items and recipes whose name contains this, for somebody who types.</summary>
    public async Task<IReadOnlyList<Ingredient>> SuggestAsync(string text, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var like = StockList.Like(text);
        var recipes = await db.Recipes.Where(r => EF.Functions.ILike(r.Name, like, @"\")).OrderBy(r => r.Name).Take(20).Select(r => new Ingredient(r.Name, null, r.Id)).ToListAsync(cancel);
        var items = await db.Items.Where(i => i.Active && EF.Functions.ILike(i.Name, like, @"\")).OrderBy(i => i.Name).Take(20).Select(i => new Ingredient(i.Name, i.Id, null)).ToListAsync(cancel);
        return [.. items, .. recipes];
    }

    /// <summary>What these names stand for; an item goes before a recipe of the same name. A name that is not there stands for nothing.</summary>
    public async Task<IReadOnlyDictionary<string, Ingredient>> FindAsync(IEnumerable<string> names, CancellationToken cancel = default)
    {
        var wanted = names.Select(n => n.Trim()).Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var recipes = await db.Recipes.Where(r => wanted.Contains(r.Name)).Select(r => new Ingredient(r.Name, null, r.Id)).ToListAsync(cancel);
        var items = await db.Items.Where(i => wanted.Contains(i.Name)).Select(i => new Ingredient(i.Name, i.Id, null)).ToListAsync(cancel);
        return items.Concat(recipes).DistinctBy(i => i.Name).ToDictionary(i => i.Name);
    }
}
