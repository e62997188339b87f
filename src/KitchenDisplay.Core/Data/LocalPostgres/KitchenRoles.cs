using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>The database, its owner, and the app's role, which may do whatever a kitchen does but not change the schema.</summary>
internal static class KitchenRoles
{
    /// <summary>Makes what is missing; what stands in template1 reaches every database that the owner creates.</summary>
    public static async Task EnsureAsync(PostgresKeys keys, int port, bool statistics, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(keys.SuperuserConnection(port), cancel);
        await RunAsync(connection, $"""
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'kitchen_owner') then
                create role kitchen_owner login createdb;
                grant pg_monitor, pg_signal_backend to kitchen_owner;
              end if;
              if not exists (select from pg_roles where rolname = 'kitchen') then
                create role kitchen login;
              end if;
            end $$;
            alter role kitchen_owner password '{keys.KitchenOwner}';
            alter role kitchen password '{keys.Kitchen}';
            alter default privileges for role kitchen_owner in schema public grant select, insert, update, delete on tables to kitchen;
            alter default privileges for role kitchen_owner in schema public grant usage, select, update on sequences to kitchen;
            """, cancel);
        if (statistics)
            await RunAsync(connection, "create extension if not exists pg_stat_statements", cancel);
        if (!await ExistsAsync(connection, cancel))
            await RunAsync(connection, "create database kitchen owner kitchen_owner", cancel);
    }

    // A server that was taken over may just be recovering from the loss of one of its processes.
    private static async Task<NpgsqlConnection> ConnectAsync(string connectionString, CancellationToken cancel)
    {
        while (true)
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                await connection.OpenAsync(cancel);
                return connection;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await connection.DisposeAsync();
                await Task.Delay(50, cancel);
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = 'kitchen')", connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
