using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

/// <summary>Items to convert.</summary>
internal static class Larder
{
    private static readonly string[] words = ["g", "kg", "oz", "lb", "ml", "l", "tsp", "tbsp", "cup", "piece", "dozen", "bunch", "bottle", "case"];
    private static int made;

    public static ItemMeasure[] Butter => [Measure("1 cup = 227 g"), Measure("1 tbsp = 14.2 g"), Measure("1 stick = 113 g")];

    /// <param name="text">Like "1 bunch = 85 g".</param>
    public static ItemMeasure Measure(string text)
    {
        var sides = text.Split(" = ").Select(side => side.Split(' ', 2)).ToArray();
        return new()
        {
            Id = Next(),
            Quantity = decimal.Parse(sides[0][0], CultureInfo.InvariantCulture),
            Unit = sides[0][1],
            OfQuantity = decimal.Parse(sides[1][0], CultureInfo.InvariantCulture),
            OfUnit = sides[1][1],
        };
    }

    /// <summary>Some measures of one item, no two of which say the same pair; they may well disagree.</summary>
    public static Gen<ItemMeasure[]> Measures() =>
        from measures in Gen.ListOf(OneMeasure())
        select measures.Take(8).DistinctBy(m => string.Join(' ', new[] { m.Unit, m.OfUnit }.Order())).ToArray();

    /// <summary>Words that the measures or everybody know.</summary>
    public static Gen<string> Unit(IEnumerable<ItemMeasure> measures) =>
        Gen.Elements(words.Where(w => Units.Find(w) is not null).Concat(measures.SelectMany(m => new[] { m.Unit, m.OfUnit })).Distinct().ToArray());

    public static Gen<decimal> Quantity() => from n in Gen.Choose(1, 5_000_000) from places in Gen.Elements(1m, 0.01m, 0.0001m) select n * places;

    /// <summary>A later id than all before: those of one millisecond have no order, and a test wants the same one each time.</summary>
    public static Guid Next() => new(Interlocked.Increment(ref made), 0, 0, new byte[8]);

    private static Gen<ItemMeasure> OneMeasure() =>
        from unit in Gen.Elements(words)
        from of in Gen.Elements(words.Where(w => w != unit).ToArray())
        from quantity in Gen.Choose(1, 1000)
        from ofQuantity in Gen.Choose(1, 100_000)
        select new ItemMeasure { Id = Next(), Quantity = quantity / 4m, Unit = unit, OfQuantity = ofQuantity / 100m, OfUnit = of };
}
