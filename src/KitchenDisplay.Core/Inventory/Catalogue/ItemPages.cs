using KitchenDisplay.Core.Words;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Reads a page of items by their keys, never by counting past others.</summary>
internal sealed class ItemPages(NpgsqlConnection connection, ItemCensus.Known census, IReadOnlyList<Promotion> promoted, ItemWish wish)
{
    // To read a row takes as long as to look at so many entries of an index.
    private const int Entries = 50;

    private List<(string Typed, string Meant)> corrections = [];

    private bool IsBack => wish.Before is not null;

    internal async Task<ItemsFound> ReadAsync(CancellationToken cancel)
    {
        // One more than is shown says whether there is more.
        var (wanted, rows) = (wish.PageSize + 1, new List<ItemRow>());
        var from = wish.After ?? wish.Before;
        foreach (var band in Bands(from))
        {
            rows.AddRange(await BandAsync(band, from?.Band == band ? from : null, wanted - rows.Count, cancel));
            if (rows.Count == wanted) break;
        }
        var isMore = rows.Count == wanted;
        if (isMore) rows.RemoveAt(rows.Count - 1);
        if (IsBack) rows.Reverse();
        return new(rows, IsBack ? isMore : wish.After is not null, IsBack || isMore, corrections);
    }

    /// <summary>Asks the same once more, and how PostgreSQL does it.</summary>
    internal async Task<IReadOnlyList<QueryRun>> ExplainAsync(CancellationToken cancel)
    {
        var (from, runs) = (wish.After ?? wish.Before, new List<QueryRun>());
        foreach (var band in Bands(from))
        {
            if (Question(band, from?.Band == band ? from : null, wish.PageSize + 1) is not { } question) continue;
            await using var command = new NpgsqlCommand($"explain (analyze, buffers) {question.Sql}", connection);
            foreach (var parameter in question.Parameters) command.Parameters.Add(parameter);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var plan = new List<string>();
            while (await rows.ReadAsync(cancel)) plan.Add(rows.GetString(0));
            runs.Add(new(question.Sql, [.. question.Parameters.Select((p, n) => $"${n + 1} = {(p.Value is string[] list ? string.Join(", ", list) : p.Value)}")], plan));
        }
        return runs;
    }

    // What begins with the words that were typed comes before what only has them somewhere.
    private IEnumerable<int> Bands(ItemKey? from)
    {
        if (Start.Length == 0 || wish.Order.By != SortBy.Name || wish.Order.IsDescending) return [1];
        return IsBack ? from!.Band == 1 ? [1, 0] : [0] : from?.Band == 1 ? [1] : [0, 1];
    }

    private string Start => Folding.Fold(wish.Filter.Words).Trim();

    private async Task<IReadOnlyList<ItemRow>> BandAsync(int band, ItemKey? from, int limit, CancellationToken cancel)
    {
        if (Question(band, from, limit) is not { } question) return [];
        var found = await RunAsync(question, band, cancel);
        // The marks may be old: then less lies before them than was thought.
        return question.IsNear && found.Count < limit ? await RunAsync(Question(band, from, limit, isNear: false)!, band, cancel) : found;
    }

    private async Task<List<ItemRow>> RunAsync(Asked question, int band, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(question.Sql, connection);
        foreach (var parameter in question.Parameters) command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<ItemRow>();
        while (await rows.ReadAsync(cancel)) found.Add(ItemRowReader.Read(rows, question.Order, band));
        return found;
    }

    private Asked? Question(int band, ItemKey? from, int limit, bool isNear = true)
    {
        var conditions = new Conditions(census, promoted).Add(wish.Filter);
        corrections = conditions.Corrections;
        var isBanded = Bands(wish.After ?? wish.Before).Count() > 1 || band == 0 || (from?.Band ?? band) == 1 && Start.Length > 0 && wish.Order is { By: SortBy.Name, IsDescending: false };
        if (isBanded && band == 0 && corrections.Count > 0) return null;
        var start = isBanded ? conditions.Value(Start.Replace("%", @"\%", StringComparison.Ordinal) + "%", NpgsqlDbType.Text) : "";
        var order = wish.Order with { IsDescending = wish.Order.IsDescending ^ IsBack };
        var after = from is null ? "" : Beyond(order, from, order.IsDescending ? "<" : ">");
        var has = wish.Order.By == SortBy.Attribute ? $" and {wish.Order.Of!.Expression} is not null" : "";
        var keys = string.Join(", ", order.Keys.Select((k, n) => $"{k.Sql} as k{n}"));
        var near = isNear && band == 1 && IsFew(conditions, limit) ? Near(order, from, limit, conditions.Share) : null;
        var gathered = near is null ? null : conditions.Worded() is { } worded ? worded + Beyond(order, near, order.IsDescending ? ">=" : "<=") : null;
        var sql = band == 0 ? $"select {ItemRowReader.Fields}, {keys} from items i join stock s on s.item_id = i.id where i.name_key like {start} and {conditions.Walked}{after} order by {order.OrderBy} limit {limit}"
            : IsFew(conditions, limit) ? $"""
                with found as materialized (select i.id, {keys} from items i where {gathered ?? conditions.Indexed}{(isBanded ? $" and not i.name_key like {start}" : "")}{has}{after}),
                page as materialized (select * from found f order by {order.InOrder(order.Keys.Select((_, n) => $"k{n}").Append("f.id"))} limit {limit})
                select {ItemRowReader.Fields}, {keys} from page f join items i using (id) join stock s on s.item_id = i.id order by {order.OrderBy}
                """
            : $"select {ItemRowReader.Fields}, {keys} from items i join stock s on s.item_id = i.id where {conditions.Walked}{(isBanded ? $" and (not i.name_key like {start}) is true" : "")}{has}{after} order by {order.OrderBy} limit {limit}";
        return new(sql, conditions.Parameters, order, gathered is not null);

        string Beyond(ItemOrder of, ItemKey key, string than) => $" and ({string.Join(", ", of.Keys.Select(k => k.Sql))}, i.id) {than} ({string.Join(", ", of.Keys.Select((k, n) => conditions.Value(key.Keys[n], k.Type)))}, {conditions.Value(key.Id, NpgsqlDbType.Uuid)})";
    }

    // The page's rows probably lie before the mark that is twice as far as they would lie on average. An index says which rows lie before it without reading them.
    private ItemKey? Near(ItemOrder order, ItemKey? from, int limit, double share)
    {
        var distance = 2 * limit / share;
        if (distance / Entries >= share * census.Size || !census.Marks.TryGetValue(order.By, out var marks)) return null;
        var steps = (int)(distance / census.Size * marks.Count) + 2;
        var begin = from is null ? order.IsDescending ? marks.Count : -1 : marks.TakeWhile(m => m.CompareTo(from) <= 0).Count() - 1;
        var mark = order.IsDescending ? begin - steps : begin + steps;
        return mark >= 0 && mark < marks.Count ? marks[mark] : null;
    }

    // What is gathered is sorted by its keys alone, and only the page's own rows are read whole.
    // To gather all and sort them costs as many reads as there are; to walk in order until the page is full, as many as lie between.
    private bool IsFew(Conditions conditions, int limit) => !conditions.IsEmpty && conditions.Share * census.Size < Math.Sqrt(census.Size * limit);

    /// <param name="IsNear">Whether it looks only before a mark.</param>
    private sealed record Asked(string Sql, IReadOnlyList<NpgsqlParameter> Parameters, ItemOrder Order, bool IsNear);
}
