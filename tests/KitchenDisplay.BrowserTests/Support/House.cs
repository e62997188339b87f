using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>The demo restaurant with a running node, shared by the classes that leave it as they found it. Two cores serve one flow at a time.</summary>
public sealed class House : IAsyncLifetime
{
    private AppProcess? second;

    public KitchenConnections Connections { get; private set; } = null!;
    public AppProcess Node { get; private set; } = null!;
    public FloorStaff Staff { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Connections = await KitchenServer.CloneAsync("demo_house", FurnishAsync);
        Staff = new FloorStaff(Connections);
        Node = await AppProcess.StartAsync(Connections);
    }

    /// <summary>Brings a database up to date and loads the demo restaurant.</summary>
    public static async Task FurnishAsync(KitchenConnections connections)
    {
        await Database.MigrateAsync(connections, NullLogger.Instance);
        await using var source = NpgsqlDataSource.Create(connections.KitchenOwner);
        var options = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        await DemoLoader.LoadAsync(db, DemoFile.Read(), TimeProvider.System.GetUtcNow(), daysBefore: 28);
    }

    /// <summary>Another node on the same database, started by the first test that needs it.</summary>
    public async Task<AppProcess> SecondNodeAsync() => second ??= await AppProcess.StartAsync(Connections);

    /// <summary>As before the first guest: no orders, and so no tickets; nothing is out, and nobody knows which screens were open.</summary>
    public Task ClearAsync() => Until.TrueAsync(TryToClearAsync, TimeSpan.FromSeconds(30));

    // The app locks these tables in an order of its own.
    private async Task<bool> TryToClearAsync()
    {
        try
        {
            await Sql.RunAsync(Connections.KitchenOwner, "truncate orders cascade; truncate screens, eighty_sixes, dish_counts");
            return true;
        }
        catch (PostgresException collision) when (collision.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    /// <summary>Makes all the work in the kitchen, or that of one ticket, so much older.</summary>
    public Task AgeAsync(TimeSpan by, long? ticket = null) => Sql.RunAsync(Connections.KitchenOwner, FormattableString.Invariant($"""
        update prep_tasks set fired_at = fired_at - interval '{by.TotalSeconds} s', start_at = start_at - interval '{by.TotalSeconds} s', due_at = due_at - interval '{by.TotalSeconds} s'
        where ticket_id in (select id from tickets where number = {ticket ?? 0} or {ticket ?? 0} = 0)
        """));

    public async Task DisposeAsync()
    {
        await Chromium.CloseAsync();
        await Node.DisposeAsync();
        if (second is not null) await second.DisposeAsync();
        await Staff.DisposeAsync();
        await KitchenServer.DropAsync(Connections);
    }
}

/// <summary>One after the other: two flows at a time would only measure each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Service : ICollectionFixture<House>
{
    public const string Name = "service";
}
