using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Core.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Support;

/// <summary>A store room with suppliers, by short ways to order and to receive.</summary>
public sealed class Market : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public StoreRoom Store { get; } = new();
    public TestKitchen Kitchen => Store.Kitchen;
    public SupplierService Suppliers { get; private set; } = null!;
    public PurchaseOrders Orders { get; private set; } = null!;
    public OrderList List { get; private set; } = null!;
    public SupplierList SupplierList { get; private set; } = null!;
    public OrderSuggestions Suggestions { get; private set; } = null!;
    public DeliveryService Deliveries { get; private set; } = null!;
    public BarcodeService Barcodes { get; private set; } = null!;
    public Arrivals Arrivals { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        // What the demo wants to have is not what a test wants to see.
        await Sql.RunAsync(Kitchen.Connections.KitchenOwner, "delete from pars; delete from purchase_lines; delete from purchase_orders");
        services = TestKitchen.Provide(Kitchen.Connections);
        var (book, contexts) = (services.GetRequiredService<CommandBook>(), services.GetRequiredService<IDbContextFactory<KitchenContext>>());
        (Suppliers, Orders, Deliveries, Barcodes) = (new(book), new(book), new(book), new(book));
        (List, SupplierList, Suggestions, Arrivals) = (new(contexts), new(contexts), new(contexts, TimeProvider.System), new(contexts, TimeProvider.System));
    }

    /// <summary>Who comes every day, and has time until just before.</summary>
    public async Task<Guid> SupplierAsync(decimal? minimum = null, TimeOnly? cutOff = null, int daysBefore = 1, params DayOfWeek[] days)
    {
        var id = Guid.CreateVersion7();
        await Suppliers.SaveAsync(new(New(), id, $"Supplier {id}", "orders@supplier.example", null, null, cutOff ?? new(18, 0), daysBefore, days, minimum), Kitchen.Manager);
        return id;
    }

    /// <summary>An offer of this item, by the case of so many pieces, grams or millilitres.</summary>
    public async Task<Guid> OfferAsync(Guid supplier, Guid item, decimal pack = 1, decimal price = 10, PackRounding rounding = PackRounding.Half)
    {
        var id = Guid.CreateVersion7();
        await using var db = await Kitchen.OpenDatabaseAsync();
        var unit = Units.Name((await db.Items.SingleAsync(i => i.Id == item)).Unit);
        await Suppliers.SaveOfferAsync(new(New(), id, supplier, item, "C-1", pack, unit, price, 1, rounding), Kitchen.Manager);
        return id;
    }

    public Task ParAsync(Guid item, decimal level, decimal? reorderAt = null, Guid? place = null) =>
        Suppliers.SetParAsync(new(New(), item, place ?? Store.Shelf, level, reorderAt, "pc"), Kitchen.Manager);

    /// <summary>An order that has been sent, of items in cases of 10 for 20 each.</summary>
    public async Task<PurchaseOrder> SentAsync(params (Guid Item, int Packs)[] lines)
    {
        var supplier = await SupplierAsync();
        var ordered = new List<OrderedPacks>();
        foreach (var (item, packs) in lines) ordered.Add(new(await OfferAsync(supplier, item, 10, 20), packs));
        var saved = await Orders.SaveAsync(new(New(), New(), supplier, ordered), Kitchen.Manager);
        await Orders.SendAsync(new(New(), saved.OrderId, saved.Version, IsAgreed: true), Kitchen.Manager);
        return await OrderAsync(saved.OrderId);
    }

    public async Task<PurchaseOrder> OrderAsync(Guid id) => (await List.SheetAsync(id))!.Order;

    public ArrivedLine Line(Guid item, decimal quantity, string unit = "pc") => new(New(), item, Store.Shelf, "L-1", quantity, unit);

    public static ReceiveDelivery Delivery(PurchaseOrder? order, params ArrivedLine[] lines) => new(New(), New(), order?.Id, order?.Version, "DN 4711", lines, []);

    public async Task<IReadOnlyList<DeliveryDifference>> DifferencesAsync(Guid delivery)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.Set<DeliveryDifference>().AsNoTracking().Where(d => d.DeliveryId == delivery).ToListAsync();
    }

    public static Guid New() => Guid.CreateVersion7();

    public static async Task RefusedAsync(string words, Func<Task> what) => Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(what)).Message, StringComparison.Ordinal);

    public Task<Guid> ItemAsync(BaseUnit unit = BaseUnit.Piece, params SavedMeasure[] measures) => Store.ItemAsync(unit, measures);

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
    }
}
