using System.Net.WebSockets;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Support;

/// <summary>A node with a real server on a free port and a database of its own, migrated and empty: what a browser would get is what a test gets.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private KitchenConnections connections = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        connections = await KitchenServer.CloneAsync("migrated", database => Database.MigrateAsync(database, NullLogger.Instance, CancellationToken.None));
        app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), connections);
        await app.StartAsync();
        Http.BaseAddress = new Uri(app.Urls.Single());
    }

    /// <param name="device">The secret of a paired device; null for a browser that nobody has let in.</param>
    public async Task<WebSocket> OpenSocketAsync(string path, string origin, string? device = null)
    {
        var socket = new ClientWebSocket();
        if (device is not null) socket.Options.SetRequestHeader("Cookie", $"{DoorCookies.Device}={device}");
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://{Http.BaseAddress!.Authority}{path}"), CancellationToken.None);
        return socket;
    }

    /// <summary>The secret of a device that was let in.</summary>
    public async Task<string> PairAsync() => (await DoorKeys.PairAsync(connections)).Secret;

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await KitchenServer.DropAsync(connections);
    }
}
