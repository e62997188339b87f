using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Load.Wall;

/// <summary>What the server counts of the nodes' statements.</summary>
internal sealed class ServerCounts(KitchenConnections connections) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connections.KitchenOwner);

    /// <summary>How often the bridges have read. Idle looks count as well.</summary>
    public Task<long> ReadsAsync(CancellationToken cancel) => SumAsync("calls", "pg_snapshot_xmax", cancel);

    /// <summary>How many sightings were written.</summary>
    public Task<long> SightingsAsync(CancellationToken cancel) => SumAsync("rows", "insert into sightings", cancel);

    /// <summary>In how many statements.</summary>
    public Task<long> SightingWritesAsync(CancellationToken cancel) => SumAsync("calls", "insert into sightings", cancel);

    private async Task<long> SumAsync(string what, string statements, CancellationToken cancel)
    {
        await using var count = source.CreateCommand($"select coalesce(sum({what}), 0)::bigint from pg_stat_statements where query ~* $1");
        count.Parameters.Add(new() { Value = statements });
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
