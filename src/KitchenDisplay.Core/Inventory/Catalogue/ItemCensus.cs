using System.Text.Json;
using KitchenDisplay.Core.Words;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>What a node knows of all items together, counted in a sample of them: their words, their attributes with the most common values, and where a rank is in each order. Read anew every few minutes; nothing is found or left out by it alone.</summary>
public sealed class ItemCensus(NpgsqlDataSource source, TimeProvider clock) : IDisposable
{
    /// <summary>Of so many the error of a count is less than a hundredth of them.</summary>
    internal const int Enough = 20_000;

    /// <summary>Up to so many items are counted themselves: their sample would be too small.</summary>
    internal const int Small = Enough * CatalogueTables.Sampled;

    private const int Marks = 5_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), Old = TimeSpan.FromMinutes(10);

    private const string Words = """
        select w.word, coalesce(f.frequency, 0)::float8 from item_words w left join (
            select f.word, f.frequency from pg_stats s, lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs[1:cardinality(s.most_common_elems::text::text[])]) as f (word, frequency)
            where s.schemaname = 'public' and s.tablename = 'items' and s.attname = 'search') f using (word)
        """;

    private readonly SemaphoreSlim reading = new(1);
    private Known? known;
    private DateTimeOffset readAt;

    private TimeSpan Age => clock.GetUtcNow() - readAt;

    internal async Task<Known> ReadAsync(CancellationToken cancel)
    {
        if (known is { } old && Age < Old)
        {
            if (Age >= Fresh && await reading.WaitAsync(0, cancel)) _ = RenewAsync();
            return old;
        }
        await reading.WaitAsync(cancel);
        try
        {
            if (known is { } other && Age < Fresh) return other;
            return await ReadAllAsync(cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>To be read anew with the next question.</summary>
    public void Forget() => readAt = default;

    public void Dispose() => reading.Dispose();

    private async Task RenewAsync()
    {
        try
        {
            await ReadAllAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
        {
            // The database is away: the older one stays, and the next question tries again.
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Known> ReadAllAsync(CancellationToken cancel)
    {
        var read = await QueryAsync(cancel);
        (known, readAt) = (read, clock.GetUtcNow());
        return read;
    }

    private async Task<Known> QueryAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        // Counting reads the sample as a whole, and nobody waits for it.
        var size = await OneAsync($"select case when n <= {Small} then n else (select count(*) * {CatalogueTables.Sampled} from item_keys) end from (select count(*) n from (select from items limit {Small + 1}) x) c");
        var of = size <= Small ? "items" : "item_keys";
        var part = $"(select * from {of} limit {Enough}) k";
        var counted = Math.Max(1, Math.Min(size, Enough));
        var words = await ListAsync(Words, r => KeyValuePair.Create(r.GetString(0), r.GetDouble(1)));
        var paths = await ListAsync($"select p, count(*)::float8 from {part}, unnest(attr_paths) p group by p", r => KeyValuePair.Create(r.GetString(0), r.GetDouble(1) / counted));
        var values = await ListAsync($"""
            select path, value, n from (select l.path, l.value::text as value, count(*)::float8 as n, row_number() over (partition by l.path order by count(*) desc, l.value::text) as place
                from {part}, kitchen_leaves(attributes) l where jsonb_typeof(l.value) in ('string', 'number', 'boolean') group by 1, 2) v where place <= 50 and length(value) <= 200
            """, r => new AttributeValue(r.GetString(0), r.GetString(1), r.GetDouble(2) / counted));
        var categories = await ListAsync($"select category, count(*)::float8 from {part} where category is not null group by 1 order by 1", r => KeyValuePair.Create(r.GetString(0), r.GetDouble(1) / counted));
        var names = (await ListAsync($"select '{KnownFields.Place}', name from places union all select '{KnownFields.Supplier}', name from suppliers where active order by 2", r => (Of: r.GetString(0), Name: r.GetString(1)))).ToLookup(n => n.Of, n => n.Name);
        var promoted = await ListAsync("select id, path, kind from promotions where state = 'Ready'", r => new Promotion { Id = r.GetGuid(0), Path = r.GetFieldValue<string[]>(1), Kind = Enum.Parse<AttributeKind>(r.GetString(2)), State = PromotionState.Ready });
        var marks = new Dictionary<SortBy, IReadOnlyList<ItemKey>>();
        foreach (var by in new[] { SortBy.Name, SortBy.Code, SortBy.Category }) marks[by] = await MarksAsync(new ItemOrder(by));
        return new(size, new Vocabulary(words), paths.ToDictionary(), values, categories, names, marks, promoted);

        async Task<IReadOnlyList<ItemKey>> MarksAsync(ItemOrder order)
        {
            var keys = string.Join(", ", order.Keys.Select((k, n) => $"{k.Sql} as k{n}"));
            return await ListAsync($"select * from (select {keys}, i.id, row_number() over (order by {order.OrderBy}) as place, count(*) over () as many from {of} i) m where (place - 1) % greatest(1, many / {Marks}) = 0 order by place",
                r => new ItemKey([.. order.Keys.Select((_, n) => (object)r.GetString(n))], r.GetGuid(order.Keys.Count)));
        }

        async Task<double> OneAsync(string sql) => (await ListAsync(sql, r => (double)r.GetInt64(0)))[0];

        async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var list = new List<T>();
            while (await rows.ReadAsync(cancel)) list.Add(read(rows));
            return list;
        }
    }

    /// <summary>What is known.</summary>
    /// <param name="Size">How many items there are, about.</param>
    /// <param name="Paths">In which part of the items something stands under a path.</param>
    /// <param name="Values">The most common values of each.</param>
    /// <param name="Names">Of places and of suppliers, by the field that they are a value of.</param>
    /// <param name="Marks">For each order, keys that lie as far from each other.</param>
    /// <param name="Promoted">What has an index of its own.</param>
    internal sealed record Known(double Size, Vocabulary Vocabulary, Dictionary<string, double> Paths, IReadOnlyList<AttributeValue> Values, IReadOnlyList<KeyValuePair<string, double>> Categories, ILookup<string, string> Names, IReadOnlyDictionary<SortBy, IReadOnlyList<ItemKey>> Marks, IReadOnlyList<Promotion> Promoted)
    {
        private readonly ILookup<(string, string), AttributeValue> written = Values.ToLookup(v => (v.Path, v.Folded));

        internal double Path(string path) => Paths.GetValueOrDefault(path);

        internal double Category(string name) => Categories.Where(c => string.Equals(c.Key, name, StringComparison.OrdinalIgnoreCase)).Sum(c => c.Value);

        /// <summary>In which part of the items a word begins so.</summary>
        internal double Beginning(string word) => Math.Min(1, Vocabulary.Frequency(word) + Vocabulary.Longer(word).Sum(Vocabulary.Frequency));

        /// <summary>How a value is really written, as JSON, whatever its case and accents; nothing for a rare one.</summary>
        internal IReadOnlyList<AttributeValue> Written(string path, string value) => [.. written[(path, Folding.Fold(value).Trim())]];
    }
}

/// <summary>A value that items have.</summary>
/// <param name="Json">As JSON.</param>
/// <param name="Share">In which part of the items it stands.</param>
public sealed record AttributeValue(string Path, string Json, double Share)
{
    private readonly JsonElement value = JsonDocument.Parse(Json).RootElement;

    internal bool IsText => value.ValueKind == JsonValueKind.String;

    /// <summary>As people read it.</summary>
    public string Text => IsText ? value.GetString()! : Json;

    internal string Folded => Folding.Fold(Text).Trim();
}
