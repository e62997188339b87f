using Npgsql;

namespace KitchenDisplay.Load.Gap;

/// <summary>The control: asks for rows whose number is greater than the greatest one seen. It passes by every row whose transaction commits late.</summary>
internal sealed class NaiveReader(NpgsqlDataSource source)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    private long last;
    private long seen;

    /// <summary>Reads until the writers have ended, and then once more.</summary>
    /// <returns>How many rows it has never seen.</returns>
    public async Task<long> RunAsync(Task writers, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        bool end;
        do
        {
            end = writers.IsCompleted;
            await ReadAsync(connection, cancel);
            await Task.Delay(Pause, cancel);
        }
        while (!end);
        await using var count = new NpgsqlCommand("select count(*) from gap_control", connection);
        return (long)(await count.ExecuteScalarAsync(cancel))! - seen;
    }

    private async Task ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select id from gap_control where id > $1 order by id", connection) { Parameters = { new() { Value = last } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        for (; await rows.ReadAsync(cancel); seen++)
            last = rows.GetInt64(0);
    }
}
