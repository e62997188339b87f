using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Load.Wall;

/// <summary>How often the nodes' bridges have read, as the server counts it. Idle looks count as well.</summary>
internal sealed class BridgeReads(KitchenConnections connections)
{
    public async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connections.KitchenOwner);
        await using var count = source.CreateCommand("select coalesce(sum(calls), 0)::bigint from pg_stat_statements where query ~* 'pg_snapshot_xmax'");
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }
}
