using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Finds what ingredients may stand for. Whether they do, a person says.</summary>
public sealed class LinkTargets(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>What is called exactly as these names, whatever their case; an item that is bought goes before a recipe. A name that is not there stands for nothing.</summary>
    public async Task<IReadOnlyDictionary<string, LinkTarget>> FindAsync(IEnumerable<string> names, CancellationToken cancel = default)
    {
        var wanted = names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // There may be a million recipes, found by their names as they are written.
        var titles = wanted.SelectMany(Written).Distinct().ToArray();
        var recipes = await db.Recipes.Where(r => titles.Contains(r.Name)).OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.YieldUnit }).ToListAsync(cancel);
        var known = (await db.Items.Where(i => i.Active).Select(i => new { i.Id, i.Name }).ToListAsync(cancel)).Where(i => wanted.Contains(i.Name, StringComparer.OrdinalIgnoreCase)).Select(i => i.Id).ToArray();
        var items = await db.Items.AsNoTracking().Where(i => known.Contains(i.Id)).Include(i => i.Measures).ToListAsync(cancel);
        return items.OrderBy(i => i.Id).Select(LinkTarget.Of).Concat(recipes.Select(r => LinkTarget.Of(r.Id, r.Name, r.YieldUnit))).DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>That what the recipes are linked to is still there, and can be counted as they say.</summary>
    /// <exception cref="Refusal">It is not; every recipe concerned is named.</exception>
    internal static async Task CheckAsync(KitchenContext db, IReadOnlyList<ImportedRecipe> recipes, CancellationToken cancel)
    {
        var lines = recipes.SelectMany(r => r.Lines).ToList();
        var (itemIds, recipeIds) = (lines.Select(l => l.ItemId).OfType<Guid>().Distinct().ToArray(), lines.Select(l => l.SubRecipeId).OfType<Guid>().Distinct().ToArray());
        var targets = (await db.Items.AsNoTracking().Where(i => itemIds.Contains(i.Id)).Include(i => i.Measures).ToListAsync(cancel)).Select(LinkTarget.Of)
            .Concat((await db.Recipes.Where(r => recipeIds.Contains(r.Id)).Select(r => new { r.Id, r.Name, r.YieldUnit }).ToListAsync(cancel)).Select(r => LinkTarget.Of(r.Id, r.Name, r.YieldUnit)))
            .ToDictionary(t => (t.ItemId ?? t.RecipeId)!.Value);
        var wrong = recipes.SelectMany(r => r.Lines.SelectMany(line => Wrong(r.Text.Title, line, targets.GetValueOrDefault((line.ItemId ?? line.SubRecipeId)!.Value)))).ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
    }

    private static IEnumerable<Sentence> Wrong(string title, SavedRecipeLine line, LinkTarget? target) =>
        target is null ? [new("{0} names an item that does not exist any more. Choose another one.", title)]
        : target.WhyNot(line.Quantity, line.Unit) is { Count: > 0 } reasons ? [new("{0} cannot be linked to {1}. Take the link away.", title, target.Name), .. reasons]
        : [];

    private static IEnumerable<string> Written(string name) => [name, char.ToUpperInvariant(name[0]) + name[1..], name.ToLowerInvariant()];
}
