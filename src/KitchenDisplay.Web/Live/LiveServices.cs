using System.Text.Json.Serialization;
using KitchenDisplay.Core.Audit;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Sight;

namespace KitchenDisplay.Web.Live;

/// <summary>Registers what makes screens live.</summary>
public static class LiveServices
{
    public static void AddKitchenLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveBoard>().AddSingleton<StationCards>();
        services.AddHostedService<KitchenBridge>();
        services.AddHostedService<BellRinger>();
        services.AddHostedService<ChangeCleaner>();
        services.AddSingleton<SightBook>().AddSingleton<ScreenBook>().AddSingleton<SightWriter>().AddSingleton<MissingWatch>().AddScoped<SightService>();
        services.AddHostedService<SightKeeper>();
        services.AddSingleton<StockAudit>().AddSingleton<StockNight>();
        services.AddHostedService<NightKeeper>();
        services.AddHostedService<PromotionKeeper>();
        services.AddHostedService<ImportKeeper>();
        services.AddSingleton<AuditSealer>().AddHostedService<AuditKeeper>();
        services.AddSignalR().AddJsonProtocol(o => o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
    }
}

/// <summary>Keeps the doorbell working as long as the node lives.</summary>
internal sealed class BellRinger(Doorbell bell) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(OwnThread.Run(() => bell.Send(stoppingToken)), OwnThread.Run(() => bell.Listen(stoppingToken)));
}
