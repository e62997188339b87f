using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>Somebody who writes with plain SQL on a connection of his own, one statement at a time, in transactions of his own.</summary>
public sealed class Writer : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private Writer(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<Writer> ConnectAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new Writer(connection);
    }

    public async Task DoAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
