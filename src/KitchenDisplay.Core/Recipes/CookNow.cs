using KitchenDisplay.Core.Recipes.Search;
using Npgsql;

namespace KitchenDisplay.Core.Recipes;

/// <summary>A recipe that what is free in stock is enough for.</summary>
/// <param name="Portions">How many portions, whatever has been sold taken off.</param>
/// <param name="Item">What of it goes off first; null when nothing has a date.</param>
/// <param name="Day">The last day on which that may, or should, be used.</param>
public sealed record Cookable(Guid RecipeId, long Portions, string? Item, DateOnly? Day);

/// <summary>What can be cooked from what is on hand. Only recipes of which the stock knows every ingredient; a portion is what a dish takes of it, or one of what the recipe makes when that is counted.</summary>
public sealed class CookNow(SearchSource source, TimeProvider clock)
{
    // Whoever types asks with every letter.
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(2);

    private const string Sql = """
        with need as (
            select d.recipe_id, n.item_id, max(n.quantity) as quantity from dishes d join dish_needs n on n.dish_id = d.id join recipes r on r.id = d.recipe_id and r.is_linked where d.active group by d.recipe_id, n.item_id
            union all
            select n.recipe_id, n.item_id, n.quantity from recipe_needs n where not exists (select from dishes d where d.recipe_id = n.recipe_id and d.active)),
        enough as (
            select n.recipe_id, floor(min((coalesce(s.on_hand, 0) - coalesce(s.reserved, 0)) / n.quantity)) as portions from need n left join stock s on s.item_id = n.item_id where n.quantity > 0 group by n.recipe_id)
        select e.recipe_id, least(e.portions, 1000000)::bigint, f.name, f.day from enough e left join lateral (
            select i.name, least(o.use_by, o.best_before) as day from need n join stock_lots l on l.item_id = n.item_id and l.on_hand > 0 join lots o on o.id = l.lot_id and o.state = 'Usable' join items i on i.id = n.item_id
            where n.recipe_id = e.recipe_id and least(o.use_by, o.best_before) is not null order by 2, 1 limit 1) f on true
        where e.portions >= 1
        """;

    private Known? last;

    /// <summary>Every recipe that there is enough for at least one portion of, as it was at most two seconds ago.</summary>
    public async Task<IReadOnlyDictionary<Guid, Cookable>> ReadAsync(CancellationToken cancel = default)
    {
        if (Volatile.Read(ref last) is { } known && clock.GetUtcNow() - known.At < fresh) return known.All;
        await using var connection = await source.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var all = new Dictionary<Guid, Cookable>();
        while (await rows.ReadAsync(cancel)) all[rows.GetGuid(0)] = new(rows.GetGuid(0), rows.GetInt64(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateOnly>(3));
        last = new(all, clock.GetUtcNow());
        return all;
    }

    private sealed record Known(IReadOnlyDictionary<Guid, Cookable> All, DateTimeOffset At);
}
