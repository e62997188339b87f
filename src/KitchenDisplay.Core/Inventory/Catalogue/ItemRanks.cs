using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Counts items, and finds which is the so-many-th, in the sample of their keys; in all of them when the sample has too few to be exact to a hundredth.</summary>
internal sealed class ItemRanks(NpgsqlConnection connection, ItemCensus.Known census, IReadOnlyList<Promotion> promoted, ItemWish wish)
{
    // So many of the sample say within a few hundredths how many there are, which is enough to be shown with an “about”.
    private const int Roughly = 1_000;

    private Conditions conditions = new(census, promoted);

    internal async Task<ItemCount> CountAsync(CancellationToken cancel)
    {
        if (wish.Filter.IsEmpty && census.Size > ItemCensus.Small) return new((long)census.Size, false);
        if (census.Size > ItemCensus.Small && await CountAsync("item_keys", cancel) is >= Roughly and var sampled) return new(sampled * CatalogueTables.Sampled, false);
        return new(await CountAsync("items", cancel), true);
    }

    internal async Task<ItemKey?> FindAsync(long rank, CancellationToken cancel)
    {
        if (rank <= 1) return null;
        if (wish.Filter.IsEmpty && census.Size > ItemCensus.Small && census.Marks.TryGetValue(wish.Order.By, out var marks) && marks.Count > 1)
        {
            var part = Math.Clamp((rank - 1) / census.Size, 0, 1);
            return marks[(int)Math.Min(marks.Count - 1, (wish.Order.IsDescending ? 1 - part : part) * marks.Count)];
        }
        if (census.Size > ItemCensus.Small && await CountAsync("item_keys", cancel) is >= ItemCensus.Enough and var sampled)
            return await KeyAsync("item_keys", Math.Min((rank - 1) / CatalogueTables.Sampled, sampled - 1), cancel);
        var all = await CountAsync("items", cancel);
        return all == 0 ? null : await KeyAsync("items", Math.Min(rank - 1, all) - 1, cancel);
    }

    private async Task<long> CountAsync(string of, CancellationToken cancel)
    {
        await using var command = Command($"select count(*) from {of} i where {Where()}");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    // Of what is gathered, which is a sample or not much: no page is reached by counting past a million.
    private async Task<ItemKey?> KeyAsync(string of, long before, CancellationToken cancel)
    {
        if (before < 0) return null;
        await using var command = Command($"select {string.Join(", ", wish.Order.Keys.Select(k => k.Sql))}, i.id from {of} i where {Where()} order by {wish.Order.OrderBy} offset {before} limit 1");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? new([.. wish.Order.Keys.Select((_, n) => rows.GetValue(n))], rows.GetGuid(wish.Order.Keys.Count)) : null;
    }

    private string Where()
    {
        conditions = new Conditions(census, promoted).Add(wish.Filter);
        return wish.Order.By == SortBy.Attribute ? $"{conditions.Indexed} and {wish.Order.Of!.Expression} is not null" : conditions.Indexed;
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in conditions.Parameters) command.Parameters.Add(parameter);
        return command;
    }
}
