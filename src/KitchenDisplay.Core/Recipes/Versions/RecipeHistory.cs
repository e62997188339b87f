using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes.Versions;

/// <summary>A version in a list of them.</summary>
/// <param name="Who">Null for what came with the house.</param>
public sealed record VersionRow(int Version, DateTimeOffset At, string? Who);

/// <summary>A recipe as it was, or is.</summary>
/// <param name="Lines">What its ingredients are for the stock, each with its place in the text.</param>
public sealed record RecipeAt(Guid RecipeId, int Version, DateTimeOffset At, string? Who, decimal Yield, string YieldUnit, RecipeText Text, IReadOnlyList<SavedRecipeLine> Lines);

/// <summary>Reads what recipes were before.</summary>
public sealed class RecipeHistory(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The versions of a recipe, the newest first; the present one among them even if nobody has ever changed it.</summary>
    public async Task<IReadOnlyList<VersionRow>> VersionsAsync(Guid recipeId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var kept = db.RecipeVersions.Where(v => v.RecipeId == recipeId).Select(v => new { v.Version, v.At, v.PersonId });
        var now = db.Recipes.Where(r => r.Id == recipeId && !db.Set<RecipeVersion>().Any(v => v.RecipeId == r.Id && v.Version == r.Version)).Select(r => new { r.Version, At = r.ChangedAt, PersonId = r.ChangedBy });
        var people = await db.Set<Person>().Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. (await kept.Concat(now).ToListAsync(cancel)).OrderByDescending(v => v.Version).Select(v => new VersionRow(v.Version, v.At, people.GetValueOrDefault(v.PersonId)))];
    }

    /// <summary>A recipe as it was in a version, or as it is; null when there is none.</summary>
    /// <param name="version">Null for the present one.</param>
    public async Task<RecipeAt?> FindAsync(Guid recipeId, int? version = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var recipe = await db.Recipes.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(r => r.Id == recipeId, cancel);
        if (recipe is null) return null;
        if (version is null || version == recipe.Version)
            return new(recipe.Id, recipe.Version, recipe.ChangedAt, await WhoAsync(db, recipe.ChangedBy, cancel), recipe.Yield, recipe.YieldUnit, recipe.Text with { Title = recipe.Name, Yield = recipe.Yield, YieldUnit = recipe.YieldUnit }, LinesOf(recipe));
        var was = await db.RecipeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.RecipeId == recipeId && v.Version == version, cancel);
        return was is null ? null : new(recipeId, was.Version, was.At, await WhoAsync(db, was.PersonId, cancel), was.Text.Yield ?? recipe.Yield, was.Text.YieldUnit ?? recipe.YieldUnit, was.Text, [.. was.Lines.Select((l, i) => l with { At = l.At ?? i + 1 })]);
    }

    /// <summary>What these versions' lines name.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<RecipeAt> versions, CancellationToken cancel = default)
    {
        var ids = versions.SelectMany(v => v.Lines).Select(l => l.ItemId ?? l.SubRecipeId).OfType<Guid>().Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Items.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Name }).Concat(db.Recipes.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Name })).ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
    }

    /// <summary>The lines of a recipe as a version keeps them.</summary>
    internal static IReadOnlyList<SavedRecipeLine> LinesOf(Recipe recipe) => [.. recipe.Lines.OrderBy(l => l.Position).Select(l => new SavedRecipeLine(l.ItemId, l.SubRecipeId, l.Quantity, l.Unit, l.Usable, l.Position))];

    private static Task<string?> WhoAsync(KitchenContext db, Guid person, CancellationToken cancel) => db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancel);
}
