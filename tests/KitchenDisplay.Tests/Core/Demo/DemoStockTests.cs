using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Demo;

/// <summary>The store of the demo restaurant as it stands in the database after the load.</summary>
public sealed class DemoStockTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly DemoFile House = DemoFile.Read();

    [Fact]
    public async Task The_ledger_adds_up_and_there_is_some_of_everything()
    {
        await using var db = await kitchen.OpenDatabaseAsync();

        await BalancesAsync();
        Assert.Equal(House.Items.Count, await db.Stock.CountAsync(s => s.OnHand > 0 && s.Reserved == 0));
        Assert.Equal(House.Items.Sum(i => i.Lots.Count), await db.Movements.CountAsync(m => m.Kind == MovementKind.Received));
        Assert.Equal(await db.Stock.SumAsync(s => s.OnHand), await db.CostLayers.SumAsync(l => l.Remaining));
    }

    [Fact]
    public async Task A_few_items_limit_what_is_left_and_none_ever_refuses_a_send()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var limiting = await db.Stock.Where(s => s.IsLimiting).Join(db.Items, s => s.ItemId, i => i.Id, (_, i) => i.Name).ToListAsync();

        Assert.Equal(["Oysters", "Rib of beef", "Ribeye", "Sea bream"], limiting.Order());
        Assert.All(await db.Stock.AsNoTracking().ToListAsync(), s => Assert.True(s is { AllowShort: true, AlwaysStrict: false, ShortAt: null }));
    }

    [Fact]
    public async Task There_is_enough_for_a_hundred_portions_of_everything()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var stock = await db.Stock.AsNoTracking().ToDictionaryAsync(s => s.ItemId, s => s.Available);

        Assert.All(await db.DishNeeds.AsNoTracking().ToListAsync(), need => Assert.True(stock[need.ItemId] >= need.Quantity * 100, $"{need.ItemId}: {stock[need.ItemId]}"));
    }

    [Fact]
    public async Task No_lot_is_over_its_date_on_the_day_of_the_load()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var restaurant = await db.Restaurants.AsNoTracking().SingleAsync();
        var lots = await db.Lots.AsNoTracking().ToListAsync();

        Assert.All(lots, lot => Assert.True((lot.UseBy ?? lot.BestBefore ?? DateOnly.MaxValue) > restaurant.BusinessDay(lot.ReceivedAt)));
        Assert.Contains(lots, lot => lot.UseBy is not null);
        Assert.Contains(lots, lot => lot.BestBefore is not null);
        Assert.Contains(lots, lot => lot is { UseBy: null, BestBefore: null });
        Assert.Contains(lots, lot => lot.PackSize is not null);
    }

    [Theory]
    [InlineData("Ribeye 300 g", "Ribeye", 300, 360)]
    [InlineData("Rump steak 250 g", "Rump of beef", 250, 300)]
    [InlineData("Rib of beef on the bone, 1 kg for two", "Rib of beef", 1000, 1150)]
    [InlineData("Oysters, half a dozen", "Oysters", 6, 6)]
    [InlineData("Whole sea bream", "Sea bream", 1, 1)]
    [InlineData("Half chicken, lemon and thyme", "Chicken", 0.5, 0.5)]
    [InlineData("Cheeseburger, fries", "Minced beef", 160, 220)]
    [InlineData("Cheeseburger, fries", "Potatoes", 180, 400)]
    [InlineData("Fries", "Potatoes", 180, 400)]
    [InlineData("Sourdough, smoked butter", "Butter", 15, 15)]
    [InlineData("Sourdough, smoked butter", "Sourdough loaf", 0.2, 0.3)]
    [InlineData("Beef tartare, egg yolk", "Eggs", 1, 1)]
    [InlineData("Lamb rump, salsa verde", "Anchovies", 1, 5)]
    [InlineData("Beer-battered cod, fries", "Wheat beer 0.5 l", 0.05, 0.1)]
    [InlineData("Negroni", "Gin", 30, 30)]
    [InlineData("Double espresso", "Coffee beans", 18, 18)]
    [InlineData("Mineral water 0.75 l", "Mineral water 0.75 l", 1, 1)]
    public async Task A_portion_takes_what_a_cook_would_take(string dish, string item, decimal least, decimal most)
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var id = await db.Items.Where(i => i.Name == item).Select(i => i.Id).SingleAsync();
        var dishId = kitchen.Dish(dish).Id;
        var quantity = await db.DishNeeds.Where(n => n.DishId == dishId && n.ItemId == id).Select(n => n.Quantity).SingleAsync();

        Assert.InRange(quantity, least, most);
    }

    [Fact]
    public async Task A_portion_costs_less_than_half_of_its_price()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var costs = await db.Lots.GroupBy(l => l.ItemId).Select(g => new { g.Key, Cost = g.Max(l => l.UnitCost) }).ToDictionaryAsync(g => g.Key, g => g.Cost);
        var needs = (await db.DishNeeds.AsNoTracking().ToListAsync()).ToLookup(n => n.DishId);

        Assert.All(kitchen.Dishes.Where(d => d.RecipeId is not null), dish => Assert.InRange(needs[dish.Id].Sum(n => n.Quantity * costs[n.ItemId]), dish.Price * 0.02m, dish.Price * 0.5m));
    }

    [Fact]
    public async Task What_is_left_out_was_in_the_portion()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var portions = (await db.DishNeeds.AsNoTracking().ToListAsync()).ToDictionary(n => (n.DishId, n.ItemId), n => n.Quantity);
        var changes = (await db.ModifierNeeds.AsNoTracking().ToListAsync()).ToLookup(n => n.ModifierId);

        Assert.NotEmpty(changes);
        Assert.Empty(
            from dish in kitchen.Dishes
            where dish.RecipeId is not null
            from modifier in dish.Groups.SelectMany(g => g.Group!.Modifiers)
            from change in changes[modifier.Id]
            where modifier.Kind == ModifierKind.No ? change.Quantity >= 0 || portions.GetValueOrDefault((dish.Id, change.ItemId)) < -change.Quantity : change.Quantity <= 0
            select $"{dish.Name}, {modifier.Name}: {change.Quantity}");
    }

    [Fact]
    public async Task What_a_recipe_brings_never_contradicts_the_menu()
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var dishes = await db.Dishes.AsNoTracking().Include(d => d.Allergens).ToListAsync();

        Assert.Empty(
            from dish in dishes
            from row in dish.Allergens
            where row.Declared is not null && row.State != row.Declared
            select $"{dish.Name}: {row.Allergen} is declared {row.Declared} and comes out as {row.State}");
        Assert.Empty(
            from dish in dishes
            from row in dish.Allergens
            where row is { Declared: null, State: AllergenState.Contains or AllergenState.MayContain }
            select $"{dish.Name} says nothing of {row.Allergen}");
    }

    private async Task BalancesAsync()
    {
        await using var source = NpgsqlDataSource.Create(kitchen.Connections.KitchenOwner);
        Assert.Empty(await new StockAudit(source).FindAsync());
    }
}
