namespace KitchenDisplay.Client;

/// <summary>One ticket as a station sees it: only the lines that it has to prepare.</summary>
/// <param name="TicketId">The same at every station, and after a reconnect.</param>
/// <param name="OrderId">The party that it is for.</param>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Table">Where it goes: the names of the tables, the name of the tab, or the guest's name.</param>
/// <param name="Kind">Table, Tab or TakeAway.</param>
/// <param name="PromisedAt">When a take-away is to be ready.</param>
/// <param name="Covers">How many guests eat.</param>
/// <param name="Waiter">Who sent it.</param>
/// <param name="FiredAt">When the oldest of its open tasks was fired.</param>
/// <param name="DueAt">When the latest of its open tasks is due.</param>
/// <param name="Allergies">Of the guests at this table. Never to be left off a print.</param>
/// <param name="Lines">Equal portions stand together as one line.</param>
/// <param name="Held">What of this ticket waits to be fired at this station.</param>
/// <param name="IsReady">Whether every line here is ready.</param>
public sealed record KitchenCard(
    Guid TicketId,
    Guid OrderId,
    long Number,
    string Table,
    string Kind,
    DateTimeOffset? PromisedAt,
    int Covers,
    string Waiter,
    DateTimeOffset FiredAt,
    DateTimeOffset? DueAt,
    KitchenAllergy[] Allergies,
    KitchenLine[] Lines,
    KitchenHeldCourse[] Held,
    bool IsReady);

/// <summary>What the guest at a seat must not be given.</summary>
/// <param name="Allergen">One of the 14 of the EU, by its English name, such as Nuts.</param>
/// <param name="Seat">The guest's seat, from 1.</param>
public sealed record KitchenAllergy(string Allergen, int Seat);

/// <summary>Equal portions of a dish.</summary>
/// <param name="LineIds">One for each portion.</param>
/// <param name="Quantity">How many portions.</param>
/// <param name="Ready">How many of them are ready.</param>
/// <param name="State">Waiting (for an earlier station), Cooking or Ready.</param>
/// <param name="Dish">The dish's name for the kitchen.</param>
/// <param name="Seats">For whom, such as "S1 S3"; empty when the table shares.</param>
/// <param name="Course">The course's name.</param>
/// <param name="Modifiers">What the guest wants otherwise.</param>
/// <param name="Note">What the waiter wrote.</param>
/// <param name="Allergies">What the guests of these portions must not be given.</param>
/// <param name="Also">Other stations that work on it at the same time.</param>
/// <param name="WaitsFor">The station that has to finish first, if it waits.</param>
public sealed record KitchenLine(
    Guid[] LineIds,
    int Quantity,
    int Ready,
    string State,
    string Dish,
    string Seats,
    string Course,
    KitchenModifier[] Modifiers,
    string? Note,
    string[] Allergies,
    string[] Also,
    string? WaitsFor);

/// <summary>One wish about a dish.</summary>
/// <param name="Name">Such as "medium rare" or "onions".</param>
/// <param name="Kind">Option, Extra or No.</param>
public sealed record KitchenModifier(string Name, string Kind);

/// <summary>Portions of a course that wait to be fired.</summary>
public sealed record KitchenHeldCourse(string Course, int Portions);
