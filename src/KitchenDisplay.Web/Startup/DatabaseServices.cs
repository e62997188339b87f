using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Recipes.Search;
using Npgsql;

namespace KitchenDisplay.Web.Startup;

/// <summary>Registers the database and what stands directly on it.</summary>
public static class DatabaseServices
{
    public static void AddKitchenDatabase(this IServiceCollection services, KitchenConnections connections)
    {
        services.AddSingleton(_ => Database.Source(connections));
        services.AddSingleton(_ => new SearchSource(connections));
        services.AddPooledDbContextFactory<KitchenContext>((provider, options) => Database.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(_ => new DatabaseClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddSingleton<Doorbell>();
        services.AddScoped<CommandBook>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PromotionWorks>(provider, connections));
    }
}
