using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What became of rows, written in one statement.</summary>
internal static class RowBatch
{
    private const string Update = """
        update import_rows r set verdict = d.verdict, problems = d.problems::jsonb, changes = d.changes::jsonb, target_id = d.target_id, applied = d.applied::jsonb
        from unnest($2::int[], $3::smallint[], $4::text[], $5::text[], $6::uuid[], $7::text[]) d (number, verdict, problems, changes, target_id, applied)
        where r.import_id = $1 and r.number = d.number
        """;

    internal static async Task WriteAsync(KitchenContext db, Guid import, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Update, db.Connection())
        {
            Parameters =
            {
                new() { Value = import }, Value(rows.Select(r => r.Number)), Value(rows.Select(r => (short)r.Verdict)), Value(rows.Select(r => Json(r.Problems))), Value(rows.Select(r => Json(r.Changes))), Value(rows.Select(r => r.TargetId)), Value(rows.Select(r => Json(r.Applied))),
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string? Json<T>(T? value) where T : class => value is null ? null : RootLoader.Write(value);

    private static NpgsqlParameter Value<T>(IEnumerable<T> values) => new() { Value = values.ToArray() };
}
