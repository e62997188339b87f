using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>The restaurant's own PostgreSQL server: made, started, watched and stopped by the app that holds its folder.</summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly WatchedServer server;
    private bool disposed;

    private LocalPostgres(DataFolder folder, WatchedServer server, KitchenConnections connections)
    {
        (this.folder, this.server) = (folder, server);
        Connections = connections;
    }

    /// <summary>The two roles' connection strings; they stay valid when the server is restarted.</summary>
    public KitchenConnections Connections { get; }

    /// <summary>The process id of the server's postmaster, another one after a restart.</summary>
    public int PostmasterPid => server.Pid;

    /// <summary>Starts the server, or takes over the one that a killed app left behind, and returns when both roles can connect.</summary>
    /// <exception cref="LocalPostgresException">PostgreSQL cannot be had; the message says what to do.</exception>
    public static async Task<LocalPostgres> StartAsync(LocalPostgresOptions options, ILogger logger, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
            throw ServerRefusal.OnWindows();
        try
        {
            var account = await ServerAccount.FindAsync(cancel);
            var binaries = await PostgresBinaries.FindAsync(options.BinaryFolders, new Cluster(options.DataFolder).Major, options.DataFolder, cancel);
            var folder = await DataFolder.HoldAsync(options, account, cancel);
            try
            {
                return await StartAsync(folder, options, new(binaries, account, logger), cancel);
            }
            catch
            {
                await folder.LeaveAsync();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ServerRefusal.From(e, options.DataFolder);
        }
    }

    private static async Task<LocalPostgres> StartAsync(DataFolder folder, LocalPostgresOptions options, ServerTools tools, CancellationToken cancel)
    {
        var cluster = new Cluster(folder.Path);
        var keys = PostgresKeys.Open(folder.Path, cluster);
        if (cluster.Major is null)
            await cluster.CreateAsync(tools, keys, options.Durable, cancel);
        var statistics = await tools.Binaries.HasLibraryAsync("pg_stat_statements", cancel);
        var server = await PostgresServer.AdoptAsync(cluster.Folder, cancel);
        if (server is null)
        {
            await cluster.WriteSettingsAsync(options, tools.Account, statistics, cancel);
            server = await PostgresServer.StartAsync(tools, cluster, LoopbackPort.Choose(options.Port, folder.Path), cancel);
        }

        if (server.WasAdopted)
            tools.Logger.ServerAdopted(server.Pid, server.Port);
        else
            tools.Logger.ServerReady(server.Port, server.Pid, folder.Path);
        try
        {
            await KitchenRoles.EnsureAsync(keys, server.Port, statistics, cancel);
        }
        catch (Exception e)
        {
            await server.StopAsync(keep: true);
            server.Dispose();
            throw e is NpgsqlException ? ServerRefusal.FromOutput(e.Message, folder.Path, inner: e) : e;
        }

        return new(folder, new(server, again => PostgresServer.StartAsync(tools, cluster, server.Port, again), tools.Logger), keys.Connections(server.Port));
    }

    /// <summary>Stops the server and waits until it has written everything; a throw-away folder is deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        await server.StopAsync(folder.IsKept);
        server.Dispose();
        await folder.LeaveAsync();
    }
}
