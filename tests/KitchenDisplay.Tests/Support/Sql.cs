using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>Plain SQL on a connection string, for what a test arranges and asserts.</summary>
public static class Sql
{
    public static async Task RunAsync(string connectionString, string sql) => await ScalarAsync<object>(connectionString, sql);

    public static async Task<T?> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
