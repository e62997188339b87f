using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>What things are made of: items with their measures, recipes, and what a dish or a modifier takes. Each change works out anew what the portions need.</summary>
public sealed class RecipeService(CommandBook book)
{
    private const decimal Most = RecipeWriter.Most;

    /// <summary>Adds an item or changes it.</summary>
    public Task<ItemSaved> SaveItemAsync(SaveItem command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            Check(command);
            var name = command.Name.Trim();
            if (await db.Items.AnyAsync(i => i.Name == name && i.Id != command.ItemId, ct)) throw new Refusal("There already is an item “{0}”. Choose another name.", name);
            var item = await db.Items.Include(i => i.Measures).SingleOrDefaultAsync(i => i.Id == command.ItemId, ct);
            if (item is null)
            {
                db.Add(item = new Item { Id = command.ItemId, Name = name, Unit = command.Unit });
                db.Add(new Stock { ItemId = item.Id });
            }
            else if (item.Unit != command.Unit && await db.Movements.AnyAsync(m => m.ItemId == item.Id, ct))
                throw new Refusal("{0} has moved in and out in its unit. Add another item for another unit.", item.Name);
            (item.Name, item.Unit, item.Allergens, item.NearlyOutAt, item.Active) = (name, command.Unit, [.. command.Allergens], command.NearlyOutAt, command.Active);
            (item.Version, item.ChangedBy) = (db.Entry(item).State == EntityState.Added ? 1 : item.Version + 1, actor.PersonId);
            item.Attributes = command.Attributes ?? "{}";
            var measures = command.Measures.Select(m => MeasureOf(item.Id, m)).ToList();
            Conversions.Check(name, measures);
            item.Measures.Clear();
            // Only so: EF then puts them into the item's list itself, and twice there they would say everything twice.
            db.AddRange(measures);
            db.AtLast(async last => await Needs.RewriteAsync(db, await db.Set<RecipeLine>().Where(l => l.ItemId == item.Id).Select(l => l.RecipeId).Distinct().ToListAsync(last), last));
            return new ItemSaved(item.Id);
        }, cancel);

    /// <summary>Adds a recipe or changes it, as a new version.</summary>
    public Task<RecipeSaved> SaveRecipeAsync(SaveRecipe command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            await AloneAsync(db, ct);
            var recipe = await RecipeWriter.WriteAsync(db, command, actor, now, ct);
            db.AtLast(last => Needs.FollowAsync(db, [recipe.Id], last));
            return new RecipeSaved(recipe.Id, recipe.Version);
        }, cancel);

    /// <summary>Writes a recipe as it was once, as a new version.</summary>
    public Task<RecipeSaved> GoBackAsync(GoBackTo command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            await AloneAsync(db, ct);
            var was = await db.RecipeVersions.AsNoTracking().SingleOrDefaultAsync(v => v.RecipeId == command.RecipeId && v.Version == command.Version, ct) ?? throw new Refusal("There is no version {0} of this recipe.", command.Version);
            var present = await db.Recipes.Where(r => r.Id == command.RecipeId).Select(r => new { r.Yield, r.YieldUnit }).SingleAsync(ct);
            var recipe = await RecipeWriter.WriteAsync(db, new SaveRecipe(command.Id, command.RecipeId, was.Text.Title, was.Text.Yield ?? present.Yield, was.Text.YieldUnit ?? present.YieldUnit, was.Lines, was.Text, command.BasedOn), actor, now, ct);
            db.AtLast(last => Needs.FollowAsync(db, [recipe.Id], last));
            return new RecipeSaved(recipe.Id, recipe.Version);
        }, cancel);

    /// <summary>Says by which recipe a dish is made.</summary>
    public Task<DishRecipeSet> SetDishAsync(SetDishRecipe command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            var dish = await db.Dishes.SingleOrDefaultAsync(d => d.Id == command.DishId, ct) ?? throw new Refusal("This dish does not exist any more.");
            if (command.RecipeId is { } id && !await db.Recipes.AnyAsync(r => r.Id == id, ct)) throw new Refusal("This recipe does not exist any more. Choose another one.");
            if (command.RecipeId is not null && (command.Portion is not (> 0 and <= Most) || string.IsNullOrWhiteSpace(command.PortionUnit))) throw new Refusal("Say how much of the recipe is a portion of {0}.", dish.Name);
            (dish.RecipeId, dish.Portion, dish.PortionUnit) = command.RecipeId is null ? (null, null, null) : (command.RecipeId, command.Portion, command.PortionUnit);
            db.AtLast(last => Needs.RewriteAsync(db, last));
            if (command.RecipeId is not { } recipe) return new DishRecipeSet(0);
            var (recipes, items) = await RecipeTree.DownAsync(db, [recipe], [], ct);
            return new DishRecipeSet(new BillOfMaterials(recipes, items).Portion(recipe, command.Portion!.Value, command.PortionUnit!).Count);
        }, cancel);

    /// <summary>Says what a modifier adds and takes away.</summary>
    public Task<ModifierItemsSet> SetModifierAsync(SetModifierItems command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            var modifier = await db.Set<Modifier>().SingleOrDefaultAsync(m => m.Id == command.ModifierId, ct) ?? throw new Refusal("This modifier does not exist any more.");
            if (command.Items.Any(i => i.Quantity is 0 or > Most or < -Most || string.IsNullOrWhiteSpace(i.Unit))) throw new Refusal("{0}: each item needs a quantity with its unit, negative for less.", modifier.Name);
            if (command.Items.DistinctBy(i => i.ItemId).Count() < command.Items.Count) throw new Refusal("{0} names the same item twice.", modifier.Name);
            await RecipeWriter.MustExistAsync(db, modifier.Name, command.Items.Select(i => new SavedRecipeLine(i.ItemId, null, 1, i.Unit)), ct);
            if (command.Clears?.All(Enum.IsDefined) == false) throw new Refusal("This is not one of the 14 allergens. Reload the page and choose again.");
            if (command.Clears?.Count > 0 && modifier.Kind != ModifierKind.No) throw new Refusal("{0} takes nothing away, so it clears no allergen.", modifier.Name);
            modifier.Clears = [.. (command.Clears ?? []).Distinct().Order()];
            await db.ModifierItems.Where(m => m.ModifierId == modifier.Id).ExecuteDeleteAsync(ct);
            db.AddRange(command.Items.Select(i => new ModifierItem { ModifierId = modifier.Id, ItemId = i.ItemId, Quantity = i.Quantity, Unit = i.Unit.Trim() }));
            db.AtLast(last => Needs.RewriteAsync(db, last));
            return new ModifierItemsSet(command.Items.Count);
        }, cancel);

    /// <summary>Says whether equipment carries traces from one recipe to the next.</summary>
    public Task<EquipmentShared> ShareEquipmentAsync(ShareEquipment command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            if (string.IsNullOrWhiteSpace(command.Name)) throw new Refusal("Say which equipment it is.");
            var name = SharedEquipment.Read(command.Name);
            var users = await db.Recipes.Where(r => r.Facts.Equipment.Contains(name)).Select(r => r.Id).ToListAsync(ct);
            var row = await db.SharedEquipment.FindAsync([name], ct);
            if (command.IsShared && row is null && users.Count == 0) throw new Refusal("No recipe is made with “{0}”. Write it into the recipes' equipment first.", command.Name.Trim());
            if (command.IsShared && row is null) db.Add(new SharedEquipment { Name = name });
            if (!command.IsShared && row is not null) db.Remove(row);
            db.AtLast(last => Needs.RewriteAsync(db, users, last));
            return new EquipmentShared(users.Count);
        }, cancel);

    // Two who change recipes at once could make a circle that neither sees.
    internal static Task<int> AloneAsync(KitchenContext db, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.recipes'))", cancel);

    private static void Check(SaveItem command)
    {
        if (command.ItemId == Guid.Empty) throw new Refusal("An item without a number cannot be saved. Reload the page and try again.");
        if (command.Name?.Trim().Length is null or 0 or > SaveItem.MaxName || command.Name.Any(char.IsControl)) throw new Refusal("Give the item a name of 1 to {0} characters.", SaveItem.MaxName);
        if (!Enum.IsDefined(command.Unit)) throw new Refusal("Say whether {0} is weighed, poured or counted.", command.Name);
        if (command.NearlyOutAt is < 0 or > Most) throw new Refusal("{0}: it is nearly out at a quantity from 0.", command.Name);
        if (!command.Allergens.All(a => Enum.IsDefined(a.Allergen) && Enum.IsDefined(a.State) && (a.Kind is null || AllergenKinds.Of(a.Allergen).Contains(a.Kind)))) throw new Refusal("{0}: this is not one of the 14 allergens, or not one of their kinds.", command.Name);
        if (command.Attributes is { } json && !IsObject(json)) throw new Refusal("{0}: what else is known of it has to be a JSON object.", command.Name);
        Nutrients.Check(command.Name, command.Unit, command.Attributes ?? "{}");
    }

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && !json.Contains("\\u0000", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ItemMeasure MeasureOf(Guid itemId, SavedMeasure measure) =>
        new() { ItemId = itemId, Quantity = measure.Quantity, Unit = measure.Unit?.Trim() ?? "", OfQuantity = measure.OfQuantity, OfUnit = measure.OfUnit?.Trim() ?? "", IsPack = measure.IsPack };
}
