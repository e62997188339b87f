namespace KitchenDisplay.Client;

/// <summary>One ticket as a station sees it: only the lines that it has to prepare.</summary>
/// <param name="TicketId">The same at every station, and after a reconnect.</param>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Table">Where it goes: the names of the tables, the name of the tab, or the guest's name.</param>
/// <param name="Covers">How many guests eat.</param>
/// <param name="Waiter">Who sent it.</param>
/// <param name="FiredAt">When its first line was fired.</param>
/// <param name="DueAt">When the last of its open tasks should be done.</param>
/// <param name="Allergies">Of the guests of this order. Never to be left off a print.</param>
/// <param name="Lines">Equal portions stand together as one line.</param>
public sealed record KitchenCard(
    Guid TicketId,
    long Number,
    string Table,
    int Covers,
    string Waiter,
    DateTimeOffset FiredAt,
    DateTimeOffset? DueAt,
    KitchenAllergy[] Allergies,
    KitchenLine[] Lines);

/// <summary>What a guest must not eat.</summary>
/// <param name="Allergen">Its name in the restaurant's language.</param>
/// <param name="Seat">The guest's seat; null when only the table is known.</param>
public sealed record KitchenAllergy(string Allergen, int? Seat);

/// <summary>Equal portions of a dish.</summary>
/// <param name="LineIds">One for each portion.</param>
/// <param name="Quantity">How many portions.</param>
/// <param name="Dish">The dish's name for the kitchen.</param>
/// <param name="Seats">For whom, such as "S1 S3"; empty when the table shares.</param>
/// <param name="Course">The course's name.</param>
/// <param name="Modifiers">What the guest wants otherwise.</param>
/// <param name="Note">What the waiter wrote.</param>
/// <param name="State">Waiting (for an earlier station), Cooking or Ready.</param>
/// <param name="Allergies">Allergens of the card that concern this line.</param>
public sealed record KitchenLine(
    Guid[] LineIds,
    int Quantity,
    string Dish,
    string Seats,
    string Course,
    KitchenModifier[] Modifiers,
    string? Note,
    string State,
    string[] Allergies);

/// <summary>One wish about a dish.</summary>
/// <param name="Name">Such as "medium rare", or for a No what is left out: "onion".</param>
/// <param name="Kind">Option, Extra or No.</param>
public sealed record KitchenModifier(string Name, string Kind);
