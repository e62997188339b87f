using System.Runtime.CompilerServices;
using System.Text.Json;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Reads recipes to be written elsewhere, with the documents that they were read from, a few at a time however many there are.</summary>
public sealed class RecipeExport(IDbContextFactory<KitchenContext> contexts, RecipeSearch search)
{
    private const int AtOnce = 200;

    /// <summary>One; null when it is not there any more.</summary>
    public async Task<RecipeText?> FindAsync(Guid id, CancellationToken cancel = default) => (await ReadAsync([id], cancel)).SingleOrDefault();

    /// <summary>All that a search finds, as it finds them; all that there are, when it asks for nothing.</summary>
    public IAsyncEnumerable<RecipeText> OfAsync(SearchWish wish, CancellationToken cancel = default) => IsForAll(wish) ? AllAsync(cancel) : FoundAsync(wish, cancel);

    private static bool IsForAll(SearchWish wish) => wish is { Tags.Count: 0, FreeOf.Count: 0, Cuisine: null, Course: null, MaxMinutes: null } && string.IsNullOrWhiteSpace(wish.Text);

    private async IAsyncEnumerable<RecipeText> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var (last, isMore) = (Guid.Empty, true);
        while (isMore)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var some = await db.Recipes.AsNoTracking().Where(r => r.Id > last).OrderBy(r => r.Id).Take(AtOnce).Select(r => new { r.Id, r.Text, r.Source }).ToListAsync(cancel);
            foreach (var recipe in some) yield return Whole(recipe.Text, recipe.Source);
            (last, isMore) = (some.LastOrDefault()?.Id ?? last, some.Count == AtOnce);
        }
    }

    private async IAsyncEnumerable<RecipeText> FoundAsync(SearchWish wish, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (page, isMore) = (wish with { PageSize = AtOnce, After = null }, true);
        while (isMore)
        {
            var hits = (await search.FindAsync(page, cancel)).Hits;
            foreach (var recipe in await ReadAsync([.. hits.Select(h => h.Id)], cancel)) yield return recipe;
            (page, isMore) = (page with { After = hits is [.., var last] ? last : null }, hits.Count == AtOnce);
        }
    }

    private async Task<IEnumerable<RecipeText>> ReadAsync(Guid[] ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Recipes.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Text, r.Source }).ToDictionaryAsync(r => r.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => Whole(found[id].Text, found[id].Source))];
    }

    private static RecipeText Whole(RecipeText text, string? source) => source is null ? text : text with { Source = JsonElement.Parse(source) };
}
