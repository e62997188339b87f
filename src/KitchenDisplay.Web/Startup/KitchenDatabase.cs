using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Doors.SignIn;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Web.Startup;

/// <summary>The database that the app starts with: the server that the environment names, or else one of its own; brought up to date, with the demo restaurant if wanted.</summary>
public sealed class KitchenDatabase : IAsyncDisposable
{
    private readonly LocalPostgres? own;

    private KitchenDatabase(KitchenConnections connections, LocalPostgres? own) => (Connections, this.own) = (connections, own);

    // Four weeks: what the charts show until somebody asks for another span.
    private const int DemoPastDays = 28;

    public KitchenConnections Connections { get; }

    /// <exception cref="StartRefusedException">A connection string is missing, or the server does not let the app in.</exception>
    /// <exception cref="LocalPostgresException">There is no connection string, and no server of its own can be had.</exception>
    /// <exception cref="DatabaseTooNewException">A newer app has been here.</exception>
    public static async Task<KitchenDatabase> OpenAsync(StartOptions options)
    {
        using var stop = new StopSignals();
        using var logs = LoggerFactory.Create(log => log.AddSimpleConsole(o => o.SingleLine = true));
        var logger = logs.CreateLogger<KitchenDatabase>();
        var database = Given() is { } given
            ? new KitchenDatabase(given, null)
            : await StartOwnAsync(logger, stop.Token);
        try
        {
            await Database.MigrateAsync(database.Connections, logger, stop.Token);
            await LoadDemoAsync(database.Connections, options, stop.Token);
            return database;
        }
        catch (Exception e)
        {
            await database.DisposeAsync();
            throw e is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException }
                ? new StartRefusedException($"The database cannot be used: {e.InnerException?.Message ?? e.Message} Look at ConnectionStrings__Kitchen and ConnectionStrings__KitchenOwner.", StartRefusedException.Failed)
                : e;
        }
    }

    private static KitchenConnections? Given()
    {
        var kitchen = Environment.GetEnvironmentVariable("ConnectionStrings__Kitchen");
        var owner = Environment.GetEnvironmentVariable("ConnectionStrings__KitchenOwner");
        if (string.IsNullOrEmpty(kitchen) && string.IsNullOrEmpty(owner)) return null;
        if (string.IsNullOrEmpty(kitchen) || string.IsNullOrEmpty(owner))
            throw new StartRefusedException("Give both connection strings, ConnectionStrings__Kitchen for the app and ConnectionStrings__KitchenOwner for migrations; or neither, and the app starts a PostgreSQL server of its own.");
        return new KitchenConnections(kitchen, owner);
    }

    private static async Task<KitchenDatabase> StartOwnAsync(ILogger logger, CancellationToken cancel)
    {
        var own = await LocalPostgres.StartAsync(LocalPostgresOptions.ForApp(), logger, cancel);
        return new KitchenDatabase(own.Connections, own);
    }

    private static async Task LoadDemoAsync(KitchenConnections connections, StartOptions options, CancellationToken cancel)
    {
        if (options.NoDemo) return;
        await using var source = NpgsqlDataSource.Create(connections.KitchenOwner);
        var settings = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(settings, source);
        await using var db = new KitchenContext(settings.Options);
        if (options.ResetDemo && !await DemoLoader.ClearAsync(db, cancel))
            throw new StartRefusedException("The restaurant in this database is a real one, so --reset-demo leaves it alone. Start without that option.");
        var keys = HouseKeys.Open(LocalPostgresOptions.ForApp().DataFolder);
        // The chain begins anew with the house.
        if (options.ResetDemo && keys.HeadsFile is { } heads) File.Delete(heads);
        await DemoLoader.LoadAsync(db, DemoFile.Read(), TimeProvider.System.GetUtcNow(), DemoPastDays, cancel);
        await DemoPins.GiveAsync(db, keys, TimeProvider.System.GetUtcNow(), cancel);
    }

    /// <summary>Stops the app's own server, if it has one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (own is not null) await own.DisposeAsync();
    }
}
