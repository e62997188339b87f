using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Core.Data;

/// <summary>A server that is started again whenever it ends by itself, on the same port, until it is stopped.</summary>
internal sealed class WatchedServer : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, Task<PostgresServer>> start;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watch;
    private volatile PostgresServer server;

    public WatchedServer(PostgresServer server, Func<CancellationToken, Task<PostgresServer>> start, ILogger logger)
    {
        (this.server, this.start, this.logger) = (server, start, logger);
        watch = Task.Run(WatchAsync);
    }

    public int Pid => server.Pid;

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await server.WaitForExitAsync(stopping.Token);
                logger.ServerLost(server.Pid);
                var lost = server;
                server = await StartAgainAsync();
                lost.Dispose();
                logger.ServerBack(server.Port, server.Pid);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    // Whatever keeps it away (a full disk, a port that somebody took) can pass: a kitchen never gives up.
    private async Task<PostgresServer> StartAgainAsync()
    {
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await start(stopping.Token);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.ServerStaysAway(pause, e);
                await Task.Delay(pause, stopping.Token);
            }
        }
    }

    /// <summary>Ends the watch, then the server.</summary>
    public async Task StopAsync(bool keep)
    {
        await stopping.CancelAsync();
        await watch;
        await server.StopAsync(keep);
    }

    public void Dispose()
    {
        server.Dispose();
        stopping.Dispose();
    }
}
