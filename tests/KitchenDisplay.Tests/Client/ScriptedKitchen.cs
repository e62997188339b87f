using KitchenDisplay.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Tests.Client;

/// <summary>A real server with a hub that says what the test tells it to.</summary>
internal sealed class ScriptedKitchen : IAsyncDisposable
{
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");
    public List<string?> Joins { get; } = [];
    public Func<ScriptedKitchen, Task<StationSnapshot>> Answer { get; set; } = _ => throw new HubException("Nobody cooks here.");

    public static async Task<ScriptedKitchen> OpenAsync(StationSnapshot snapshot)
    {
        var kitchen = new ScriptedKitchen { Answer = _ => Task.FromResult(snapshot) };
        await kitchen.StartAsync();
        return kitchen;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(this);
        app = builder.Build();
        app.MapHub<Hub>("/hubs/kitchen");
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public Task SendAsync(StationChange change) => app!.Services.GetRequiredService<IHubContext<Hub>>().Clients.All.SendAsync("Changed", change);

    public async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private sealed class Hub(ScriptedKitchen kitchen) : Microsoft.AspNetCore.SignalR.Hub
    {
        public Task<StationSnapshot> Join(string? station)
        {
            kitchen.Joins.Add(station);
            return kitchen.Answer(kitchen);
        }
    }
}
