using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes;

public sealed class CookNowTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private static readonly DateOnly soon = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);

    [Fact]
    public async Task What_is_free_in_stock_says_how_many_covers_can_be_cooked_and_what_goes_off_first_comes_first()
    {
        await Sql.RunAsync(store.Kitchen.Connections.KitchenOwner, "delete from recipe_lines; delete from recipes");
        var (flour, cream, fish) = (await store.ItemAsync(BaseUnit.Gram), await store.ItemAsync(BaseUnit.Gram), await store.ItemAsync());
        await store.ReceiveAsync(flour, 1_000);
        await store.ReceiveAsync(cream, 400, useBy: soon);
        await store.ReceiveAsync(fish, 6);
        var (tart, sauce, stew) = (await RecipeAsync("Tart of the cold room", 8, "servings", (flour, 800, "g"), (cream, 200, "g")), await RecipeAsync("Sauce of the cold room", 1, "l", (cream, 100, "g")), await RecipeAsync("Stew of the cold room", 1, "pc", (flour, 50, "g")));
        await store.MakeOfAsync("Fries", (fish, 2));

        var now = await ReadAsync();

        // 100 g of flour a serving: ten; the cream would be enough for sixteen.
        Assert.Equal((10, soon), (now[tart].Portions, now[tart].Day!.Value));
        Assert.False(now.ContainsKey(sauce));
        Assert.Equal(20, now[stew].Portions);
        Assert.Equal(3, now.Values.Single(n => n.RecipeId != tart && n.RecipeId != stew).Portions);

        await using var services = TestKitchen.Provide(store.Kitchen.Connections);
        var search = ActivatorUtilities.CreateInstance<RecipeSearch>(services, ActivatorUtilities.CreateInstance<RecipeCorpus>(services));
        var forTen = await search.FindAsync(new("") { Covers = 10 });
        Assert.Equal([tart, stew], forTen.Hits.Select(h => h.Id));
        Assert.Equal([stew], (await search.FindAsync(new("") { Covers = 11 })).Hits.Select(h => h.Id));
        Assert.Equal(2, (await search.FindAsync(new("cold room") { Covers = 10 })).Facets.Cookable);
        Assert.Equal(10, (await search.FindAsync(new("tart"))).Hits[0].Now!.Portions);
    }

    private async Task<IReadOnlyDictionary<Guid, Cookable>> ReadAsync()
    {
        await using var services = TestKitchen.Provide(store.Kitchen.Connections);
        return await ActivatorUtilities.CreateInstance<CookNow>(services).ReadAsync();
    }

    private async Task<Guid> RecipeAsync(string name, decimal yield, string unit, params (Guid Item, decimal Quantity, string Unit)[] items)
    {
        var id = Guid.CreateVersion7();
        var text = new RecipeText(name) { Yield = yield, YieldUnit = unit, Ingredients = [new(null, [.. items.Select((_, i) => new IngredientLine($"ingredient {i}"))])] };
        await store.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, name, yield, unit, [.. items.Select(i => new SavedRecipeLine(i.Item, null, i.Quantity, i.Unit))], text), store.Kitchen.Manager);
        return id;
    }
}
