using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>Where the connection breaks.</summary>
public enum Cut
{
    /// <summary>The server never hears of the commit.</summary>
    BeforeCommit,

    /// <summary>The server has committed, and its answer is lost on the way.</summary>
    AfterCommit,
}

/// <summary>A network between the app and its database that breaks at the worst moment.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly (string Host, int Port) server;
    private readonly Task accepting;
    private int cutsLeft;
    private Cut at;

    public CuttingProxy(string connectionString)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString);
        server = (direct.Host!, direct.Port);
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>The way to the database that leads through here.</summary>
    public string ConnectionString { get; }

    /// <summary>How often it has cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Breaks the connections of the next commits, whosever they are.</summary>
    public void CutNext(Cut where, int times = 1) => (at, cutsLeft) = (where, times);

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task PassAsync(TcpClient app)
    {
        using var near = app;
        using var far = new TcpClient();
        await far.ConnectAsync(server.Host, server.Port, closing.Token);
        var muted = new TaskCompletionSource();
        try
        {
            await Task.WhenAny(UpAsync(near.GetStream(), far.GetStream(), muted), DownAsync(far.GetStream(), near.GetStream(), muted));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task UpAsync(NetworkStream near, NetworkStream far, TaskCompletionSource muted)
    {
        var buffer = new byte[64 * 1024];
        while (await near.ReadAsync(buffer, closing.Token) is > 0 and var length)
        {
            if (cutsLeft > 0 && buffer.AsSpan(0, length).IndexOf("COMMIT"u8) >= 0)
            {
                (cutsLeft, Cuts) = (cutsLeft - 1, Cuts + 1);
                if (at == Cut.BeforeCommit) return;
                muted.SetResult();
            }
            await far.WriteAsync(buffer.AsMemory(0, length), closing.Token);
        }
    }

    private async Task DownAsync(NetworkStream far, NetworkStream near, TaskCompletionSource muted)
    {
        var buffer = new byte[64 * 1024];
        while (await far.ReadAsync(buffer, closing.Token) is > 0 and var length)
        {
            // Reading the answer proves that the server has committed; nobody else learns of it.
            if (muted.Task.IsCompleted) return;
            await near.WriteAsync(buffer.AsMemory(0, length), closing.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        closing.Dispose();
    }
}
