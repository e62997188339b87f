using KitchenDisplay.Core.Data;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Live;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Load.Support;

/// <summary>An app node in this process, so that what is sent and what is seen have one clock.</summary>
internal sealed class KitchenNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private KitchenNode(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());
    public LiveBoard Board => app.Services.GetRequiredService<LiveBoard>();

    /// <summary>Starts a node on a free port and returns when its board is filled.</summary>
    public static async Task<KitchenNode> OpenAsync(KitchenConnections connections, CancellationToken cancel)
    {
        var app = KitchenApp.Build(new StartOptions { Urls = "http://127.0.0.1:0" }, connections, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        var node = new KitchenNode(app);
        await app.StartAsync(cancel);
        while (node.Board.LastRead is null)
            await Task.Delay(20, cancel);
        return node;
    }

    /// <summary>Calls a scoped service, as a tap on one of this node's screens does.</summary>
    public async Task<TResult> CallAsync<TService, TResult>(Func<TService, Task<TResult>> call) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(enough.Token);
        await app.DisposeAsync();
    }
}
