using System.Globalization;
using KitchenDisplay.Core.Doors.SignIn;
using Npgsql;

namespace KitchenDisplay.Core.Audit;

/// <summary>Seals what has been done since the last time: rows that a snapshot can see and the one before could not, so that a late commit is neither missed nor sealed twice.</summary>
public sealed class AuditSealer(NpgsqlDataSource source, HouseKeys keys, TimeProvider clock)
{
    // A database from before there were seals has years to catch up with.
    private const int MostRows = 5_000;

    private const string Newer = "where c.xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(c.xid, $1::pg_snapshot)";

    private const string Unsealed = "where $1 is not null and not exists (select from (select unnest(ids) as id from seals) s where s.id = c.id)";

    /// <summary>Seals what there is; one node does it, the others leave it to that one.</summary>
    /// <returns>How many rows were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        // In a statement of its own, before there is a snapshot: what the last holder has sealed is then seen.
        if (!(bool)(await One(connection, "select pg_try_advisory_lock(hashtext('kitchendisplay.seal'))").ExecuteScalarAsync(cancel))!) return 0;
        try
        {
            return await SealAsync(connection, cancel);
        }
        finally
        {
            await One(connection, "select pg_advisory_unlock(hashtext('kitchendisplay.seal'))").ExecuteScalarAsync(CancellationToken.None);
        }
    }

    private async Task<int> SealAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var (number, snapshot, seal) = await LastAsync(connection, cancel);
        var rows = await NewAsync(connection, snapshot, cancel);
        if (rows.Count == 0) return 0;
        var now = clock.GetUtcNow();
        foreach (var part in rows.Chunk(MostRows))
        {
            var block = new AuditBlock(++number, now, [.. part.Select(r => r.Id)], seal);
            seal = block.Seal(keys.Seal, part.Select(r => r.Content));
            await WriteAsync(connection, block, seal, cancel);
        }
        await transaction.CommitAsync(cancel);
        // Whoever cuts the chain's end off in the database would have to cut it off there too.
        if (keys.HeadsFile is { } heads) await File.AppendAllTextAsync(heads, string.Create(CultureInfo.InvariantCulture, $"{number} {Convert.ToHexStringLower(seal)} {now:O}\n"), cancel);
        return rows.Count;
    }

    private static async Task<(long Number, string? Snapshot, byte[] Seal)> LastAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var reader = await One(connection, "select number, snapshot::text, seal from seals order by number desc limit 1").ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)) : (0, null, []);
    }

    private static async Task<List<(Guid Id, byte[] Content)>> NewAsync(NpgsqlConnection connection, string? before, CancellationToken cancel)
    {
        await using var command = One(connection, $"select {AuditRow.Columns} from commands c {(before is null ? "" : await IsRestoredAsync(connection, before, cancel) ? Unsealed : Newer)} order by c.id");
        if (before is not null) command.Parameters.Add(new() { Value = before });
        var rows = new List<(Guid, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(AuditRow.Read(reader));
        return rows;
    }

    // In another cluster transactions have smaller numbers: then every row is looked up once.
    private static async Task<bool> IsRestoredAsync(NpgsqlConnection connection, string before, CancellationToken cancel)
    {
        await using var command = One(connection, "select pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax($1::pg_snapshot)");
        command.Parameters.Add(new() { Value = before });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, AuditBlock block, byte[] seal, CancellationToken cancel)
    {
        await using var command = One(connection, "insert into seals (number, at, snapshot, ids, previous, seal) values ($1, $2, pg_current_snapshot(), $3, $4, $5)");
        foreach (var value in new object[] { block.Number, block.At, block.Ids, block.Previous, seal }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlCommand One(NpgsqlConnection connection, string sql) => new(sql, connection);
}
