using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Load.Latency;

/// <summary>What the machine gives at this moment with nothing else in the way: from a NOTIFY to a frame received at each socket.</summary>
/// <remarks>The clock starts when the NOTIFY is issued, as ours starts at the commit: after which the doorbell has yet to issue its own.</remarks>
internal sealed class EchoBaseline : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly CancellationTokenSource done = new();
    private readonly List<EchoNode> nodes = [];
    private readonly List<(ClientWebSocket Socket, long[] Arrivals)> sockets = [];
    private readonly List<Task> receiving = [];
    private readonly List<long> latencies = [];
    private readonly List<long> afterAcknowledgement = [];

    private EchoBaseline(KitchenConnections connections) =>
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Kitchen) { Options = "-c synchronous_commit=off" });

    /// <summary>Each notice at each socket.</summary>
    public Distribution Latencies => new(latencies);

    /// <summary>The same, from the server's acknowledgement of the NOTIFY: what is left when the ringing itself costs nothing.</summary>
    public Distribution AfterAcknowledgement => new(afterAcknowledgement);

    public static async Task<EchoBaseline> OpenAsync(KitchenConnections connections, int nodes, int sockets, int notices, CancellationToken cancel)
    {
        var echo = new EchoBaseline(connections);
        for (var i = 0; i < nodes; i++)
            echo.nodes.Add(await EchoNode.OpenAsync(echo.source, cancel));
        for (var i = 0; i < sockets; i++)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(echo.nodes[i % nodes].Address, cancel);
            var arrivals = new long[notices];
            echo.sockets.Add((socket, arrivals));
            echo.receiving.Add(echo.ReceiveAsync(socket, arrivals));
        }
        return echo;
    }

    private async Task ReceiveAsync(ClientWebSocket socket, long[] arrivals)
    {
        var frame = new byte[16];
        while (!done.IsCancellationRequested)
        {
            var received = await socket.ReceiveAsync(frame.AsMemory(), done.Token);
            var arrived = Stopwatch.GetTimestamp();
            if (Utf8Parser.TryParse(frame.AsSpan(0, received.Count), out int number, out _))
                Volatile.Write(ref arrivals[number], arrived);
        }
    }

    /// <summary>Notifies at a steady rate. Latencies are kept unless it is only to warm up.</summary>
    public async Task RunAsync(int perSecond, TimeSpan time, bool keep, CancellationToken cancel)
    {
        foreach (var (_, arrivals) in sockets)
            Array.Clear(arrivals);
        var issued = new long[sockets[0].Arrivals.Length];
        var acknowledged = new long[issued.Length];
        await Pace.KeepAsync(perSecond, time, async number =>
        {
            await using var notify = source.CreateCommand($"notify {EchoNode.Channel}, '{number.ToString(CultureInfo.InvariantCulture)}'");
            issued[number] = Stopwatch.GetTimestamp();
            await notify.ExecuteNonQueryAsync(cancel);
            acknowledged[number] = Stopwatch.GetTimestamp();
        }, cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(200), cancel); // for the last frames; one that is later still is left out
        if (!keep)
            return;
        foreach (var (_, arrivals) in sockets)
        {
            latencies.AddRange(Since(issued, arrivals));
            afterAcknowledgement.AddRange(Since(acknowledged, arrivals));
        }
    }

    private static IEnumerable<long> Since(long[] began, long[] arrivals) => arrivals.Zip(began).Where(pair => pair.First > 0).Select(pair => pair.First - pair.Second);

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await Task.WhenAll(receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        sockets.ForEach(pair => pair.Socket.Dispose());
        foreach (var node in nodes)
            await node.DisposeAsync();
        await source.DisposeAsync();
        done.Dispose();
    }
}
