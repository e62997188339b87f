using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>Waiters and cooks who need no screen: for what a test arranges, and for orders that come while a node is down.</summary>
public sealed class FloorStaff(KitchenConnections connections) : IAsyncDisposable
{
    // Without a pool: a test that has killed the server would be given a dead connection.
    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Kitchen) { ApplicationName = "floor staff", Pooling = false }))
        .AddDbContextFactory<KitchenContext>((provider, options) => Database.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Doorbell>()
        .AddSingleton<CommandBook>()
        .AddSingleton<OrderService>()
        .AddSingleton<ServiceCalls>()
        .AddSingleton<KitchenService>()
        .AddSingleton<RecipeService>()
        .AddSingleton<InventoryService>()
        .AddSingleton<LotService>()
        .AddSingleton<SupplierService>()
        .AddSingleton<PurchaseOrders>()
        .AddSingleton<BarcodeService>()
        .AddSingleton<CountingService>()
        .AddSingleton<CountSheets>()
        .AddSingleton<WasteService>()
        .AddSingleton<TemperatureService>()
        .BuildServiceProvider();

    private readonly Dictionary<Guid, Actor> waiters = [];

    private OrderService Tickets => services.GetRequiredService<OrderService>();

    private ServiceCalls Calls => services.GetRequiredService<ServiceCalls>();

    private KitchenService Kitchen => services.GetRequiredService<KitchenService>();

    public RecipeService Recipes => services.GetRequiredService<RecipeService>();

    public InventoryService Inventory => services.GetRequiredService<InventoryService>();

    public LotService Lots => services.GetRequiredService<LotService>();

    public SupplierService Suppliers => services.GetRequiredService<SupplierService>();

    public PurchaseOrders Orders => services.GetRequiredService<PurchaseOrders>();

    public BarcodeService Barcodes => services.GetRequiredService<BarcodeService>();
    public CountingService Counting => services.GetRequiredService<CountingService>();

    public CountSheets Sheets => services.GetRequiredService<CountSheets>();

    public WasteService Waste => services.GetRequiredService<WasteService>();

    public TemperatureService Temperatures => services.GetRequiredService<TemperatureService>();

    /// <summary>Whoever runs the house.</summary>
    public Task<Actor> ManagerAsync() => WhoIsAsync(Role.Manager);

    public Task<Actor> CookAsync(string name) => WhoIsAsync(Role.Cook, name);

    public async Task<Guid> SeatAsync(string table, int covers = 2, string? waiter = null)
    {
        await using var db = await OpenAsync();
        var id = await db.DiningTables.Where(t => t.Name == table).Select(t => t.Id).SingleAsync();
        var order = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Table, [id], null, null, covers);
        var actor = await WhoIsAsync(Role.Waiter, waiter);
        waiters[order.OrderId] = actor;
        return (await Tickets.OpenAsync(order, actor)).OrderId;
    }

    public async Task<Guid> TakeAwayAsync(string name, TimeSpan promisedIn)
    {
        var order = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.TakeAway, [], name, DateTimeOffset.UtcNow + promisedIn, 1);
        return (await Tickets.OpenAsync(order, await WhoIsAsync(Role.Waiter))).OrderId;
    }

    public async Task<Guid> TabAsync(string name, int covers)
    {
        var order = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Tab, [], name, null, covers);
        return (await Tickets.OpenAsync(order, await WhoIsAsync(Role.Bartender))).OrderId;
    }

    public async Task SetAllergyAsync(Guid order, int seat, params Allergen[] allergies) =>
        await Tickets.SetAllergyAsync(new SetAllergy(Guid.CreateVersion7(), order, seat, allergies), await WhoIsAsync(Role.Waiter));

    /// <summary>Sends a ticket; returns when it is committed and so acknowledged.</summary>
    public async Task<TicketSent> SendAsync(Guid order, params Wish[] wishes)
    {
        await using var db = await OpenAsync();
        var lines = new List<SendLine>();
        foreach (var wish in wishes) lines.Add(await LineAsync(db, wish));
        return await Tickets.SendAsync(new SendTicket(Guid.CreateVersion7(), order, lines), waiters.GetValueOrDefault(order) ?? await WhoIsAsync(Role.Waiter));
    }

    private static async Task<SendLine> LineAsync(KitchenContext db, Wish wish)
    {
        var dish = await db.Dishes.AsNoTracking().Include(d => d.Groups).ThenInclude(g => g.Group!.Modifiers).SingleAsync(d => d.Name == wish.Dish);
        var groups = dish.Groups.OrderBy(g => g.Position).Select(g => g.Group!).ToList();
        var chosen = groups.SelectMany(g => g.Modifiers).Where(m => wish.Modifiers.Contains(m.Name)).ToList();
        // What must be answered and was not: the first answer, so that a test need not know the whole menu.
        var answers = groups.Where(g => g.Min > 0 && !g.Modifiers.Any(chosen.Contains)).SelectMany(g => g.Modifiers.OrderBy(m => m.Position).Take(g.Min));
        return new SendLine(dish.Id, wish.Quantity, [.. chosen.Concat(answers).Select(m => m.Id)], wish.Seat, Note: wish.Note, Hold: wish.Hold);
    }

    public async Task ReadyAsync(TicketSent ticket, params string[] dishes)
    {
        await ConfirmAllergiesAsync(ticket);
        await Kitchen.ReadyAsync(new MarkReady(Guid.CreateVersion7(), ticket.TicketId, null, await LinesAsync(ticket, dishes)), await WhoIsAsync(Role.Cook));
    }

    public async Task BumpAsync(TicketSent ticket, string station)
    {
        await ConfirmAllergiesAsync(ticket);
        await using var db = await OpenAsync();
        var id = await db.Stations.Where(s => s.Slug == station).Select(s => s.Id).SingleAsync();
        await Kitchen.BumpAsync(new BumpTicket(Guid.CreateVersion7(), ticket.TicketId, [id]), await WhoIsAsync(Role.Cook));
    }

    public async Task ConfirmAllergiesAsync(TicketSent ticket) =>
        await Kitchen.ConfirmAllergiesAsync(new ConfirmAllergies(Guid.CreateVersion7(), ticket.TicketId, null), await WhoIsAsync(Role.Cook));

    public async Task RushAsync(TicketSent ticket) => await Kitchen.RushAsync(new RushTicket(Guid.CreateVersion7(), ticket.TicketId, true), await WhoIsAsync(Role.Expediter));

    /// <summary>Leaves the dish's modifiers and gives it this note.</summary>
    public async Task ChangeAsync(TicketSent ticket, string dish, string note)
    {
        await using var db = await OpenAsync();
        var line = await db.Lines.AsNoTracking().FirstAsync(l => l.TicketId == ticket.TicketId && l.DishName == dish);
        await Calls.ChangeAsync(new ChangeLine(Guid.CreateVersion7(), line.Id, [.. line.Modifiers.Select(m => m.Id)], note), await WhoIsAsync(Role.Waiter));
    }

    public async Task VoidAsync(TicketSent ticket, string dish) =>
        await Calls.VoidAsync(new VoidLine(Guid.CreateVersion7(), (await LinesAsync(ticket, dish))[0], "wrong table"), await WhoIsAsync(Role.Waiter));

    public async Task AddAsync(TicketSent ticket, string dish) =>
        await Calls.AddAsync(new AddPortion(Guid.CreateVersion7(), (await LinesAsync(ticket, dish))[0]), await WhoIsAsync(Role.Waiter));

    public async Task FireAsync(Guid order, int course) => await Calls.FireAsync(new FireCourse(Guid.CreateVersion7(), order, course), await WhoIsAsync(Role.Waiter));

    /// <param name="dishes">None for all.</param>
    private async Task<List<Guid>> LinesAsync(TicketSent ticket, params string[] dishes)
    {
        await using var db = await OpenAsync();
        return await db.Lines.Where(l => l.TicketId == ticket.TicketId && (dishes.Length == 0 || dishes.Contains(l.DishName))).OrderBy(l => l.Position).Select(l => l.Id).ToListAsync();
    }

    private async Task<Actor> WhoIsAsync(Role role, string? name = null)
    {
        await using var db = await OpenAsync();
        return (await db.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync()).First(p => p.Roles.Contains(role) && p.Name == (name ?? p.Name)).Acting();
    }

    internal Task<KitchenContext> OpenAsync() => services.GetRequiredService<IDbContextFactory<KitchenContext>>().CreateDbContextAsync();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>What a guest asks for.</summary>
public sealed record Wish(string Dish, int Quantity = 1, int? Seat = null, string? Note = null, bool Hold = false, params IReadOnlyList<string> Modifiers);
