using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A store with deliveries, a recipe inside of a recipe, and tickets that have taken from it.</summary>
internal sealed class FullStore(House house)
{
    private readonly Guid walkIn = Guid.CreateVersion7(), dry = Guid.CreateVersion7();
    private Actor manager = null!;

    internal Guid Butter { get; private set; }
    internal Guid ButterLot { get; private set; }

    private FloorStaff Staff => house.Staff;

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    internal async Task FillAsync()
    {
        manager = await Staff.ManagerAsync();
        // The demo has some of these: its own stand last in every list.
        await Sql.RunAsync(house.Connections.KitchenOwner, "update items set name = 'Zz ' || name; update recipes set name = 'Zz ' || name");
        await Staff.Inventory.SavePlaceAsync(new(New(), walkIn, null, "Walk-in"), manager);
        await Staff.Inventory.SavePlaceAsync(new(New(), dry, null, "Dry store"), manager);
        Butter = await ItemAsync("Unsalted butter", BaseUnit.Gram, 1500, Allergen.Milk, new(1, "case", 20, "block"), new(1, "block", 250, "g"), new(1, "cup", 227, "g"), new(1, "tbsp", 15, "g"));
        var octopus = await ItemAsync("Octopus, frozen", BaseUnit.Gram, 2000, Allergen.Molluscs);
        var egg = await ItemAsync("Eggs, free range", BaseUnit.Piece, 60, Allergen.Eggs, [new(1, "tray", 30, "pc")]);
        var shallot = await ItemAsync("Shallots", BaseUnit.Gram, null, null);
        var vinegar = await ItemAsync("Tarragon vinegar", BaseUnit.Millilitre, 500, Allergen.Sulphites, [new(1, "bottle", 750, "ml")]);
        await RecipesAsync(octopus, egg, shallot, vinegar);
        ButterLot = await ReceiveAsync(Butter, "KB-2207", 2, "case", 118, bestBefore: Today.AddDays(40), pack: true);
        var old = await ReceiveAsync(Butter, "KB-2131", 3, "block", 9.3m, bestBefore: Today.AddDays(6));
        await ReceiveAsync(octopus, "PLP 77/3", 1.4m, "kg", 31, useBy: Today.AddDays(3));
        await ReceiveAsync(egg, "2-DE-0512", 4, "tray", 34, bestBefore: Today.AddDays(12));
        await ReceiveAsync(vinegar, null, 6, "bottle", 27);
        await Staff.Inventory.GuardAsync(new(New(), octopus, IsStrict: true, IsLimiting: true), manager);
        await Staff.Inventory.WasteAsync(new(New(), egg, null, 3, "pc", "broken"), manager);
        await Staff.Lots.QuarantineAsync(new(New(), old, "the box was wet"), manager);
        await ServeAsync();
        await Staff.Inventory.CountAsync(new(New(), egg, null, null, 110, "pc"), manager);
    }

    /// <summary>No dish takes from the store any more, and the demo's own things have their names again, so that other flows find the house as it was.</summary>
    internal Task ForgetAsync() => Sql.RunAsync(house.Connections.KitchenOwner, """
        update dishes set recipe_id = null, portion = null, portion_unit = null; delete from dish_needs; update stock set allow_short = true, always_strict = false, is_limiting = false;
        update items i set name = substr(name, 4) where name like 'Zz %' and not exists (select from items o where o.name = substr(i.name, 4));
        update recipes r set name = substr(name, 4) where name like 'Zz %' and not exists (select from recipes o where o.name = substr(r.name, 4))
        """);

    private async Task RecipesAsync(Guid octopus, Guid egg, Guid shallot, Guid vinegar)
    {
        var (sauce, dish) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Staff.Recipes.SaveRecipeAsync(new(New(), sauce, "Béarnaise", 1.2m, "kg", [new(Butter, null, 1, "kg"), new(egg, null, 12, "pc"), new(vinegar, null, 20, "cl"), new(shallot, null, 150, "g", 0.88m)]), manager);
        await Staff.Recipes.SaveRecipeAsync(new(New(), dish, "Octopus, grilled", 1, "pc", [new(octopus, null, 220, "g", 0.8m), new(null, sauce, 45, "g")]), manager);
        await using var db = await Staff.OpenAsync();
        await Staff.Recipes.SetDishAsync(new(New(), db.Dishes.Single(d => d.Name == "Octopus, potato, paprika").Id, dish, 1, "pc"), manager);
    }

    private async Task ServeAsync()
    {
        foreach (var table in new[] { "4", "12" })
        {
            var ticket = await Staff.SendAsync(await Staff.SeatAsync(table, 2), new Wish("Octopus, potato, paprika", 2), new Wish("Ribeye 300 g"));
            await Staff.ReadyAsync(ticket);
        }
    }

    private async Task<Guid> ItemAsync(string name, BaseUnit unit, decimal? nearlyOut, Allergen? contains, params SavedMeasure[] measures)
    {
        var id = Guid.CreateVersion7();
        await Staff.Recipes.SaveItemAsync(new(New(), id, name, unit, measures, contains is { } allergen ? [new(allergen, null, AllergenState.Contains)] : [], nearlyOut), manager);
        return id;
    }

    private async Task<Guid> ReceiveAsync(Guid item, string? code, decimal quantity, string unit, decimal price, DateOnly? useBy = null, DateOnly? bestBefore = null, bool pack = false)
    {
        var lot = Guid.CreateVersion7();
        await Staff.Inventory.ReceiveAsync(new(New(), lot, item, code is null ? dry : walkIn, code, quantity, unit, price, useBy, bestBefore, pack ? 1 : null), manager);
        return lot;
    }

    private static Guid New() => Guid.CreateVersion7();
}
