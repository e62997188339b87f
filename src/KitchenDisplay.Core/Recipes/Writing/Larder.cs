using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>What a line can be linked to: an item, or what a recipe makes.</summary>
/// <param name="Unit">The item's base unit, or that of the recipe's yield.</param>
public sealed record Linkable(string Name, Guid? ItemId, Guid? RecipeId, string Unit, IReadOnlyList<ItemMeasure> Measures)
{
    public Guid Id => ItemId ?? RecipeId ?? Guid.Empty;

    /// <summary>Why so much of it cannot be taken; null when it can.</summary>
    public Sentence? Against(decimal quantity, string unit)
    {
        try
        {
            new Conversions(Name, Measures).Convert(quantity, unit, Unit);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Reasons[0];
        }
        catch (OverflowException)
        {
            return new("{0} {1} of {2} are more than can be counted.", quantity, unit, Name);
        }
    }
}

/// <summary>What one who writes a recipe has asked of the stock so far: by exact name in any case, and by id.</summary>
public sealed class Larder(IDbContextFactory<KitchenContext> contexts)
{
    private readonly Dictionary<string, Linkable?> byName = [];
    private readonly Dictionary<Guid, Linkable> byId = [];

    /// <summary>What is called just so; an item goes before a recipe of that name.</summary>
    public Linkable? Find(string name) => byName.GetValueOrDefault(name.Trim().ToLowerInvariant());

    public Linkable? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Asks for what is not known yet.</summary>
    public async Task LearnAsync(IEnumerable<string> names, IEnumerable<Guid> ids, CancellationToken cancel = default)
    {
        var wanted = names.Select(n => n.Trim().ToLowerInvariant()).Where(n => n.Length is > 0 and <= RecipeWriter.MaxTitle && !byName.ContainsKey(n)).Distinct().ToArray();
        var unknown = ids.Where(id => !byId.ContainsKey(id)).Distinct().ToArray();
        if (wanted.Length == 0 && unknown.Length == 0) return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // As the index over names can look them up; what more the patterns find is left out below.
        var patterns = wanted.Select(n => n.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)).ToArray();
        var items = await db.Items.AsNoTracking().Include(i => i.Measures).Where(i => unknown.Contains(i.Id) || (i.Active && patterns.Any(p => EF.Functions.ILike(i.Name, p)))).ToListAsync(cancel);
        var recipes = await db.Recipes.Where(r => unknown.Contains(r.Id) || patterns.Any(p => EF.Functions.ILike(r.Name, p))).Select(r => new { r.Id, r.Name, r.YieldUnit }).ToListAsync(cancel);
        var found = items.Select(i => new Linkable(i.Name, i.Id, null, Units.Name(i.Unit), [.. i.Measures])).Concat(recipes.Select(r => new Linkable(r.Name, null, r.Id, r.YieldUnit, []))).ToList();
        foreach (var one in found) byId[one.Id] = one;
        foreach (var name in wanted) byName[name] = found.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
