using System.Net;
using System.Net.Sockets;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A network between a screen and its node in which packets may vanish: nobody is told, nothing is refused, everything hangs.</summary>
public sealed class BlackHole : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Uri node;
    private readonly Task accepting;
    private volatile TaskCompletionSource through = Open();
    private volatile bool onlySockets;

    public BlackHole(Uri node)
    {
        this.node = node;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    /// <summary>The way to the node that leads through here.</summary>
    public Uri Address { get; }

    /// <summary>From now on nothing arrives, in neither direction; or only what web sockets carry does not.</summary>
    public void Swallow(bool onlySockets) => (this.onlySockets, through) = (onlySockets, new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>What was lost and is still waited for arrives now, as it does when TCP repeats it.</summary>
    public void LetThrough() => through.TrySetResult();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task PassAsync(TcpClient screen)
    {
        using var near = screen;
        using var far = new TcpClient();
        try
        {
            var buffer = new byte[64 * 1024];
            var length = await near.GetStream().ReadAsync(buffer, closing.Token);
            var isSocket = buffer.AsSpan(0, length).IndexOf("Upgrade: websocket"u8) >= 0;
            await WaitAsync(isSocket);
            await far.ConnectAsync(node.Host, node.Port, closing.Token);
            await far.GetStream().WriteAsync(buffer.AsMemory(0, length), closing.Token);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), isSocket), CopyAsync(far.GetStream(), near.GetStream(), isSocket));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isSocket)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, closing.Token) is > 0 and var length)
        {
            await WaitAsync(isSocket);
            await to.WriteAsync(buffer.AsMemory(0, length), closing.Token);
        }
        await WaitAsync(isSocket);
    }

    private Task WaitAsync(bool isSocket) => isSocket || !onlySockets ? through.Task.WaitAsync(closing.Token) : Task.CompletedTask;

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        closing.Dispose();
    }
}
