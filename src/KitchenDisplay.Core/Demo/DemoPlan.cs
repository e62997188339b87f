using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Demo;

/// <summary>The rows of the demo restaurant: what the file calls by names and codes gets its ids here.</summary>
/// <param name="stamp">By whom and when it is opened.</param>
/// <param name="isDemo">Whether it may be cleared and loaded again.</param>
internal sealed class DemoPlan(DemoFile demo, Stamp stamp, bool isDemo = true)
{
    private readonly StorePlan store = new(demo, stamp, Restaurant(demo.Restaurant, isDemo).BusinessDay(stamp.Now));

    private readonly Dictionary<string, Station> stations = demo.Stations.Select((s, i) =>
        new Station { Slug = s.Slug, Name = s.Name, Kind = s.Kind, Position = i }).ToDictionary(s => s.Slug);

    private readonly Dictionary<string, TaxClass> taxes = demo.TaxClasses.ToDictionary(t => t.Code, t => new TaxClass { Name = t.Name, Rate = t.Rate });

    private readonly Dictionary<string, ModifierGroup> groups = demo.ModifierGroups.ToDictionary(g => g.Code, Group);

    internal IEnumerable<object> Everything() =>
    [
        Restaurant(demo.Restaurant, isDemo), .. store.Everything(), .. stations.Values, .. taxes.Values, .. groups.Values,
        .. demo.People.Select(p => new Person { Name = p.Name, Roles = [.. p.Roles] }),
        .. demo.Courses.Select(c => new Course { Number = c.Number, Name = c.Name }),
        .. demo.Displays.Select(Display), .. demo.Areas.Select(Area), .. demo.Services.SelectMany(Services), .. demo.Categories.SelectMany(Category),
        .. demo.ModifierGroups.SelectMany(g => g.Modifiers.Zip(groups[g.Code].Modifiers)).SelectMany(m => store.ItemsOf(m.First, m.Second.Id)),
    ];

    /// <summary>What came into the store, for the ledger; once all else is there.</summary>
    internal IReadOnlyList<Movement> Received() => store.Received();

    private static Restaurant Restaurant(DemoRestaurant house, bool isDemo) => new()
    {
        Name = house.Name,
        TimeZone = house.TimeZone,
        DayStarts = house.DayStarts,
        Currency = house.Currency,
        CurrencyDecimals = house.CurrencyDecimals,
        Culture = house.Culture,
        TaxIncluded = house.TaxIncluded,
        IsDemo = isDemo,
    };

    private Display Display(DemoDisplay display, int position)
    {
        var screen = new Display { Name = display.Name, Slug = DisplayService.SlugOf(display.Name), Position = position, IsEverywhere = display.Everywhere };
        foreach (var slug in display.Stations) screen.Stations.Add(new DisplayStation { DisplayId = screen.Id, StationId = stations[slug].Id });
        foreach (var slug in display.FallbackFor) stations[slug].FallbackId = screen.Id;
        return screen;
    }

    private static Area Area(DemoArea area, int position) => new()
    {
        Name = area.Name,
        Position = position,
        Tables = [.. area.Tables.Select((t, i) => new DiningTable { Name = t.Name, Seats = t.Seats, Position = i })],
    };

    private static IEnumerable<Service> Services(DemoService service) =>
        service.Days.Select(day => new Service { Name = service.Name, Weekday = day, From = service.From, To = service.To });

    private static ModifierGroup Group(DemoModifierGroup group) => new()
    {
        Name = group.Name,
        Min = group.Min,
        Max = group.Max,
        Modifiers = [.. group.Modifiers.Select((m, i) => new Modifier { Name = m.Name, Kind = m.Kind, PriceChange = m.Price, Position = i })],
    };

    private IEnumerable<object> Category(DemoCategory category, int position)
    {
        var page = new Category { Name = category.Name, Position = position };
        return [page, .. category.Dishes.Select((dish, i) => Dish(dish, page, i))];
    }

    private Dish Dish(DemoDish dish, Category page, int position) => new()
    {
        CategoryId = page.Id,
        Name = dish.Name,
        KitchenName = dish.KitchenName,
        Price = dish.Price,
        TaxClassId = taxes[dish.Tax].Id,
        Course = dish.Course,
        Position = position,
        RecipeId = store.RecipeOf(dish),
        Portion = dish.Portion?.Quantity,
        PortionUnit = dish.Portion?.Unit,
        Steps = [.. dish.Steps.SelectMany((together, step) => together.Select(s => new DishStep { Step = step + 1, StationId = stations[s.Station].Id, PrepSeconds = s.Seconds }))],
        Groups = [.. dish.Groups.Select((code, i) => new DishModifierGroup { GroupId = groups[code].Id, Position = i })],
        Allergens =
        [
            .. dish.Contains.Select(a => new DishAllergen { Allergen = a, Declared = AllergenState.Contains, State = AllergenState.Contains }),
            .. dish.MayContain.Select(a => new DishAllergen { Allergen = a, Declared = AllergenState.MayContain, State = AllergenState.MayContain }),
            .. dish.DeclaredFree().Select(a => new DishAllergen { Allergen = a, Declared = AllergenState.Free, State = AllergenState.Free }),
        ],
    };
}
