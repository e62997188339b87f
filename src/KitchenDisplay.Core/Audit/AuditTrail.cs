using KitchenDisplay.Core.Commands;
using Npgsql;

namespace KitchenDisplay.Core.Audit;

/// <summary>What somebody looks for in the audit; null does not matter.</summary>
/// <param name="Kind">Of the command, such as <c>VoidLine</c>.</param>
public sealed record AuditWish(string? Kind = null, Guid? PersonId = null, CommandOutcome? Outcome = null);

/// <summary>One thing that was done, or was not allowed.</summary>
/// <param name="Person">Null for whoever is not in the staff's list.</param>
/// <param name="Said">The answer as JSON; for a refusal its reasons.</param>
/// <param name="Place">Where the list goes on behind it.</param>
public sealed record AuditEntry(Guid Id, DateTimeOffset At, string Kind, string? Person, string? Device, CommandOutcome Outcome, string Said, string Place);

/// <summary>Reads the audit, newest first.</summary>
public sealed class AuditTrail(NpgsqlDataSource source)
{
    /// <param name="after">The last entry that was read; null to begin with the newest.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditWish wish, AuditEntry? after, int size, CancellationToken cancel = default)
    {
        // By transaction and not by time: many share a moment, and this order has an index.
        await using var command = source.CreateCommand("""
            select c.id, c.at, c.kind, p.name, d.name, c.outcome, c.result::text, c.xid::text
            from commands c left join people p on p.id = c.actor_id left join devices d on d.id = c.device_id
            where ($1::text is null or (c.xid, c.id) < ($1::xid8, $2)) and ($3::text is null or c.kind = $3) and ($4::uuid is null or c.actor_id = $4) and ($5::text is null or c.outcome = $5)
            order by c.xid desc, c.id desc limit $6
            """);
        foreach (var (value, type) in new (object?, NpgsqlTypes.NpgsqlDbType)[]
        {
            (after?.Place, NpgsqlTypes.NpgsqlDbType.Text), (after?.Id, NpgsqlTypes.NpgsqlDbType.Uuid), (wish.Kind, NpgsqlTypes.NpgsqlDbType.Text),
            (wish.PersonId, NpgsqlTypes.NpgsqlDbType.Uuid), (wish.Outcome?.ToString(), NpgsqlTypes.NpgsqlDbType.Text), (size, NpgsqlTypes.NpgsqlDbType.Integer),
        }) command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var entries = new List<AuditEntry>();
        while (await reader.ReadAsync(cancel))
        {
            entries.Add(new(reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                Enum.Parse<CommandOutcome>(reader.GetString(5)), reader.GetString(6), reader.GetString(7)));
        }
        return entries;
    }
}
