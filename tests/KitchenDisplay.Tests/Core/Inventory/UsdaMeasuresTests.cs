using System.Globalization;
using CsvHelper;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Inventory;

/// <summary>The measures of thousands of real foods.</summary>
public sealed class UsdaMeasuresTests
{
    private sealed record Food(string Number, string Name, ItemMeasure[] Measures)
    {
        public Conversions Conversions { get; } = new(Name, Measures);
        public ItemMeasure[] Volumes { get; } = [.. Measures.Where(m => Units.Find(m.Unit)?.Base == BaseUnit.Millilitre)];

        /// <summary>By a measure that the table gives but once.</summary>
        public IEnumerable<ItemMeasure> Unique => Measures.GroupBy(m => Units.Name(m.Unit), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).Select(g => g.Single());
    }

    private const string MeasureFile = "usda-measures.csv";
    private const string FoodFile = "usda-foods.csv";
    private static readonly Lazy<List<Food>> foods = new(Load);

    [SharedDataFact(MeasureFile, FoodFile)]
    public void Each_measure_converts_to_exactly_its_grams_and_back()
    {
        Assert.True(foods.Value.Count > 5000);
        foreach (var food in foods.Value)
            foreach (var measure in food.Unique.Where(m => Units.Name(m.Unit) != "g"))
            {
                var conversion = food.Conversions.Convert(measure.Quantity, measure.Unit, BaseUnit.Gram);
                Assert.Equal((measure.OfQuantity, measure), (conversion.Result, Assert.Single(conversion.Steps).Own));
                Assert.Equal(measure.Quantity, food.Conversions.Convert(measure.OfQuantity, "g", measure.Unit).Result);
            }
    }

    [SharedDataFact(MeasureFile, FoodFile)]
    public void A_food_with_one_volume_converts_from_every_other_volume()
    {
        var parts = new Dictionary<string, decimal> { ["cup"] = 48, ["tbsp"] = 3, ["tsp"] = 1, ["fl oz"] = 6, ["quart"] = 192, ["ml"] = 48 / 236.588m, ["l"] = 48_000 / 236.588m };
        var single = foods.Value.Where(f => f.Volumes.Length == 1).ToList();
        Assert.True(single.Count > 1000);
        foreach (var food in single)
        {
            var measure = food.Volumes[0];
            var teaspoon = measure.OfQuantity / measure.Quantity / parts[Units.Name(measure.Unit)];
            foreach (var (unit, spoons) in parts)
                Assert.InRange(food.Conversions.Convert(1, unit, BaseUnit.Gram).Result / (teaspoon * spoons), 0.999m, 1.001m);
        }
    }

    [SharedDataFact(MeasureFile, FoodFile)]
    public void Foods_whose_volumes_disagree_are_listed_and_no_others()
    {
        var listed = foods.Value.ToDictionary(f => f.Number, f => Disagreements.Of(f.Volumes));

        Assert.InRange(listed.Values.Count(d => d.Count > 0), 50, 500);
        Assert.Empty(listed["01001"]);
        var parmesan = Assert.Single(listed["01032"]);
        Assert.Equal(("cup", 100m, "tbsp", 80m, 25m), (parmesan.Measure.Unit, parmesan.Measure.OfQuantity, parmesan.Other!.Unit, parmesan.Otherwise, parmesan.Percent));
        foreach (var food in foods.Value)
        {
            var weights = food.Volumes.Select(m => m.OfQuantity / m.Quantity / Units.Find(m.Unit)!.InBase).ToList();
            Assert.Equal(weights.Count > 0 && weights.Max() / weights.Min() > 1.02m, listed[food.Number].Count > 0);
        }
    }

    [SharedDataFact(MeasureFile, FoodFile)]
    public void Nearly_all_foods_pass_the_check_and_what_says_two_things_does_not()
    {
        var refused = foods.Value.Where(f => IsRefused(() => Conversions.Check(f.Name, [.. f.Measures.Where(m => Units.Name(m.Unit) != "g")]))).ToList();

        Assert.InRange(refused.Count, 1, 50);
        Assert.Contains(refused, f => f.Number == "10892");
    }

    [SharedDataFact(MeasureFile, FoodFile)]
    public void Where_the_table_says_nothing_the_way_is_refused()
    {
        var without = foods.Value.Where(f => f.Volumes.Length == 0).ToList();
        Assert.True(without.Count > 1000);
        foreach (var food in without)
            Assert.Contains(food.Name, Assert.Throws<Refusal>(() => food.Conversions.Convert(1, "cup", BaseUnit.Gram)).Message, StringComparison.Ordinal);
    }

    private static bool IsRefused(Action action) => Record.Exception(action) is Refusal;

    private static List<Food> Load()
    {
        var measures = Read(MeasureFile, row => (Number: row.GetString("ndb_no"), Measure: Measure(row))).ToLookup(r => r.Number, r => r.Measure);
        return Read(FoodFile, row => new Food(row.GetString("ndb_no"), row.GetString("description"), [.. measures[row.GetString("ndb_no")]]));
    }

    private static ItemMeasure Measure(CsvReader row) => new()
    {
        Id = Larder.Next(),
        Quantity = decimal.Parse(row.GetString("amount"), CultureInfo.InvariantCulture),
        Unit = row.GetString("measure"),
        OfQuantity = decimal.Parse(row.GetString("grams"), CultureInfo.InvariantCulture),
        OfUnit = "g",
    };

    private static List<T> Read<T>(string file, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromFile(SharedDataFactAttribute.PathTo(file));
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }
}
