using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A shelf of a house that is open, with a sheet on which somebody has begun to count, and a dish that is made of what stands there.</summary>
internal sealed class CountedShelf
{
    internal const string Dish = "Octopus, potato, paprika";

    private readonly FloorStaff staff;
    private readonly Actor manager;
    private (Guid Id, decimal Portion, string Unit)? recipe;

    private CountedShelf(FloorStaff staff, Actor manager) => (this.staff, this.manager) = (staff, manager);

    internal Guid Place { get; } = Guid.CreateVersion7();
    internal Guid Octopus { get; private set; }
    internal Guid OctopusLot { get; private set; }
    internal Guid Sheet { get; private set; }

    internal static async Task<CountedShelf> FillAsync(FloorStaff staff)
    {
        var shelf = new CountedShelf(staff, await staff.ManagerAsync());
        await shelf.FillAsync();
        return shelf;
    }

    /// <summary>Portions are sold and cooked.</summary>
    internal async Task ServeAsync(int portions = 3) => await staff.ReadyAsync(await staff.SendAsync(await staff.TabAsync("Marlow", 2), new Wish(Dish, portions)));

    internal async Task<decimal> OnHandAsync()
    {
        await using var db = await staff.OpenAsync();
        return await db.Set<Stock>().Where(s => s.ItemId == Octopus).Select(s => s.OnHand).SingleAsync();
    }

    /// <summary>The dish is made of what it was made of before.</summary>
    internal async Task ForgetAsync()
    {
        await using var db = await staff.OpenAsync();
        var dish = await db.Set<Core.Menu.Dish>().AsNoTracking().SingleAsync(d => d.Name == Dish);
        await staff.Recipes.SetDishAsync(recipe is var (id, portion, unit) ? new(New(), dish.Id, id, portion, unit) : new(New(), dish.Id, null), manager);
    }

    private async Task FillAsync()
    {
        await staff.Inventory.SavePlaceAsync(new(New(), Place, null, $"Cold room {Place.ToString()[..4]}"), manager);
        Octopus = await ItemAsync("Octopus", BaseUnit.Gram, new SavedMeasure(1, "tray", 2, "kg"));
        var wine = await ItemAsync("Riesling", BaseUnit.Piece, new SavedMeasure(1, "case", 6, "bottle"), new SavedMeasure(1, "bottle", 1, "piece"));
        var cream = await ItemAsync("Cream", BaseUnit.Millilitre, new SavedMeasure(1, "carton", 1, "l"));
        var (butter, bass) = (await ItemAsync("Butter", BaseUnit.Gram, new SavedMeasure(1, "block", 250, "g")), await ItemAsync("Sea bass", BaseUnit.Piece));
        OctopusLot = await ReceiveAsync(Octopus, 12, "kg", 264);
        foreach (var (item, quantity, unit, price) in new[] { (wine, 24m, "bottle", 190m), (cream, 10, "l", 38), (butter, 20, "block", 45), (bass, 14, "pc", 126) }) await ReceiveAsync(item, quantity, unit, price);
        await MakeAsync();
        await staff.Counting.SortAsync(new(New(), Place, [bass, Octopus, butter, cream, wine]), manager);
        Sheet = New();
        await staff.Counting.OpenAsync(new(New(), Sheet, "Evening count", [Place], IsBlind: false), manager);
        var lines = (await staff.Sheets.SheetAsync(Sheet))!.Lines;
        await staff.Counting.CountAsync(new(New(), lines[0].LineId, [new(13, "piece")], null), await staff.CookAsync("Noor"));
        await staff.Counting.CountAsync(new(New(), lines[1].LineId, [new(5, "tray"), new(1.4m, "kg")], null), await staff.CookAsync("Henk"));
    }

    private async Task MakeAsync()
    {
        var made = New();
        await using var db = await staff.OpenAsync();
        var dish = await db.Set<Core.Menu.Dish>().AsNoTracking().SingleAsync(d => d.Name == Dish);
        recipe = dish.RecipeId is { } before ? (before, dish.Portion!.Value, dish.PortionUnit!) : null;
        await staff.Recipes.SaveRecipeAsync(new(New(), made, $"Octopus {made}", 1, "pc", [new(Octopus, null, 200, "g")]), manager);
        await staff.Recipes.SetDishAsync(new(New(), dish.Id, made, 1, "pc"), manager);
    }

    private async Task<Guid> ItemAsync(string name, BaseUnit unit, params SavedMeasure[] measures)
    {
        var id = New();
        // Flows share the house: no name comes twice.
        await staff.Recipes.SaveItemAsync(new(New(), id, $"{name} {id.ToString()[^4..]}", unit, measures, []), manager);
        return id;
    }

    private async Task<Guid> ReceiveAsync(Guid item, decimal quantity, string unit, decimal price)
    {
        var lot = New();
        await staff.Inventory.ReceiveAsync(new(New(), lot, item, Place, $"L-{lot.ToString()[^6..]}", quantity, unit, price, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(6)), manager);
        return lot;
    }

    private static Guid New() => Guid.CreateVersion7();
}
