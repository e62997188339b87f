using Npgsql;

namespace KitchenDisplay.Load.Inventory;

/// <summary>The ledger and the sums of the stock, as what the house sells and receives moves them: ten items at a time.</summary>
internal sealed class Movements(NpgsqlDataSource source, IReadOnlyList<Guid> items)
{
    private const int Each = 10;

    private const string Move = """
        with taken as (select item_id from stock where item_id >= $1 order by item_id limit 10 for no key update),
        moved as (insert into movements (id, at, kind, item_id, on_hand_delta, reserved_delta, lot_delta, layer_delta, command_id, person_id) select gen_random_uuid(), $2, 'Wasted', item_id, -1, 0, 0, 0, gen_random_uuid(), gen_random_uuid() from taken)
        update stock s set on_hand = s.on_hand - 1 from taken where s.item_id = taken.item_id
        """;

    /// <summary>Goes on until it is told to stop.</summary>
    /// <returns>How many there were.</returns>
    public async Task<long> KeepAsync(int perMinute, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes((double)Each / perMinute));
        var moved = 0L;
        try
        {
            // The ledger's month is opened when the business day begins; until then its rows would be in its way.
            while (await source.CreateCommand("select count(*) from stock_days").ExecuteScalarAsync(cancel) is 0L) await timer.WaitForNextTickAsync(cancel);
            while (await timer.WaitForNextTickAsync(cancel))
            {
                await using var command = source.CreateCommand(Move);
                command.Parameters.Add(new() { Value = items[Random.Shared.Next(items.Count)] });
                command.Parameters.Add(new() { Value = DateTime.UtcNow });
                moved += await command.ExecuteNonQueryAsync(cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // That is enough.
        }
        return moved;
    }
}
