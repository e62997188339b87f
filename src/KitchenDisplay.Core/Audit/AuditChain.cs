using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace KitchenDisplay.Core.Audit;

/// <summary>A sealed block of the audit: which rows it covers, and by what it hangs on the one before.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Ids">Its rows, in the order in which they were sealed.</param>
/// <param name="Previous">The seal of the block before; empty for the first one.</param>
internal sealed record AuditBlock(long Number, DateTimeOffset At, Guid[] Ids, byte[] Previous)
{
    /// <summary>The seal: an HMAC over the block and every row in it.</summary>
    /// <param name="rows">As <see cref="AuditRow.Read"/> gives them, in the order of <see cref="Ids"/>.</param>
    internal byte[] Seal(byte[] key, IEnumerable<byte[]> rows)
    {
        using var seal = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Add(seal, BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(Number)));
        Add(seal, BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(AuditRow.Microseconds(At))));
        Add(seal, Previous);
        foreach (var row in rows) Add(seal, row);
        return seal.GetHashAndReset();
    }

    // With its length, so that nothing can be moved from one field to the next.
    private static void Add(IncrementalHash seal, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        seal.AppendData(length);
        seal.AppendData(part);
    }
}

/// <summary>A row of <c>commands</c> as it is sealed: every column, each with its length.</summary>
internal static class AuditRow
{
    internal const string Columns = "c.id, c.kind, c.actor_id, c.device_id, c.at, c.hash, c.outcome, c.result::text, c.refused_id, c.xid::text";

    internal static (Guid Id, byte[] Content) Read(NpgsqlDataReader row)
    {
        var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true);
        for (var column = 0; column < row.FieldCount; column++)
        {
            writer.Write(!row.IsDBNull(column));
            if (row.IsDBNull(column)) continue;
            switch (row.GetValue(column))
            {
                case Guid id: writer.Write(id.ToByteArray(bigEndian: true)); break;
                case byte[] bytes: writer.Write(bytes.Length); writer.Write(bytes); break;
                case DateTime at: writer.Write(Microseconds(at)); break;
                case var text: writer.Write((string)text); break;
            }
        }
        return (row.GetGuid(0), content.ToArray());
    }

    // What PostgreSQL keeps of a moment.
    internal static long Microseconds(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMicrosecond;
}
