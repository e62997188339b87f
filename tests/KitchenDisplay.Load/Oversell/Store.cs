using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Oversell;

/// <summary>A store in which two dishes share an ingredient of which there is exactly so much, and have others of which there is enough.</summary>
internal sealed class Store(KitchenNode node, Actor manager)
{
    private const decimal Grams = 180;

    private readonly Guid place = Guid.CreateVersion7();

    /// <summary>The ingredient that runs out.</summary>
    public Guid Scarce { get; private set; }

    /// <summary>Says what the dishes are made of, and that the scarce ingredient is never sold twice.</summary>
    public async Task FurnishAsync(IReadOnlyList<Dish> dishes)
    {
        await node.CallAsync((InventoryService inventory) => inventory.SavePlaceAsync(new(Guid.CreateVersion7(), place, null, "Walk-in"), manager));
        Scarce = await ItemAsync("Shared by both");
        foreach (var dish in dishes)
        {
            var (recipe, ample) = (Guid.CreateVersion7(), await ItemAsync($"Ample for {dish.Name}"));
            await ReceiveAsync(ample, 1_000_000);
            await node.CallAsync((RecipeService recipes) => recipes.SaveRecipeAsync(
                new(Guid.CreateVersion7(), recipe, $"{dish.Name} of the storm", 1, "pc", [new(Scarce, null, Grams, "g"), new(ample, null, 20, "g", Usable: 0.8m)]), manager));
            await node.CallAsync((RecipeService recipes) => recipes.SetDishAsync(new(Guid.CreateVersion7(), dish.Id, recipe, 1, "pc"), manager));
        }
    }

    /// <summary>Somebody brings so many portions more and counts: all that is there now may be sold, and no more.</summary>
    public async Task CountAsync(int portions)
    {
        // In two lots, so that a start has to go from the one to the other.
        foreach (var part in new[] { portions / 2, portions - (portions / 2) }) await ReceiveAsync(Scarce, part * Grams);
        await node.CallAsync((InventoryService inventory) => inventory.CountAsync(new(Guid.CreateVersion7(), Scarce, null, null, portions * Grams, "g"), manager));
    }

    private async Task<Guid> ItemAsync(string name)
    {
        var id = Guid.CreateVersion7();
        await node.CallAsync((RecipeService recipes) => recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, name, BaseUnit.Gram, [], []), manager));
        return id;
    }

    private Task<StockMoved> ReceiveAsync(Guid item, decimal grams) => node.CallAsync((InventoryService inventory) =>
        inventory.ReceiveAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), item, place, null, grams, "g", 10, UseBy: DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3)), manager));
}
