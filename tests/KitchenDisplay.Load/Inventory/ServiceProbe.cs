using System.Diagnostics;
using Npgsql;

namespace KitchenDisplay.Load.Inventory;

/// <summary>What a service does with items and their stock, again and again: reads some, changes one, reserves. Remembers the slowest.</summary>
internal sealed class ServiceProbe(NpgsqlDataSource source, IReadOnlyList<Guid> items)
{
    private static readonly string[] statements =
    [
        "select name, attributes from items where id = $1", "update stock set reserved = reserved + 1 where item_id = $1", "update items set nearly_out_at = 5 where id = $1", "select id from items where name_key > 'm' order by name_key, id limit 20",
    ];

    /// <summary>Goes on until it is told to stop.</summary>
    /// <returns>How long the slowest statement took, in milliseconds.</returns>
    public async Task<double> KeepAsync(CancellationToken cancel)
    {
        var slowest = 0d;
        try
        {
            for (var n = 0; ; n++)
            {
                await using var command = source.CreateCommand(statements[n % statements.Length]);
                if (command.CommandText.Contains('$', StringComparison.Ordinal)) command.Parameters.Add(new() { Value = items[n % items.Count] });
                var began = Stopwatch.GetTimestamp();
                await command.ExecuteNonQueryAsync(cancel);
                slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(5, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            return slowest;
        }
    }
}
