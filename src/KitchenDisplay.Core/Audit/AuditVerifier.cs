using KitchenDisplay.Core.Doors.SignIn;
using Npgsql;

namespace KitchenDisplay.Core.Audit;

/// <summary>What became of a check of the audit.</summary>
/// <param name="Blocks">How many blocks hold.</param>
/// <param name="Rows">How many rows they cover.</param>
/// <param name="Fault">What is wrong with the first block that does not hold; null when all do.</param>
public sealed record AuditVerdict(long Blocks, long Rows, string? Fault);

/// <summary>Checks that every sealed row of the audit is as it was when it was sealed.</summary>
public sealed class AuditVerifier(NpgsqlDataSource source, HouseKeys keys)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancel = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        return await VerifyAsync(connection, cancel);
    }

    /// <summary>As the connection's transaction sees it.</summary>
    internal async Task<AuditVerdict> VerifyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        using var heads = new AuditHeads(keys.HeadsFile);
        var (number, rows, previous) = (0L, 0L, Array.Empty<byte>());
        while (await NextAsync(connection, number, cancel) is { } found)
        {
            var (block, seal) = found;
            if (block.Number != number + 1) return new(number, rows, $"Block {number + 1} is missing.");
            if (!block.Previous.AsSpan().SequenceEqual(previous)) return new(number, rows, $"Block {block.Number} does not hang on the one before it.");
            var contents = await RowsAsync(connection, block.Ids, cancel);
            if (block.Ids.FirstOrDefault(id => !contents.ContainsKey(id)) is var gone && gone != Guid.Empty) return new(number, rows, $"Block {block.Number} lacks the row {gone}.");
            if (!block.Seal(keys.Seal, block.Ids.Select(id => contents[id])).AsSpan().SequenceEqual(seal)) return new(number, rows, $"Block {block.Number} of {block.At:u} is not as it was sealed.");
            if (heads.Contradict(block.Number, seal)) return new(number, rows, $"Block {block.Number} has another seal than the one that was written into {keys.HeadsFile}.");
            (number, rows, previous) = (block.Number, rows + block.Ids.Length, seal);
        }
        return new(number, rows, heads.Later(number) is { } cut ? $"Block {cut} was sealed, as {keys.HeadsFile} says, and is gone." : null);
    }

    private static async Task<(AuditBlock Block, byte[] Seal)?> NextAsync(NpgsqlConnection connection, long after, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select number, at, ids, previous, seal from seals where number > $1 order by number limit 1", connection) { Parameters = { new() { Value = after } } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? (new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<Guid[]>(2), reader.GetFieldValue<byte[]>(3)), reader.GetFieldValue<byte[]>(4))
            : null;
    }

    private static async Task<Dictionary<Guid, byte[]>> RowsAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {AuditRow.Columns} from commands c where c.id = any($1)", connection) { Parameters = { new() { Value = ids } } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new Dictionary<Guid, byte[]>();
        while (await reader.ReadAsync(cancel))
        {
            var (id, content) = AuditRow.Read(reader);
            rows[id] = content;
        }
        return rows;
    }
}
