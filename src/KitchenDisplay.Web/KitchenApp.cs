using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Web.Components;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Features.Inventory;
using KitchenDisplay.Web.Features.Inventory.Counting;
using KitchenDisplay.Web.Features.Inventory.Exchange;
using KitchenDisplay.Web.Features.Inventory.Purchasing;
using KitchenDisplay.Web.Features.Inventory.Temperatures;
using KitchenDisplay.Web.Features.Inventory.Waste;
using KitchenDisplay.Web.Features.Kitchen;
using KitchenDisplay.Web.Features.Ordering;
using KitchenDisplay.Web.Features.Recipes;
using KitchenDisplay.Web.Features.Reports;
using KitchenDisplay.Web.Live;
using KitchenDisplay.Web.Startup;

namespace KitchenDisplay.Web;

/// <summary>One node of the restaurant. Several may live in one process, each built with its own options and settings.</summary>
public static class KitchenApp
{
    public static WebApplication Build(StartOptions options, KitchenConnections connections, Action<WebApplicationBuilder>? prepare = null)
    {
        // Not the entry assembly and not the current folder: both are somebody else's when a test or another program hosts the node.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(KitchenApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        prepare?.Invoke(builder);
        builder.ListenWhereAllowed(options);
        builder.WebHost.UseStaticWebAssets();
        AddCertificate(builder, options);
        builder.WebHost.UseSockets(o => o.UnsafePreferInlineScheduling = true);
        AddServices(builder.Services.AddSingleton(options), connections, HouseKeys.Open(LocalPostgresOptions.ForApp().DataFolder));

        var app = builder.Build();
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddCertificate(WebApplicationBuilder builder, StartOptions options)
    {
        if (!ListenAddresses.Choose(options, builder.Configuration).Any(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) return;
        var certificate = HouseCertificate.Open(options.Certificate, LocalPostgresOptions.ForApp().DataFolder, TimeProvider.System.GetUtcNow());
        builder.Services.AddSingleton(certificate);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate.Server));
    }

    private static void AddServices(IServiceCollection services, KitchenConnections connections, HouseKeys keys)
    {
        services.AddKitchenDatabase(connections);
        services.AddScoped<OrderService>().AddScoped<ServiceCalls>().AddScoped<KitchenService>().AddScoped<TicketSearch>().AddScoped<DisplayService>().AddScoped<MenuService>()
            .AddScoped<RecipeService>().AddScoped<InventoryService>().AddScoped<LotService>().AddScoped<AvailabilityService>().AddScoped<CookHands>();
        services.AddScoped<StockList>().AddScoped<StockWorries>().AddScoped<Unmapped>().AddScoped<Trace>().AddScoped<ItemHistory>().AddScoped<StoreFigures>().AddScoped<Morning>();
        services.AddScoped<ItemCatalogue>().AddSingleton<ItemCensus>().AddScoped<ItemEditing>().AddScoped<PromotionService>().AddScoped<ItemNames>().AddScoped<ItemViews>().AddScoped<CategoryTemplates>().AddScoped<FactSheets>();
        services.AddSingleton<ImportWorks>().AddScoped<ImportDesk>().AddScoped<ImportBook>().AddScoped<ItemExport>();
        services.AddScoped<SupplierService>().AddScoped<PurchaseOrders>().AddScoped<SupplierList>().AddScoped<OrderList>().AddScoped<OrderSuggestions>().AddScoped<DeliveryService>().AddScoped<BarcodeService>().AddScoped<Arrivals>();
        services.AddScoped<CountingService>().AddScoped<CountSheets>().AddScoped<StockFinder>().AddScoped<WasteService>().AddScoped<WasteList>().AddScoped<TemperatureService>().AddScoped<TemperatureBook>();
        services.AddScoped<RecipeBook>().AddScoped<RecipeCards>().AddScoped<RecipeHistory>().AddScoped<RecipeSearch>().AddSingleton<RecipeCorpus>().AddScoped<SynonymBook>().AddSingleton<CookNow>()
            .AddScoped<RecipeImport>().AddScoped<RecipeArrivals>().AddScoped<LinkTargets>().AddScoped<RecipeExport>();
        services.AddKitchenLive();
        services.AddOrdering();
        services.AddSingleton<Pulse>();
        services.AddScoped<PageNonce>();
        services.AddExceptionHandler<ErrorsAreRead>();
        services.AddKitchenDoors(keys);
        services.AddKitchenTexts();
        // A draft comes back from the browser in one message: 300 portions with their notes must not end the circuit.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 512 * 1024);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseBrokenPages();
        app.UseContentSecurity();
        app.UseOwnPagesOnly();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseKitchenDoors();
        app.UseAntiforgery();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().Add(asset => asset.Metadata.Add(new OpenAttribute { ForAnybody = true }));
        app.MapPulse();
        app.MapDoors();
        app.MapWallDoor();
        app.MapTraceFiles();
        app.MapOrderFiles();
        app.MapReportFiles();
        app.MapExchangeFiles();
        app.MapCountFiles();
        app.MapWastePhotos();
        app.MapTemperatureFiles();
        app.MapRecipeDownloads();
        app.MapHub<KitchenHub>("/hubs/kitchen");
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o =>
        {
            o.ContentSecurityFrameAncestorsPolicy = null;
            // A batch is some hundred bytes: deflating each one for each screen costs more than sending it.
            o.DisableWebSocketCompression = true;
        });
    }

    /// <summary>Starts the node and says where its screens are.</summary>
    public static async Task OpenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw StartRefusedException.PortInUse(app.Configuration[WebHostDefaults.ServerUrlsKey]);
        }

        var setup = app.Services.GetRequiredService<SetupDoor>();
        await setup.PrepareAsync();
        StartScreen.Print(app.Urls, setup.Token);
    }
}
