using System.Text.Json;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoFileTests
{
    private const string Ribeye = """{ "name": "Ribeye", "price": 36.00, "tax": "food", "course": 2, "steps": [[{ "station": "grill", "seconds": 720 }]], "contains": ["Milk"] }""";

    [Fact]
    public void A_small_restaurant_is_read_as_it_is_written()
    {
        var file = DemoFile.Parse(Restaurant(Ribeye));

        var dish = Assert.Single(Assert.Single(file.Categories).Dishes);
        Assert.Equal(("Ribeye", 36.00m, "food", 2), (dish.Name, dish.Price, dish.Tax, dish.Course));
        Assert.Equal([new DemoStep("grill", 720)], Assert.Single(dish.Steps));
        Assert.Equal([Allergen.Milk], dish.Contains);
        Assert.Empty(dish.Groups);
        Assert.Null(dish.KitchenName);
        Assert.Equal(new TimeOnly(5, 0), file.Restaurant.DayStarts);
        var expo = Assert.Single(file.Displays);
        Assert.Equal(("Expo", true), (expo.Name, expo.Everywhere));
        Assert.Equal(["grill"], expo.FallbackFor);
        var lunch = Assert.Single(file.Services);
        Assert.Equal([DayOfWeek.Tuesday], lunch.Days);
        Assert.Equal((new TimeOnly(12, 0), new TimeOnly(15, 0)), (lunch.From, lunch.To));
    }

    [Theory]
    [InlineData("\"contains\"", "\"contians\"")]
    [InlineData("\"contains\": [\"Milk\"]", "\"contains\": [\"Moonlight\"]")]
    [InlineData("\"contains\": [\"Milk\"]", "\"contains\": [6]")]
    [InlineData("\"contains\": [\"Milk\"]", "\"contains\": null")]
    [InlineData("\"price\": 36.00, ", "")]
    [InlineData("\"price\": 36.00", "\"price\": \"36.00\"")]
    [InlineData("\"price\": 36.00", "\"price\": 36.00, \"price\": 3.60")]
    public void A_slip_of_the_pen_is_refused(string right, string wrong)
    {
        Assert.Contains(right, Ribeye);

        Assert.Throws<JsonException>(() => DemoFile.Parse(Restaurant(Ribeye.Replace(right, wrong))));
    }

    [Fact]
    public void A_file_that_holds_only_null_is_refused() =>
        Assert.Throws<JsonException>(() => DemoFile.Parse("null"));

    private static string Restaurant(string dish) => $$"""
        {
          "restaurant": { "name": "Test", "timeZone": "Europe/Berlin", "dayStarts": "05:00", "currency": "EUR", "currencyDecimals": 2, "culture": "en-IE", "taxIncluded": true },
          "people": [], "stations": [{ "slug": "grill", "name": "Grill", "kind": "Prep" }], "displays": [{ "name": "Expo", "stations": [], "fallbackFor": ["grill"], "everywhere": true }], "courses": [], "taxClasses": [], "areas": [], "modifierGroups": [],
          "services": [{ "name": "Lunch", "days": ["Tuesday"], "from": "12:00", "to": "15:00" }],
          "categories": [{ "name": "Grill", "dishes": [{{dish}}] }]
        }
        """;
}
