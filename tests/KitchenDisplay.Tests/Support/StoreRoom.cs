using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Core.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.Tests.Support;

/// <summary>A test kitchen with something in store, by short ways to say what is in it and what is made of it.</summary>
public sealed class StoreRoom : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public TestKitchen Kitchen { get; } = new();
    public RecipeService Recipes { get; private set; } = null!;
    public InventoryService Inventory { get; private set; } = null!;
    public LotService Lots { get; private set; } = null!;
    public AvailabilityService Availability { get; private set; } = null!;
    public StockAudit Audit { get; private set; } = null!;
    public CountingService Counting { get; private set; } = null!;
    public CountSheets Sheets { get; private set; } = null!;
    public WasteService Waste { get; private set; } = null!;
    public Guid Shelf { get; } = Guid.CreateVersion7();

    public async Task InitializeAsync()
    {
        await Kitchen.InitializeAsync();
        // Nothing is made of anything until a test says so.
        await Sql.RunAsync(Kitchen.Connections.KitchenOwner, "delete from modifier_needs; delete from modifier_items; delete from dish_needs; update dishes set recipe_id = null, portion = null, portion_unit = null");
        services = TestKitchen.Provide(Kitchen.Connections);
        var book = services.GetRequiredService<CommandBook>();
        (Recipes, Inventory, Lots, Availability) = (new(book), new(book), new(book), new(book, services.GetRequiredService<IDbContextFactory<KitchenContext>>()));
        (Counting, Sheets, Waste) = (new(book), new(services.GetRequiredService<IDbContextFactory<KitchenContext>>(), TimeProvider.System), new(book));
        Audit = new StockAudit(services.GetRequiredService<NpgsqlDataSource>());
        await Inventory.SavePlaceAsync(new(Guid.CreateVersion7(), Shelf, null, $"Shelf {Shelf}"), Kitchen.Manager);
    }

    /// <summary>A new item that is counted in pieces unless said otherwise.</summary>
    public async Task<Guid> ItemAsync(BaseUnit unit = BaseUnit.Piece, params SavedMeasure[] measures)
    {
        var id = Guid.CreateVersion7();
        await Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, $"Item {id}", unit, measures, []), Kitchen.Manager);
        return id;
    }

    /// <summary>Makes a dish of these items; a portion is all of it.</summary>
    public async Task MakeOfAsync(string dish, params (Guid Item, decimal Quantity)[] items)
    {
        var recipe = Guid.CreateVersion7();
        await using var db = await Kitchen.OpenDatabaseAsync();
        var units = await db.Items.Where(i => items.Select(x => x.Item).Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => Units.Name(i.Unit));
        await Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), recipe, $"{dish} {recipe}", 1, "pc", [.. items.Select(i => new SavedRecipeLine(i.Item, null, i.Quantity, units[i.Item]))]), Kitchen.Manager);
        await Recipes.SetDishAsync(new(Guid.CreateVersion7(), Kitchen.Dish(dish).Id, recipe, 1, "pc"), Kitchen.Manager);
    }

    /// <summary>Nobody says what the dish is made of.</summary>
    public Task UnmapAsync(string dish) => Recipes.SetDishAsync(new(Guid.CreateVersion7(), Kitchen.Dish(dish).Id, null), Kitchen.Manager);

    /// <summary>Puts a lot onto the shelf.</summary>
    /// <param name="place">Null for <see cref="Shelf"/>.</param>
    public async Task<Guid> ReceiveAsync(Guid item, decimal quantity, decimal price = 0, DateOnly? useBy = null, DateOnly? bestBefore = null, decimal? pack = null, Guid? place = null)
    {
        var lot = Guid.CreateVersion7();
        await Inventory.ReceiveAsync(new(Guid.CreateVersion7(), lot, item, place ?? Shelf, null, quantity, await UnitAsync(item), price, useBy, bestBefore, pack), Kitchen.Manager);
        return lot;
    }

    /// <summary>Never more is sold than there is, and it limits what is left.</summary>
    public Task GuardAsync(Guid item) => Inventory.GuardAsync(new(Guid.CreateVersion7(), item, IsStrict: true, IsLimiting: true), Kitchen.Manager);

    public async Task<StockCounted> CountAsync(Guid item, decimal quantity) => await Inventory.CountAsync(new(Guid.CreateVersion7(), item, null, null, quantity, await UnitAsync(item)), Kitchen.Cook);

    /// <summary>Another storage place.</summary>
    public async Task<Guid> PlaceAsync()
    {
        var id = Guid.CreateVersion7();
        await Inventory.SavePlaceAsync(new(Guid.CreateVersion7(), id, null, $"Place {id}"), Kitchen.Manager);
        return id;
    }

    /// <summary>Opens a count sheet for places and gives it.</summary>
    public async Task<SheetView> OpenSheetAsync(bool isBlind, params Guid[] places)
    {
        var id = Guid.CreateVersion7();
        await Counting.OpenAsync(new(Guid.CreateVersion7(), id, null, places, isBlind), Kitchen.Manager);
        return (await Sheets.SheetAsync(id))!;
    }

    /// <summary>What may be used, and what of it is promised.</summary>
    public async Task<(decimal OnHand, decimal Reserved)> StockAsync(Guid item)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        var stock = await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == item);
        return (stock.OnHand, stock.Reserved);
    }

    /// <summary>What is left of a lot.</summary>
    public async Task<decimal> LeftAsync(Guid lot)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.StockLots.Where(s => s.LotId == lot).SumAsync(s => s.OnHand);
    }

    public async Task<IReadOnlyList<Movement>> LedgerAsync(Guid item)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.Movements.AsNoTracking().Where(m => m.ItemId == item).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync();
    }

    /// <summary>The sums are what the ledger says, everywhere.</summary>
    public async Task BalancesAsync() => Assert.Empty(await Audit.FindAsync());

    private async Task<string> UnitAsync(Guid item)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return Units.Name(await db.Items.Where(i => i.Id == item).Select(i => i.Unit).SingleAsync());
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Kitchen.DisposeAsync();
    }
}
