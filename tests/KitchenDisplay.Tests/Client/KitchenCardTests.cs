using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KitchenDisplay.Client;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Client;

public class KitchenCardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 2, 12, 0, 0, TimeSpan.Zero);

    // As the hub writes.
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Card OnTheWall = new()
    {
        TicketId = Guid.CreateVersion7(),
        OrderId = Guid.CreateVersion7(),
        Number = 1042,
        Table = "T7+T8",
        Kind = OrderKind.TakeAway,
        PromisedAt = Noon.AddMinutes(30),
        Covers = 6,
        Waiter = "Ada",
        FiredAt = Noon,
        DueAt = Noon.AddMinutes(9),
        Allergies = [new(Allergen.Nuts, 2)],
        Held = [new("Desserts", 2)],
        Lines =
        [
            new()
            {
                LineIds = [Guid.CreateVersion7(), Guid.CreateVersion7()],
                Ready = 1,
                State = CardLineState.Waiting,
                Dish = "Ribeye",
                Seats = "S1 S3",
                Course = "Mains",
                Modifiers = [new(Guid.CreateVersion7(), "onions", ModifierKind.No, -0.5m)],
                Note = "cut in half",
                Allergies = [Allergen.Nuts],
                Also = ["Fry"],
                WaitsFor = "Grill",
            },
        ],
    };

    [Fact]
    public void A_card_of_the_kitchen_arrives_with_everything_that_this_library_promises()
    {
        var json = JsonSerializer.Serialize(OnTheWall, Wire);
        var card = JsonSerializer.Deserialize<KitchenCard>(json, JsonSerializerOptions.Web)!;

        Assert.Equal(Unpromised(JsonNode.Parse(json)!), JsonSerializer.SerializeToNode(card, JsonSerializerOptions.Web), JsonNode.DeepEquals);
    }

    /// <summary>What the kitchen knows of a modifier and a program need not.</summary>
    private static JsonNode Unpromised(JsonNode card)
    {
        foreach (var modifier in card["lines"]!.AsArray().SelectMany(line => line!["modifiers"]!.AsArray()))
        {
            modifier!.AsObject().Remove("id");
            modifier.AsObject().Remove("priceChange");
        }
        return card;
    }
}
