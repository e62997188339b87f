using Npgsql;

namespace KitchenDisplay.Core.Inventory;

/// <summary>A place where the sums are not what the ledger says. There must be none.</summary>
/// <param name="What">Which sum: on hand, reserved, a lot at a place, a cost layer, or the usable lots.</param>
public sealed record Difference(string What, Guid ItemId, Guid? LotId, decimal ByLedger, decimal BySum);

/// <summary>Adds the whole ledger up and compares.</summary>
public sealed class StockAudit(NpgsqlDataSource source)
{
    /// <summary>More than these are not listed: something larger is wrong then, and the list has to fit into a row.</summary>
    public const int Most = 1_000;

    private static readonly string sql = $"""
        with ledger as (
            select item_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved from movements group by item_id),
        by_lot as (
            select item_id, place_id, lot_id, sum(lot_delta) as on_hand from movements where lot_id is not null group by item_id, place_id, lot_id having sum(lot_delta) <> 0),
        layers as (
            select layer_id, sum(layer_delta) as remaining from movements where layer_id is not null group by layer_id),
        usable as (
            select s.item_id, sum(s.on_hand) as on_hand from stock_lots s join lots l on l.id = s.lot_id where l.state = 'Usable' group by s.item_id)
        select 'on hand', coalesce(s.item_id, l.item_id), null::uuid, coalesce(l.on_hand, 0), coalesce(s.on_hand, 0) from stock s full join ledger l on l.item_id = s.item_id where coalesce(s.on_hand, 0) <> coalesce(l.on_hand, 0)
        union all
        select 'reserved', coalesce(s.item_id, l.item_id), null, coalesce(l.reserved, 0), coalesce(s.reserved, 0) from stock s full join ledger l on l.item_id = s.item_id where coalesce(s.reserved, 0) <> coalesce(l.reserved, 0)
        union all
        select 'lot', coalesce(s.item_id, l.item_id), coalesce(s.lot_id, l.lot_id), coalesce(l.on_hand, 0), coalesce(s.on_hand, 0)
            from (select * from stock_lots where on_hand <> 0) s full join by_lot l on l.item_id = s.item_id and l.place_id = s.place_id and l.lot_id = s.lot_id where coalesce(s.on_hand, 0) <> coalesce(l.on_hand, 0)
        union all
        select 'layer', c.item_id, c.lot_id, coalesce(l.remaining, 0), c.remaining from cost_layers c left join layers l on l.layer_id = c.lot_id where c.remaining <> coalesce(l.remaining, 0)
        union all
        select 'usable', s.item_id, null, s.on_hand, coalesce(u.on_hand, 0) from stock s left join usable u on u.item_id = s.item_id where s.on_hand <> coalesce(u.on_hand, 0)
        order by 1, 2 limit {Most}
        """;

    /// <summary>The differences, at most <see cref="Most"/>, in one snapshot of the database.</summary>
    public async Task<IReadOnlyList<Difference>> FindAsync(CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var differences = new List<Difference>();
        while (await rows.ReadAsync(cancel)) differences.Add(new(rows.GetString(0), rows.GetGuid(1), rows.IsDBNull(2) ? null : rows.GetGuid(2), rows.GetDecimal(3), rows.GetDecimal(4)));
        return differences;
    }
}
