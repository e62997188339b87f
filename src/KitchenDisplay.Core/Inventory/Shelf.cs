using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What lies of a lot at a place and may be used.</summary>
/// <param name="Expiry">The earlier of its dates; null when it has none.</param>
/// <param name="PackSize">Base units in a pack; null when it lies loose.</param>
public sealed record ShelfLot(Guid ItemId, Guid PlaceId, Guid LotId, decimal OnHand, DateOnly? Expiry, DateTimeOffset? OpenedAt, decimal? PackSize, DateTimeOffset ReceivedAt);

/// <summary>What is left to be used up at a price.</summary>
public sealed record ShelfLayer(Guid ItemId, Guid LotId, decimal Remaining, decimal UnitCost, DateTimeOffset ReceivedAt);

/// <summary>What a hand that reaches for items finds: the usable lots, and the prices in the order in which they came.</summary>
public sealed record Shelf(ILookup<Guid, ShelfLot> Lots, ILookup<Guid, ShelfLayer> Layers)
{
    private const string LotsSql = """
        select s.item_id, s.place_id, s.lot_id, s.on_hand, least(l.use_by, l.best_before), l.opened_at, l.pack_size, l.received_at
        from stock_lots s join lots l on l.id = s.lot_id
        where s.item_id = any ($1) and s.on_hand > 0 and l.state = 'Usable' and (l.use_by is null or l.use_by >= $2)
        """;

    private const string LayersSql = "select item_id, lot_id, remaining, unit_cost, received_at from cost_layers where item_id = any ($1) and remaining > 0";

    /// <summary>Reads what there is of items that are locked.</summary>
    /// <param name="today">The business day: what was to be used before is not touched.</param>
    public static async Task<Shelf> ReadAsync(KitchenContext db, IEnumerable<Guid> items, DateOnly today, CancellationToken cancel)
    {
        var wanted = items.Distinct().ToArray();
        await using var batch = new NpgsqlBatch(db.Connection())
        {
            BatchCommands =
            {
                new(LotsSql) { Parameters = { new() { Value = wanted }, new() { Value = today } } },
                new(LayersSql) { Parameters = { new() { Value = wanted } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var lots = new List<ShelfLot>();
        while (await rows.ReadAsync(cancel))
            lots.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetGuid(2), rows.GetDecimal(3), Or<DateOnly>(4), Or<DateTimeOffset>(5), Or<decimal>(6), rows.GetFieldValue<DateTimeOffset>(7)));
        await rows.NextResultAsync(cancel);
        var layers = new List<ShelfLayer>();
        while (await rows.ReadAsync(cancel))
            layers.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetDecimal(2), rows.GetDecimal(3), rows.GetFieldValue<DateTimeOffset>(4)));
        return new Shelf(lots.ToLookup(l => l.ItemId), layers.ToLookup(l => l.ItemId));

        T? Or<T>(int column) where T : struct => rows.IsDBNull(column) ? null : rows.GetFieldValue<T>(column);
    }
}
