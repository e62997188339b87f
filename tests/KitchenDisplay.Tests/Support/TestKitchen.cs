using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>The demo restaurant in a database of its own, with the services as the app registers them; each test class has one.</summary>
public sealed class TestKitchen : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public KitchenConnections Connections { get; private set; } = null!;

    public IReadOnlyList<Dish> Dishes { get; private set; } = [];
    public IReadOnlyList<DiningTable> Tables { get; private set; } = [];
    public IReadOnlyList<Station> Stations { get; private set; } = [];

    /// <summary>May order, and may not bump.</summary>
    public Actor Waiter { get; private set; } = null!;
    public Actor OtherWaiter { get; private set; } = null!;

    /// <summary>May bump, and may not order.</summary>
    public Actor Cook { get; private set; } = null!;
    public Actor OtherCook { get; private set; } = null!;

    public CommandBook Book { get; private set; } = null!;
    public OrderService Orders { get; private set; } = null!;
    public KitchenService Cooks { get; private set; } = null!;
    public TicketSearch Search { get; private set; } = null!;

    public ServiceCalls Calls { get; private set; } = null!;
    public DisplayService Displays { get; private set; } = null!;
    public MenuService Menu { get; private set; } = null!;

    /// <summary>Runs the kitchen: may order, bump, void and furnish the house.</summary>
    public Actor Manager { get; private set; } = null!;

    /// <summary>A clone of the database that holds the demo restaurant.</summary>
    public static Task<KitchenConnections> CloneAsync() => KitchenServer.CloneAsync("demo_restaurant", PrepareAsync);

    /// <summary>Makes an empty database the demo restaurant's.</summary>
    public static async Task PrepareAsync(KitchenConnections database)
    {
        await Database.MigrateAsync(database, NullLogger.Instance);
        await using var source = NpgsqlDataSource.Create(database.KitchenOwner);
        var options = new DbContextOptionsBuilder<KitchenContext>();
        Database.Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        Assert.True(await DemoLoader.LoadAsync(db, DemoFile.Read(), TimeProvider.System.GetUtcNow()));
    }

    public async Task InitializeAsync()
    {
        Connections = await CloneAsync();
        services = Provide(Connections);
        Orders = OrdersOf(services);
        var book = Book = services.GetRequiredService<CommandBook>();
        (Cooks, Calls, Displays, Menu) = (new(book), new(book), new(book), new(book, services.GetRequiredService<IDbContextFactory<KitchenContext>>()));
        Search = new TicketSearch(services.GetRequiredService<IDbContextFactory<KitchenContext>>(), TimeProvider.System);
        await using var db = await OpenDatabaseAsync();
        Dishes = await db.Dishes.AsNoTrackingWithIdentityResolution().Include(d => d.Steps).Include(d => d.Groups).ThenInclude(g => g.Group!.Modifiers).ToListAsync();
        Tables = await db.DiningTables.AsNoTracking().ToListAsync();
        Stations = await db.Stations.AsNoTracking().ToListAsync();
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Name, p => p.Acting());
        (Waiter, OtherWaiter, Cook, OtherCook, Manager) = (people["Ana"], people["Luca"], people["Henk"], people["Noor"], people["Tobias"]);
    }

    /// <summary>The services of a node that speaks to this database under these connection strings.</summary>
    public static ServiceProvider Provide(KitchenConnections connections)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKitchenDatabase(connections);
        services.AddSingleton<CookNow>().AddSingleton(HouseKeys.Draw());
        return services.BuildServiceProvider();
    }

    public static OrderService OrdersOf(IServiceProvider services) => new(services.GetRequiredService<CommandBook>());

    /// <summary>A connection as the app has them.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Connections.Kitchen);
        await connection.OpenAsync();
        return connection;
    }

    public Task<KitchenContext> OpenDatabaseAsync() => services.GetRequiredService<IDbContextFactory<KitchenContext>>().CreateDbContextAsync();

    public Dish Dish(string name) => Dishes.Single(d => d.Name == name);

    public Guid Station(string slug) => Stations.Single(s => s.Slug == slug).Id;

    public async Task<Actor> PersonAsync(string name)
    {
        await using var db = await OpenDatabaseAsync();
        return (await db.People.AsNoTracking().SingleAsync(p => p.Name == name)).Acting();
    }

    /// <summary>Portions of a dish with the first answers to its required questions, and these modifiers besides.</summary>
    public SendLine Line(string dish, int quantity = 1, params string[] modifiers)
    {
        var on = Dish(dish);
        var chosen = new List<Guid>();
        foreach (var group in on.Groups.OrderBy(g => g.Position).Select(g => g.Group!))
        {
            var answers = group.Modifiers.Where(m => modifiers.Contains(m.Name)).Select(m => m.Id).ToList();
            chosen.AddRange(answers.Count > 0 ? answers : group.Modifiers.OrderBy(m => m.Position).Take(group.Min).Select(m => m.Id));
        }
        return new SendLine(on.Id, quantity, chosen);
    }

    /// <summary>Opens a tab, of which there may be any number, and gives the order's id.</summary>
    public async Task<Guid> OpenTabAsync(int covers = 4)
    {
        var order = Guid.CreateVersion7();
        await Orders.OpenAsync(new OpenOrder(Guid.CreateVersion7(), order, OrderKind.Tab, [], "Marlow", null, covers), Waiter);
        return order;
    }

    public static OpenOrder Open(params Guid[] tables) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Table, tables, null, null, 2);

    public static SendTicket Ticket(Guid order, params SendLine[] lines) => new(Guid.CreateVersion7(), order, lines);

    /// <summary>Sends these lines on a tab of their own and gives the ticket.</summary>
    public async Task<TicketSent> SendAsync(params SendLine[] lines) => await Orders.SendAsync(Ticket(await OpenTabAsync(), lines), Waiter);

    /// <summary>The ticket with its lines and tasks, as the database has it.</summary>
    public async Task<Ticket> ReadAsync(Guid ticketId)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Tickets.AsNoTracking().Include(t => t.Lines.OrderBy(l => l.Position)).ThenInclude(l => l.Tasks.OrderBy(k => k.Step).ThenBy(k => k.Id)).SingleAsync(t => t.Id == ticketId);
    }

    /// <summary>What these commands wrote: kind of outcome and the command that was refused, if one was.</summary>
    public async Task<IReadOnlyList<CommandRecord>> RecordsAsync(Guid commandId)
    {
        await using var db = await OpenDatabaseAsync();
        return await db.Commands.AsNoTracking().Where(c => c.Id == commandId || c.RefusedId == commandId).OrderBy(c => c.At).ToListAsync();
    }

    /// <summary>Everything that stands in the database but the commands: equal twice when nothing was written in between.</summary>
    public async Task<string> ContentsAsync()
    {
        var query = await Sql.ScalarAsync<string>(Connections.KitchenOwner, """
            select string_agg(format('select %L || '' '' || count(*) || '' '' || md5(coalesce(string_agg(r::text, '';'' order by r::text), '''')) from %I r', tablename, tablename), ' union all ' order by tablename)
            from pg_tables where schemaname = 'public' and tablename <> 'commands'
            """);
        return (await Sql.ScalarAsync<string>(Connections.KitchenOwner, $"select string_agg(c, E'\n' order by c) from ({query}) t(c)"))!;
    }

    public Task<long> CountAsync(string what) => Sql.ScalarAsync<long>(Connections.KitchenOwner, $"select count(*) from {what}");

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await KitchenServer.DropAsync(Connections);
    }
}
