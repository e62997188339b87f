using System.Text.Json;
using System.Text.Json.Serialization;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Core.Demo;

/// <summary>The restaurant that a first start can load, as demo-restaurant.json describes it.</summary>
public sealed record DemoFile(
    DemoRestaurant Restaurant,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoStation> Stations,
    IReadOnlyList<DemoDisplay> Displays,
    IReadOnlyList<DemoCourse> Courses,
    IReadOnlyList<DemoTaxClass> TaxClasses,
    IReadOnlyList<DemoArea> Areas,
    IReadOnlyList<DemoService> Services,
    IReadOnlyList<DemoModifierGroup> ModifierGroups,
    IReadOnlyList<DemoCategory> Categories)
{
    /// <summary>Where stock lies; a house without a store lists none.</summary>
    public IReadOnlyList<DemoPlace> Places { get; init; } = [];

    /// <summary>Whose temperature is checked.</summary>
    public IReadOnlyList<DemoTemperature> Temperatures { get; init; } = [];

    /// <summary>What is kept in stock.</summary>
    public IReadOnlyList<DemoItem> Items { get; init; } = [];

    /// <summary>What dishes, sauces and stocks are made of.</summary>
    public IReadOnlyList<DemoRecipe> Recipes { get; init; } = [];

    /// <summary>Which attributes the items of a category have.</summary>
    public IReadOnlyList<CategoryTemplate> Templates { get; init; } = [];

    /// <summary>Who sells to the house.</summary>
    public IReadOnlyList<DemoSupplier> Suppliers { get; init; } = [];

    /// <summary>How much of what should lie where.</summary>
    public IReadOnlyList<DemoPar> Pars { get; init; } = [];

    /// <summary>How warm what goes to a place may come in.</summary>
    public IReadOnlyList<DemoArrivalLimit> ArrivalLimits { get; init; } = [];

    /// <summary>What is ordered and comes today.</summary>
    public IReadOnlyList<DemoOrder> Orders { get; init; } = [];

    /// <summary>What carries traces from one recipe to the next.</summary>
    public IReadOnlyList<string> SharedEquipment { get; init; } = [];

    // Strict: a misspelt "contians" must stop the load, not quietly lose an allergen.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Reads the demo restaurant that ships inside this assembly.</summary>
    public static DemoFile Read()
    {
        using var resource = typeof(DemoFile).Assembly.GetManifestResourceStream(typeof(DemoFile), "demo-restaurant.json")
            ?? throw new InvalidOperationException("This build lacks demo-restaurant.json: rebuild KitchenDisplay.Core.");
        using var reader = new StreamReader(resource);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Parses a restaurant in the format of demo-restaurant.json; throws <see cref="JsonException"/> for an unknown, missing, doubled or null property.</summary>
    // From a string: read from a stream, System.Text.Json 10 lets a null into an init property of a record with a constructor.
    public static DemoFile Parse(string json) =>
        JsonSerializer.Deserialize<DemoFile>(json, Strict)
            ?? throw new JsonException("The restaurant's file holds only null: it must be an object.");
}
