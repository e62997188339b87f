using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Inventory;

/// <summary>The only way to the stock: rows that say what happened, and the sums that follow from them, in one statement after the other of the caller's transaction.</summary>
/// <remarks>Whoever posts locks the items' rows of <c>stock</c> first, in the order of their ids; so nobody waits in a circle, and lots and layers of a locked item need no lock of their own.</remarks>
public static class Ledger
{
    private const string Lock = "select item_id, on_hand, reserved, allow_short from stock where item_id = any ($1) order by item_id for no key update";

    private const string Insert = """
        insert into movements (id, at, kind, item_id, place_id, lot_id, layer_id, on_hand_delta, reserved_delta, lot_delta, layer_delta, unit_cost, command_id, person_id, line_id, reason, reverses_id)
        select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::numeric[], $9::numeric[], $10::numeric[], $11::numeric[], $12::numeric[],
            $13::uuid[], $14::uuid[], $15::uuid[], $16::text[], $17::uuid[])
        """;

    // Only a send may be refused for stock. What else breaks the rule is written all the same, and a manager is told.
    private const string Sum = """
        update stock s set on_hand = s.on_hand + d.on_hand, reserved = s.reserved + d.reserved,
            short_at = case when s.allow_short or s.reserved + d.reserved between 0 and s.on_hand + d.on_hand then s.short_at else $4 end,
            allow_short = s.allow_short or s.reserved + d.reserved not between 0 and s.on_hand + d.on_hand
        from unnest($1::uuid[], $2::numeric[], $3::numeric[]) as d (item_id, on_hand, reserved)
        where s.item_id = d.item_id
        """;

    private const string Guarded = """
        update stock s set reserved = s.reserved + d.reserved
        from unnest($1::uuid[], $2::numeric[]) as d (item_id, reserved)
        where s.item_id = d.item_id and (s.allow_short or s.reserved + d.reserved <= s.on_hand)
        """;

    // A merge and not an upsert: that would check the difference itself, which may be negative.
    private const string SumLots = """
        merge into stock_lots s using unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[]) as d (item_id, place_id, lot_id, on_hand)
        on s.item_id = d.item_id and s.place_id = d.place_id and s.lot_id = d.lot_id
        when matched then update set on_hand = s.on_hand + d.on_hand
        when not matched then insert (item_id, place_id, lot_id, on_hand) values (d.item_id, d.place_id, d.lot_id, d.on_hand)
        """;

    private const string SumLayers = """
        update cost_layers l set remaining = l.remaining + d.remaining
        from unnest($1::uuid[], $2::numeric[]) as d (lot_id, remaining)
        where l.lot_id = d.lot_id
        """;

    /// <summary>Locks what there is of these items, until the transaction ends.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Stock>> LockAsync(KitchenContext db, IEnumerable<Guid> items, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Lock, db.Connection()) { Parameters = { Value(items.Distinct().ToArray()) } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await ReadStockAsync(rows, cancel);
    }

    /// <summary>Writes the rows and their sums. The items are locked by then.</summary>
    public static async Task PostAsync(KitchenContext db, IReadOnlyList<Movement> movements, CancellationToken cancel)
    {
        if (movements.Count == 0) return;
        await using var batch = new NpgsqlBatch(db.Connection());
        batch.BatchCommands.Add(Inserting(movements));
        var sums = movements.GroupBy(m => m.ItemId).Where(g => g.Any(m => m.OnHandDelta != 0 || m.ReservedDelta != 0)).OrderBy(g => g.Key).ToList();
        if (sums.Count > 0)
            batch.BatchCommands.Add(new(Sum) { Parameters = { Value(sums.Select(g => g.Key).ToArray()), Value(sums.Select(g => g.Sum(m => m.OnHandDelta)).ToArray()), Value(sums.Select(g => g.Sum(m => m.ReservedDelta)).ToArray()), Value(movements.Max(m => m.At).UtcDateTime) } });
        var lots = movements.Where(m => m.LotDelta != 0).GroupBy(m => (m.ItemId, Place: m.PlaceId!.Value, Lot: m.LotId!.Value)).ToList();
        if (lots.Count > 0)
            batch.BatchCommands.Add(new(SumLots) { Parameters = { Value(lots.Select(g => g.Key.ItemId).ToArray()), Value(lots.Select(g => g.Key.Place).ToArray()), Value(lots.Select(g => g.Key.Lot).ToArray()), Value(lots.Select(g => g.Sum(m => m.LotDelta)).ToArray()) } });
        var layers = movements.Where(m => m.LayerDelta != 0).GroupBy(m => m.LayerId!.Value).ToList();
        if (layers.Count > 0)
            batch.BatchCommands.Add(new(SumLayers) { Parameters = { Value(layers.Select(g => g.Key).ToArray()), Value(layers.Select(g => g.Sum(m => m.LayerDelta)).ToArray()) } });
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Reserves in one round trip, if there is enough of everything that is strict.</summary>
    /// <returns>Null when it is done; otherwise what there is, and the transaction must not be committed.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Stock>?> ReserveAsync(KitchenContext db, IReadOnlyList<Movement> reservations, CancellationToken cancel)
    {
        if (reservations.Count == 0) return null;
        await using var batch = new NpgsqlBatch(db.Connection());
        var reserving = new Reserving(batch, reservations);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        return await reserving.ReadAsync(rows, cancel);
    }

    /// <summary>The reservation as a part of a round trip.</summary>
    internal sealed class Reserving
    {
        private readonly NpgsqlBatchCommand guarded;
        private readonly int items;

        /// <summary>Adds its statements to the batch; it gives one table of rows.</summary>
        internal Reserving(NpgsqlBatch batch, IReadOnlyList<Movement> reservations)
        {
            var sums = reservations.GroupBy(m => m.ItemId, m => m.ReservedDelta).OrderBy(g => g.Key).ToList();
            var ids = sums.Select(g => g.Key).ToArray();
            items = ids.Length;
            guarded = new(Guarded) { Parameters = { Value(ids), Value(sums.Select(g => g.Sum()).ToArray()) } };
            batch.BatchCommands.Add(new(Lock) { Parameters = { Value(ids) } });
            batch.BatchCommands.Add(guarded);
            batch.BatchCommands.Add(Inserting(reservations));
        }

        /// <summary>Reads its table. Null when it is done; otherwise what there is.</summary>
        internal async Task<IReadOnlyDictionary<Guid, Stock>?> ReadAsync(NpgsqlDataReader rows, CancellationToken cancel)
        {
            var stock = await ReadStockAsync(rows, cancel);
            await rows.NextResultAsync(cancel);
            return guarded.RecordsAffected == items ? null : stock;
        }
    }

    private static NpgsqlBatchCommand Inserting(IReadOnlyList<Movement> movements) => new(Insert)
    {
        Parameters =
        {
            Value(movements.Select(m => m.Id).ToArray()), Value(movements.Select(m => m.At.UtcDateTime).ToArray()), Value(movements.Select(m => m.Kind.ToString()).ToArray()), Value(movements.Select(m => m.ItemId).ToArray()),
            Value(movements.Select(m => m.PlaceId).ToArray()), Value(movements.Select(m => m.LotId).ToArray()), Value(movements.Select(m => m.LayerId).ToArray()),
            Value(movements.Select(m => m.OnHandDelta).ToArray()), Value(movements.Select(m => m.ReservedDelta).ToArray()), Value(movements.Select(m => m.LotDelta).ToArray()), Value(movements.Select(m => m.LayerDelta).ToArray()),
            Value(movements.Select(m => m.UnitCost).ToArray()), Value(movements.Select(m => m.CommandId).ToArray()), Value(movements.Select(m => m.PersonId).ToArray()), Value(movements.Select(m => m.LineId).ToArray()),
            Value(movements.Select(m => m.Reason).ToArray()), Value(movements.Select(m => m.ReversesId).ToArray()),
        },
    };

    private static async Task<Dictionary<Guid, Stock>> ReadStockAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var stock = new Dictionary<Guid, Stock>();
        while (await rows.ReadAsync(cancel))
            stock[rows.GetGuid(0)] = new Stock { ItemId = rows.GetGuid(0), OnHand = rows.GetDecimal(1), Reserved = rows.GetDecimal(2), AllowShort = rows.GetBoolean(3) };
        return stock;
    }

    private static NpgsqlParameter Value(object value) => new() { Value = value };
}
