using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Core.Demo;

/// <summary>The rows of the demo restaurant's store. The sums are all zero: they follow from what is received.</summary>
/// <param name="stamp">By whom and when all of it comes in.</param>
/// <param name="today">The business day of that moment.</param>
internal sealed class StorePlan(DemoFile demo, Stamp stamp, DateOnly today)
{
    private readonly Dictionary<string, Item> items = demo.Items.ToDictionary(i => i.Name, Item);
    private readonly Dictionary<string, Recipe> recipes = demo.Recipes.ToDictionary(r => r.Name, r => new Recipe { Name = r.Name, Yield = r.Yield, YieldUnit = r.YieldUnit });
    private readonly Dictionary<string, Place> places = demo.Places.SelectMany(p => p.Tree()).Select((p, i) => new Place { Name = p.Place.Name, Position = i + 1 }).ToDictionary(p => p.Name);
    private readonly List<(Lot Lot, DemoLot Delivery, decimal Quantity)> deliveries = [];

    internal IEnumerable<object> Everything()
    {
        foreach (var (place, above) in demo.Places.SelectMany(p => p.Tree())) places[place.Name].ParentId = above is null ? null : places[above.Name].Id;
        foreach (var recipe in demo.Recipes) AddLines(recipe);
        foreach (var item in demo.Items) deliveries.AddRange(item.Lots.Select(lot => Deliver(items[item.Name], lot)));
        return
        [
            .. places.Values, .. demo.Templates, .. items.Values, .. recipes.Values, .. demo.SharedEquipment.Select(e => new SharedEquipment { Name = SharedEquipment.Read(e) }),
            .. demo.Items.Select(i => new Stock { ItemId = items[i.Name].Id, IsLimiting = i.IsLimiting }),
            .. deliveries.Select(d => d.Lot),
            .. new PurchasingPlan(demo, items, places, stamp.Now, today).Everything(),
            .. deliveries.GroupBy(d => d.Delivery.Place).SelectMany(Shelf), .. demo.Temperatures.Select(Temperature),
            .. deliveries.Select(d => new CostLayer { LotId = d.Lot.Id, ItemId = d.Lot.ItemId, ReceivedAt = d.Lot.ReceivedAt, UnitCost = d.Lot.UnitCost }),
        ];
    }

    /// <summary>What came in, for the ledger; once the lots are there.</summary>
    internal IReadOnlyList<Movement> Received() => [.. deliveries.Select(d => new Movement
    {
        At = stamp.Now,
        Kind = MovementKind.Received,
        ItemId = d.Lot.ItemId,
        PlaceId = places[d.Delivery.Place].Id,
        LotId = d.Lot.Id,
        LayerId = d.Lot.Id,
        OnHandDelta = d.Quantity,
        LotDelta = d.Quantity,
        LayerDelta = d.Quantity,
        UnitCost = d.Lot.UnitCost,
        CommandId = stamp.CommandId,
        PersonId = stamp.PersonId,
    })];

    internal Guid? RecipeOf(DemoDish dish) => dish.Recipe is { } name ? recipes[name].Id : null;

    internal IEnumerable<ModifierItem> ItemsOf(DemoModifier modifier, Guid modifierId) =>
        modifier.Items.Select(i => new ModifierItem { ModifierId = modifierId, ItemId = items[i.Item].Id, Quantity = i.Quantity, Unit = i.Unit });

    private static Item Item(DemoItem item)
    {
        var row = new Item { Name = item.Name, Unit = item.Unit, Allergens = item.Declared(), NearlyOutAt = item.NearlyOutAt, Attributes = Nutrients.Write(item.Attributes?.GetRawText() ?? "{}", item.Nutrition), Code = item.Code, Category = item.Category };
        foreach (var m in item.Measures) row.Measures.Add(new ItemMeasure { ItemId = row.Id, Quantity = m.Quantity, Unit = m.Unit, OfQuantity = m.Of, OfUnit = m.OfUnit, IsPack = m.IsPack });
        return row;
    }

    // Items stand on a shelf as the file lists them.
    private IEnumerable<ShelfSpot> Shelf(IGrouping<string, (Lot Lot, DemoLot Delivery, decimal Quantity)> lots) => lots.DistinctBy(d => d.Lot.ItemId)
        .Select((d, i) => new ShelfSpot { PlaceId = places[lots.Key].Id, ItemId = d.Lot.ItemId, Position = i + 1, Unit = Units.Name(d.Delivery.Unit) });

    private TemperaturePoint Temperature(DemoTemperature checkedAt)
    {
        var point = new TemperaturePoint { Name = checkedAt.Name, PlaceId = places[checkedAt.Place].Id };
        point.Plans.Add(new TemperaturePlan { PointId = point.Id, Since = stamp.Now, Min = checkedAt.Min, Max = checkedAt.Max, Times = [.. checkedAt.Times] });
        return point;
    }

    private void AddLines(DemoRecipe recipe)
    {
        var row = recipes[recipe.Name];
        foreach (var (line, i) in recipe.Lines.Select((l, i) => (l, i)))
            row.Lines.Add(new RecipeLine
            {
                RecipeId = row.Id,
                Position = i + 1,
                ItemId = line.Item is { } item ? items[item].Id : null,
                SubRecipeId = line.Recipe is { } sub ? recipes[sub].Id : null,
                Quantity = line.Quantity,
                Unit = line.Unit,
                Usable = line.Usable,
            });
        row.Version = 1;
        row.Text = new(recipe.Name)
        {
            Yield = recipe.Yield,
            YieldUnit = recipe.YieldUnit,
            Equipment = recipe.Equipment,
            Ingredients = [new(null, [.. recipe.Lines.Select(l => IngredientLine.Of(l.Quantity, l.Unit, l.Item ?? l.Recipe!))])],
        };
    }

    private (Lot Lot, DemoLot Delivery, decimal Quantity) Deliver(Item item, DemoLot delivery)
    {
        var quantity = InventoryService.Base(item, delivery.Quantity, delivery.Unit);
        var lot = new Lot
        {
            ItemId = item.Id,
            Code = $"{today:yyyy-MM-dd}",
            ReceivedAt = stamp.Now,
            UseBy = delivery.UseBy is { } days ? today.AddDays(days) : null,
            BestBefore = delivery.BestBefore is { } best ? today.AddDays(best) : null,
            PackSize = delivery.Pack is { } pack ? InventoryService.Base(item, pack, delivery.Unit) : null,
            UnitCost = Math.Round(delivery.Price / quantity, 6),
        };
        return (lot, delivery, quantity);
    }
}
