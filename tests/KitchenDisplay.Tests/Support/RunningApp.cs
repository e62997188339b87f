using System.Net.WebSockets;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;

namespace KitchenDisplay.Tests.Support;

/// <summary>A node with a real server on a free port: what a browser would get is what a test gets.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly WebApplication app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"));

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Http.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task<WebSocket> OpenSocketAsync(string path, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://{Http.BaseAddress!.Authority}{path}"), CancellationToken.None);
        return socket;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
