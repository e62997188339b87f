using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Items that are written together, a statement for all of them: what learns their words does it once then, and not for each.</summary>
internal sealed class ItemBatch
{
    private const string Insert = """
        insert into items (id, name, unit, allergens, attributes, active, code, category, nearly_out_at, version, changed_by)
        select d.id, d.name, d.unit, '[]', d.attributes::jsonb, d.active, d.code, d.category, d.nearly_out_at, d.version, d.changed_by
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::numeric[], $9::int[], $10::uuid[]) d (id, name, unit, attributes, active, code, category, nearly_out_at, version, changed_by)
        """;

    private const string Update = """
        update items i set name = d.name, attributes = d.attributes::jsonb, active = d.active, code = d.code, category = d.category, nearly_out_at = d.nearly_out_at, version = d.version, changed_by = d.changed_by
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::numeric[], $9::int[], $10::uuid[]) d (id, name, unit, attributes, active, code, category, nearly_out_at, version, changed_by)
        where i.id = d.id
        """;

    private const string Stock = "insert into stock (item_id, on_hand, reserved, allow_short, always_strict, is_limiting) select id, 0, 0, true, false, false from unnest($1::uuid[]) id";

    private const string Barcodes = "insert into item_barcodes (code, item_id) select * from unnest($1::text[], $2::uuid[])";

    private const string NoBarcodes = "delete from item_barcodes b using unnest($1::text[], $2::uuid[]) d (code, item_id) where b.code = d.code and b.item_id = d.item_id";

    internal List<Item> Made { get; } = [];

    internal List<Item> Changed { get; } = [];

    internal List<(string Code, Guid Item)> Learned { get; } = [];

    internal List<(string Code, Guid Item)> Forgotten { get; } = [];

    internal async Task WriteAsync(KitchenContext db, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(db.Connection());
        if (Made.Count > 0)
        {
            batch.BatchCommands.Add(Of(Insert, Made));
            batch.BatchCommands.Add(new(Stock) { Parameters = { Value(Made.Select(i => i.Id)) } });
        }
        if (Changed.Count > 0) batch.BatchCommands.Add(Of(Update, Changed));
        if (Forgotten.Count > 0) batch.BatchCommands.Add(Of(NoBarcodes, Forgotten));
        if (Learned.Count > 0) batch.BatchCommands.Add(Of(Barcodes, Learned));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlBatchCommand Of(string sql, List<Item> items) => new(sql)
    {
        Parameters =
        {
            Value(items.Select(i => i.Id)), Value(items.Select(i => i.Name)), Value(items.Select(i => i.Unit.ToString())), Value(items.Select(i => i.Attributes)), Value(items.Select(i => i.Active)),
            Value(items.Select(i => i.Code)), Value(items.Select(i => i.Category)), Value(items.Select(i => i.NearlyOutAt)), Value(items.Select(i => i.Version)), Value(items.Select(i => i.ChangedBy)),
        },
    };

    private static NpgsqlBatchCommand Of(string sql, List<(string Code, Guid Item)> barcodes) => new(sql) { Parameters = { Value(barcodes.Select(b => b.Code)), Value(barcodes.Select(b => b.Item)) } };

    private static NpgsqlParameter Value<T>(IEnumerable<T> values) => new() { Value = values.ToArray() };
}
