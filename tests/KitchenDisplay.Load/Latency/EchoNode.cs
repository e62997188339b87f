using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Load.Latency;

/// <summary>The least that a push can cost: one LISTEN, and what arrives goes to every WebSocket as it is.</summary>
internal sealed class EchoNode : IAsyncDisposable
{
    public const string Channel = "echo";

    private readonly ConcurrentDictionary<WebSocket, bool> sockets = new();
    private readonly CancellationTokenSource done = new();
    private readonly WebApplication app;
    private Task listening = Task.CompletedTask;

    private EchoNode()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.Map("/", async (Microsoft.AspNetCore.Http.HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            sockets[socket] = true;
            await Task.Delay(Timeout.Infinite, done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
    }

    public Uri Address => new(app.Urls.First().Replace("http", "ws", StringComparison.Ordinal));

    public static async Task<EchoNode> OpenAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var node = new EchoNode();
        await node.app.StartAsync(cancel);
        var connection = await source.OpenConnectionAsync(cancel);
        await using var listen = new NpgsqlCommand($"listen {Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancel);
        node.listening = node.ListenAsync(connection);
        return node;
    }

    private async Task ListenAsync(NpgsqlConnection connection)
    {
        var notes = new ConcurrentQueue<string>();
        connection.Notification += (_, note) => notes.Enqueue(note.Payload);
        await using (connection)
        {
            while (!done.IsCancellationRequested)
            {
                await connection.WaitAsync(done.Token);
                while (notes.TryDequeue(out var number))
                    foreach (var socket in sockets.Keys)
                        await socket.SendAsync(Encoding.ASCII.GetBytes(number), WebSocketMessageType.Text, endOfMessage: true, done.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync();
        done.Dispose();
    }
}
