using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Finds items, however many there are, in any order that is offered, page by page.</summary>
public sealed class ItemCatalogue(NpgsqlDataSource source, ItemCensus census, IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>The page that is wished for.</summary>
    /// <exception cref="Commands.Refusal">The filter asks for what cannot be answered, and says what to do.</exception>
    public async Task<ItemsFound> FindAsync(ItemWish wish, CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var promoted = await NeededAsync(known, wish.Filter, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (wish is { After: null, Before: null } && await new BarcodeLook(connection).FindAsync(wish.Filter, cancel) is { Count: > 0 } scanned) return new(scanned, false, false, []);
        return await new ItemPages(connection, known, promoted, wish).ReadAsync(cancel);
    }

    /// <summary>How the page is read, for those who build this: its statements, run once more, with their plans.</summary>
    public async Task<IReadOnlyList<QueryRun>> ExplainAsync(ItemWish wish, CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var promoted = await NeededAsync(known, wish.Filter, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await new ItemPages(connection, known, promoted, wish).ExplainAsync(cancel);
    }

    /// <summary>Where a rank is: the key after which the page begins that starts with about the rank-th item. Exact to a hundredth.</summary>
    /// <param name="rank">From 1; behind the end is the last.</param>
    /// <returns>Null for the beginning.</returns>
    public async Task<ItemKey?> JumpAsync(ItemWish wish, long rank, CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var promoted = await NeededAsync(known, wish.Filter, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await new ItemRanks(connection, known, promoted, wish).FindAsync(rank, cancel);
    }

    /// <summary>How many items a filter lets through: exactly when they are few, else about.</summary>
    public async Task<ItemCount> CountAsync(ItemFilter filter, CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var promoted = await NeededAsync(known, filter, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await new ItemRanks(connection, known, promoted, new(filter)).CountAsync(cancel);
    }

    /// <summary>What is in stock of items, as it is now.</summary>
    public async Task<IReadOnlyDictionary<Guid, ItemStock>> StockAsync(IReadOnlyCollection<Guid> items, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Stock.Where(s => items.Contains(s.ItemId)).ToDictionaryAsync(s => s.ItemId, s => new ItemStock(s.OnHand, s.Reserved, !s.AllowShort, s.IsLimiting, s.ShortAt != null), cancel);
    }

    /// <summary>What can be sorted by and filtered by a range.</summary>
    public async Task<IReadOnlyList<Promotion>> PromotedAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Promotion>().AsNoTracking().ToListAsync(cancel);
    }

    // A minute ago is good enough for one that had its index then: without it the answer is the same, and slower.
    private async Task<IReadOnlyList<Promotion>> NeededAsync(ItemCensus.Known known, ItemFilter filter, CancellationToken cancel) =>
        filter.Terms.Where(t => t.By == FilterBy.Between).All(t => known.Promoted.Any(p => p.Name == t.Name)) ? known.Promoted : await PromotedAsync(cancel);
}
