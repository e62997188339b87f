using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Live;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Support;

/// <summary>A whole node of the app on a free port, with its bridge, its board and its services.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly WebApplication app;

    private Node(WebApplication app) => this.app = app;

    public LiveBoard Board => app.Services.GetRequiredService<LiveBoard>();

    public OrderService Orders => TestKitchen.OrdersOf(app.Services.CreateScope().ServiceProvider);

    public static async Task<Node> StartAsync(KitchenConnections connections)
    {
        var app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), connections);
        await app.StartAsync();
        var node = new Node(app);
        await node.ShowsAsync(board => board.Version > 0);
        return node;
    }

    /// <summary>How long it took until the board showed this; fails after ten seconds.</summary>
    public Task<TimeSpan> ShowsAsync(Func<BoardSnapshot, bool> what) => Until.TrueAsync(() => Task.FromResult(what(Board.Snapshot)), TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
