using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>Something that was thrown away.</summary>
/// <param name="Unit">Null for portions.</param>
/// <param name="Worth">In the restaurant's currency.</param>
public sealed record WasteRow(Guid Id, DateTimeOffset At, string Name, decimal Quantity, string? Unit, WasteReason Reason, string? Note, decimal Worth, string? Who, bool HasPhoto);

/// <summary>Something that can be thrown away: an item, or a dish of which somebody has said what it is made of.</summary>
public sealed record WasteTarget(Guid Id, bool IsDish, string Name);

/// <summary>Reads what was thrown away, and finds what can be.</summary>
public sealed class WasteList(IDbContextFactory<KitchenContext> contexts, StockFinder finder, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>How far back the list goes.</summary>
    public static readonly TimeSpan Lookback = TimeSpan.FromDays(7);

    /// <summary>What was thrown away lately, the newest first.</summary>
    public async Task<IReadOnlyList<WasteRow>> RecentAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - Lookback;
        return await (
            from w in db.Wastes.Where(w => w.At >= since)
            orderby w.At descending
            select new WasteRow(w.Id, w.At, w.Name, w.Quantity, w.Unit, w.Reason, w.Note, w.Worth, db.Set<Person>().Where(p => p.Id == w.PersonId).Select(p => p.Name).FirstOrDefault(), db.Set<WastePhoto>().Any(p => p.WasteId == w.Id))).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Dishes and items by what somebody typed or scanned, dishes first.</summary>
    public async Task<IReadOnlyList<WasteTarget>> FindAsync(string text, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var like = StockList.Like(text);
        var dishes = await db.Database.SqlQuery<WasteTarget>($"""
            select d.id as "Id", true as "IsDish", d.name as "Name" from dishes d
            where d.name ilike {like} and exists (select from dish_needs n where n.dish_id = d.id) order by d.name limit {StockFinder.Most / 2}
            """).ToListAsync(cancel);
        return [.. dishes, .. (await finder.ItemsAsync(text, cancel)).Select(i => new WasteTarget(i.ItemId, false, i.Name))];
    }

    /// <summary>The photo of something that was thrown away; null when there is none.</summary>
    public async Task<WastePhoto?> PhotoAsync(Guid waste, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.WastePhotos.AsNoTracking().SingleOrDefaultAsync(p => p.WasteId == waste, cancel);
    }
}
