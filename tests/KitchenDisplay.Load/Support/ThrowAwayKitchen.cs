using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Load.Support;

/// <summary>A PostgreSQL server of its own with the demo restaurant. Durable: a commit waits for the disk, as in a real kitchen.</summary>
internal sealed class ThrowAwayKitchen : IAsyncDisposable
{
    private readonly LocalPostgres server;

    private ThrowAwayKitchen(LocalPostgres server) => this.server = server;

    public KitchenConnections Connections => server.Connections;

    /// <summary>Of the server that runs now.</summary>
    public int PostmasterPid => server.PostmasterPid;

    public static async Task<ThrowAwayKitchen> OpenAsync(CancellationToken cancel)
    {
        var logger = Logs.CreateLogger<ThrowAwayKitchen>();
        var kitchen = new ThrowAwayKitchen(await LocalPostgres.StartAsync(LocalPostgresOptions.ThrowAway(durable: true), logger, cancel));
        try
        {
            await Database.MigrateAsync(kitchen.Connections, logger, cancel);
            await kitchen.LoadDemoAsync(cancel);
            return kitchen;
        }
        catch
        {
            await kitchen.DisposeAsync();
            throw;
        }
    }

    /// <summary>Warnings only: the table is what people came for.</summary>
    public static ILoggerFactory Logs { get; } = LoggerFactory.Create(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));

    private async Task LoadDemoAsync(CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(Connections.Kitchen);
        var options = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        await DemoLoader.LoadAsync(db, DemoFile.Read(), TimeProvider.System.GetUtcNow(), cancel: cancel);
    }

    /// <summary>Runs SQL as the owner.</summary>
    public async Task RunAsync(string sql, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(Connections.KitchenOwner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Waits until the server answers: it may just have been killed.</summary>
    public async Task ReadyAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await CountAsync("people", cancel);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    public async Task<long> CountAsync(string table, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(Connections.KitchenOwner);
        await using var command = source.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
