using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Recipes;

public sealed class RecipeServiceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Leeks in the embers";

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_portion_needs_what_its_recipe_and_the_recipes_in_it_take_with_peel_and_in_base_units()
    {
        var (leek, oil, lemon) = (await store.ItemAsync(BaseUnit.Gram), await store.ItemAsync(BaseUnit.Millilitre), await store.ItemAsync(BaseUnit.Piece, new SavedMeasure(1, "piece", 40, "ml")));
        var dressing = await SaveAsync("Dressing", 1, "l", new SavedRecipeLine(oil, null, 0.8m, "l"), new SavedRecipeLine(lemon, null, 200, "ml"));
        var leeks = await SaveAsync("Leeks", 10, "pc", new SavedRecipeLine(leek, null, 2, "kg", Usable: 0.8m), new SavedRecipeLine(null, dressing, 300, "ml"));

        await store.Recipes.SetDishAsync(new(New(), Kitchen.Dish(Dish).Id, leeks, 2, "pc"), Kitchen.Manager);

        await using var db = await Kitchen.OpenDatabaseAsync();
        var needs = await db.DishNeeds.Where(n => n.DishId == Kitchen.Dish(Dish).Id).ToDictionaryAsync(n => n.ItemId, n => n.Quantity);
        Assert.Equal(500, needs[leek]);
        Assert.Equal(48, needs[oil]);
        Assert.Equal(0.3m, needs[lemon]);
    }

    [Fact]
    public async Task A_recipe_that_leads_back_to_itself_is_refused_with_the_circle_named()
    {
        var item = await store.ItemAsync();
        var inner = await SaveAsync("Roux", 1, "kg", new SavedRecipeLine(item, null, 1, "pc"));
        var outer = await SaveAsync("Velouté", 1, "l", new SavedRecipeLine(null, inner, 100, "g"));
        var before = await Kitchen.ContentsAsync();

        var refusal = await Assert.ThrowsAsync<Refusal>(() => SaveAsAsync(inner, "Roux", 1, "kg", new SavedRecipeLine(null, outer, 1, "dl")));

        Assert.Matches("Roux.* → Velouté.* → Roux|Velouté.* → Roux.* → Velouté", refusal.Message);
        await Assert.ThrowsAsync<Refusal>(() => SaveAsAsync(inner, "Roux", 1, "kg", new SavedRecipeLine(null, inner, 1, "g")));
        Assert.Equal(before, await Kitchen.ContentsAsync());
    }

    [Fact]
    public async Task What_cannot_be_converted_is_refused_when_the_recipe_is_saved_and_not_when_guests_wait()
    {
        var leek = await store.ItemAsync(BaseUnit.Gram);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => SaveAsync("Soup", 1, "l", new SavedRecipeLine(leek, null, 2, "stalk")));
        Assert.Contains("stalk", refusal.Message, StringComparison.Ordinal);

        await store.Recipes.SaveItemAsync(new(New(), leek, "Leek", BaseUnit.Gram, [new(1, "stalk", 150, "g")], []), Kitchen.Manager);
        await SaveAsync("Soup", 1, "l", new SavedRecipeLine(leek, null, 2, "stalk"));
        // And the word cannot be taken away again while a recipe uses it.
        await Assert.ThrowsAsync<Refusal>(() => store.Recipes.SaveItemAsync(new(New(), leek, "Leek", BaseUnit.Gram, [], []), Kitchen.Manager));
    }

    [Fact]
    public async Task A_dishs_allergens_are_the_worst_of_what_it_declares_and_what_is_in_it()
    {
        var (almonds, unknown) = (New(), await store.ItemAsync());
        await store.Recipes.SaveItemAsync(new(New(), almonds, $"Almonds {almonds}", BaseUnit.Gram, [], [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, a == Allergen.Nuts ? "almonds" : null, a == Allergen.Nuts ? AllergenState.Contains : AllergenState.Free))]), Kitchen.Manager);
        var dish = Kitchen.Dishes.First(d => d.Name == "Fries").Id;

        await MadeOfAsync(dish, almonds);
        var states = await StatesAsync(dish);
        Assert.Equal(AllergenState.Contains, states[Allergen.Nuts]);
        await MadeOfAsync(dish, almonds, unknown);
        Assert.Equal(AllergenState.NotDeclared, (await StatesAsync(dish))[Allergen.Lupin]);

        await store.Recipes.SetDishAsync(new(New(), dish, null), Kitchen.Manager);
        await using var db = await Kitchen.OpenDatabaseAsync();
        Assert.All(await db.Set<DishAllergen>().Where(a => a.DishId == dish).ToListAsync(), a => Assert.Equal(a.Declared, a.State));
    }

    private async Task MadeOfAsync(Guid dish, params Guid[] items)
    {
        var recipe = await SaveAsync($"Of {New()}", 1, "pc", [.. items.Select(i => new SavedRecipeLine(i, null, 1, i == items[0] ? "g" : "pc"))]);
        await store.Recipes.SetDishAsync(new(New(), dish, recipe, 1, "pc"), Kitchen.Manager);
    }

    private async Task<Dictionary<Allergen, AllergenState>> StatesAsync(Guid dish)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.Set<DishAllergen>().Where(a => a.DishId == dish).ToDictionaryAsync(a => a.Allergen, a => a.State);
    }

    private Task<Guid> SaveAsync(string name, decimal yield, string unit, params SavedRecipeLine[] lines) => SaveAsAsync(New(), $"{name} {New()}", yield, unit, lines);

    private async Task<Guid> SaveAsAsync(Guid id, string name, decimal yield, string unit, params SavedRecipeLine[] lines)
    {
        await store.Recipes.SaveRecipeAsync(new(New(), id, name, yield, unit, lines), Kitchen.Manager);
        return id;
    }

    private static Guid New() => Guid.CreateVersion7();
}
