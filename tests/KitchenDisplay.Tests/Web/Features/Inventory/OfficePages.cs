using Bunit;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Features.Inventory;

/// <summary>The office's pages on a store room of their own, with the services as the app registers them.</summary>
public abstract class OfficePages : BunitContext, IClassFixture<StoreRoom>
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider node;

    protected OfficePages(StoreRoom store)
    {
        (Store, node) = (store, TestKitchen.Provide(store.Kitchen.Connections));
        var board = new LiveBoard(TimeProvider.System);
        using var connection = new NpgsqlConnection(store.Kitchen.Connections.Kitchen);
        connection.Open();
        board.Take(new ChangeReader(connection, KitchenBridge.Kinds).Read());
        Services.AddLocalization();
        Services.AddSingleton(board.BadgeOf(Role.Manager));
        Services.AddSingleton(TimeProvider.System).AddSingleton(board).AddSingleton(node.GetRequiredService<IDbContextFactory<KitchenContext>>()).AddSingleton(node.GetRequiredService<CommandBook>());
        Services.AddSingleton(node.GetRequiredService<NpgsqlDataSource>()).AddSingleton(node.GetRequiredService<SearchSource>());
        Services.AddScoped<RecipeService>().AddScoped<InventoryService>().AddScoped<LotService>().AddScoped<StockList>().AddScoped<StockWorries>().AddScoped<RecipeBook>().AddScoped<RecipeHistory>().AddScoped<SynonymBook>().AddSingleton<RecipeCorpus>().AddSingleton<CookNow>().AddScoped<Unmapped>().AddScoped<Trace>().AddScoped<StockAudit>();
        Services.AddSingleton<ItemCensus>().AddScoped<ItemCatalogue>().AddScoped<ItemNames>().AddScoped<ItemViews>().AddScoped<ItemEditing>().AddScoped<PromotionService>().AddSingleton(node.GetRequiredService<PromotionWorks>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddScoped<CountingService>().AddScoped<CountSheets>().AddScoped<StockFinder>().AddScoped<WasteService>().AddScoped<WasteList>().AddScoped<TemperatureService>().AddScoped<TemperatureBook>();
    }

    protected StoreRoom Store { get; }

    /// <summary>How many commands of this kind were carried out.</summary>
    protected Task<long> DoneAsync(string kind) => Store.Kitchen.CountAsync($"commands where kind = '{kind}' and outcome = 'Done'");

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await node.DisposeAsync();
    }
}
