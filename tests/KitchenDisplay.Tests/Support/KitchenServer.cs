using System.Collections.Concurrent;
using KitchenDisplay.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>One throw-away PostgreSQL server for the whole test run, started by the first test that needs it; each class clones a database of its own.</summary>
public static class KitchenServer
{
    private static readonly Lazy<Task<LocalPostgres>> server = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();

    private static Task<LocalPostgres> StartAsync() =>
        LocalPostgres.StartAsync(LocalPostgresOptions.ThrowAway() with { MaxConnections = 500 }, NullLogger.Instance, CancellationToken.None);

    /// <summary>A new database that is a copy of the named template, which is prepared (migrated, filled) when it is first asked for.</summary>
    public static async Task<KitchenConnections> CloneAsync(string template, Func<KitchenConnections, Task> prepare)
    {
        var connections = (await server.Value).Connections;
        var prepared = templates.GetOrAdd(template, name => new(() => PrepareAsync(connections, name, prepare)));
        await prepared.Value;
        var clone = $"kitchen_{Guid.NewGuid():N}";
        await RunAsync(connections, $"create database {clone} template {template}");
        return To(connections, clone);
    }

    private static async Task PrepareAsync(KitchenConnections connections, string template, Func<KitchenConnections, Task> prepare)
    {
        await RunAsync(connections, $"create database {template}");
        var inTemplate = To(connections, template);
        await prepare(inTemplate);
        // PostgreSQL copies no database that somebody is connected to.
        await ClosePoolsAsync(inTemplate);
    }

    /// <summary>Drops a cloned database, so that a long run does not fill the disk.</summary>
    public static async Task DropAsync(KitchenConnections clone)
    {
        await ClosePoolsAsync(clone);
        var name = new NpgsqlConnectionStringBuilder(clone.KitchenOwner).Database;
        await RunAsync((await server.Value).Connections, $"drop database {name} with (force)");
    }

    /// <summary>Stops the server, if a test has started it, and deletes its folder.</summary>
    public static async Task StopAsync()
    {
        if (server.IsValueCreated)
            await (await server.Value).DisposeAsync();
    }

    private static async Task ClosePoolsAsync(KitchenConnections connections)
    {
        foreach (var connectionString in new[] { connections.Kitchen, connections.KitchenOwner })
        {
            await using var pooled = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(pooled);
        }
    }

    private static KitchenConnections To(KitchenConnections connections, string database) => new(
        new NpgsqlConnectionStringBuilder(connections.Kitchen) { Database = database }.ConnectionString,
        new NpgsqlConnectionStringBuilder(connections.KitchenOwner) { Database = database }.ConnectionString);

    private static async Task RunAsync(KitchenConnections connections, string sql)
    {
        await using var connection = new NpgsqlConnection(connections.KitchenOwner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
