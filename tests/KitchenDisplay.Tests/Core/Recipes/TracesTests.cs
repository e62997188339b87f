using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Recipes;

public sealed class TracesTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    [Fact]
    public async Task A_dish_takes_over_what_others_leave_in_a_fryer_until_a_chef_says_it_is_shared_no_more()
    {
        var (potato, squid) = (await ItemAsync("Potato of the fryer", AllergenState.Free), await ItemAsync("Squid of the fryer", AllergenState.Contains));
        var fries = await RecipeAsync("Fries of the fryer", potato);
        await store.Recipes.SetDishAsync(new(Guid.CreateVersion7(), store.Kitchen.Dish("Fries").Id, fries, 1, "pc"), store.Kitchen.Manager);
        await store.Recipes.ShareEquipmentAsync(new(Guid.CreateVersion7(), "Deep fryer", true), store.Kitchen.Manager);
        var alone = await StateAsync("Fries");

        // The other one comes later, and goes through nobody's recipe but its own.
        await RecipeAsync("Squid rings of the fryer", squid);
        var together = await StateAsync("Fries");
        await store.Recipes.ShareEquipmentAsync(new(Guid.CreateVersion7(), " deep FRYER", false), store.Kitchen.Manager);

        Assert.Equal((AllergenState.Free, AllergenState.MayContain, AllergenState.Free), (alone, together, await StateAsync("Fries")));
    }

    [Fact]
    public async Task Equipment_that_no_recipe_names_cannot_be_shared() =>
        Assert.Contains("No recipe is made with", (await Assert.ThrowsAsync<Refusal>(() => store.Recipes.ShareEquipmentAsync(new(Guid.CreateVersion7(), "teleporter", true), store.Kitchen.Manager))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_added_brings_its_allergens_and_what_is_left_out_clears_only_what_a_chef_said()
    {
        var cheese = await ItemAsync("Cheese on top", AllergenState.Contains);
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        var (extra, no) = (await db.Set<Modifier>().FirstAsync(m => m.Kind == ModifierKind.Extra), await db.Set<Modifier>().FirstAsync(m => m.Kind == ModifierKind.No));

        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), extra.Id, []), store.Kitchen.Manager);
        Assert.Equal(Enum.GetValues<Allergen>().Length, (await ReadAsync(extra.Id)).NotDeclared.Length);
        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), extra.Id, [new(cheese, 30, "g")]), store.Kitchen.Manager);
        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), no.Id, [new(cheese, -30, "g")]), store.Kitchen.Manager);
        var (brings, silent) = (await ReadAsync(extra.Id), await ReadAsync(no.Id));
        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), no.Id, [new(cheese, -30, "g")], [Allergen.Molluscs]), store.Kitchen.Manager);

        Assert.Equal([Allergen.Molluscs], brings.Contains);
        Assert.Empty(brings.NotDeclared);
        Assert.Empty(silent.Clears.Concat(silent.Contains));
        Assert.Equal([Allergen.Molluscs], (await ReadAsync(no.Id)).Clears);
        await Assert.ThrowsAsync<Refusal>(() => store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), extra.Id, [], [Allergen.Milk]), store.Kitchen.Manager));
    }

    private async Task<Modifier> ReadAsync(Guid id)
    {
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        return await db.Set<Modifier>().AsNoTracking().SingleAsync(m => m.Id == id);
    }

    private async Task<AllergenState> StateAsync(string dish)
    {
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        return (await db.Dishes.AsNoTracking().Include(d => d.Allergens).SingleAsync(d => d.Name == dish)).Allergens.Single(a => a.Allergen == Allergen.Molluscs).State;
    }

    private async Task<Guid> ItemAsync(string name, AllergenState molluscs)
    {
        var id = Guid.CreateVersion7();
        await store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, name, BaseUnit.Gram, [], [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, null, a == Allergen.Molluscs ? molluscs : AllergenState.Free))]), store.Kitchen.Manager);
        return id;
    }

    private async Task<Guid> RecipeAsync(string name, Guid item)
    {
        var id = Guid.CreateVersion7();
        await store.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, name, 1, "pc", [new(item, null, 100, "g")], new(name) { Equipment = ["Deep fryer"], Ingredients = [new(null, [new("100 g")])] }), store.Kitchen.Manager);
        return id;
    }
}
