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
        RushedAt = Noon.AddMinutes(1),
        FiredAt = Noon,
        NewAt = Noon.AddMinutes(2),
        FirstDueAt = Noon.AddMinutes(4),
        DueAt = Noon.AddMinutes(9),
        LateAt = Noon.AddMinutes(14),
        Allergies = [new(Allergen.Nuts, 2)],
        IsUnconfirmed = true,
        Held = [new(3, "Desserts", 2)],
        Away = [new("Fry", [Guid.CreateVersion7()])],
        NotOnScreenAt = ["Grill"],
        Acting = [Guid.CreateVersion7()],
        Lines =
        [
            new()
            {
                LineIds = [Guid.CreateVersion7(), Guid.CreateVersion7()],
                Version = 3,
                Ready = 1,
                State = CardLineState.Waiting,
                Dish = "Ribeye",
                Seats = "S1 S3",
                Course = "Mains",
                CourseNumber = 2,
                Modifiers = [new(Guid.CreateVersion7(), "onions", ModifierKind.No, -0.5m)],
                Note = "cut in half",
                Allergies = [Allergen.Nuts],
                Also = ["Fry"],
                WaitsFor = "Grill",
                From = "Sauté",
                Change = new(1, new([new(Guid.CreateVersion7(), "bacon", ModifierKind.Extra, 2)], "well done")),
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

    /// <summary>What the kitchen knows of a card and its modifiers, and a program need not.</summary>
    private static JsonNode Unpromised(JsonNode card)
    {
        card.AsObject().Remove("acting");
        foreach (var modifier in card["lines"]!.AsArray().SelectMany(line => line!["modifiers"]!.AsArray().Concat(line["change"]!["was"]!["modifiers"]!.AsArray())))
        {
            modifier!.AsObject().Remove("id");
            modifier.AsObject().Remove("priceChange");
        }
        return card;
    }
}
