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
/// <param name="RushedAt">Since when it goes before all others; null when it does not.</param>
/// <param name="FiredAt">When the oldest of its open tasks was fired; null on a card that only waits to be fired.</param>
/// <param name="NewAt">When the newest of its open tasks was fired.</param>
/// <param name="FirstDueAt">When the first of its open tasks is due: cards stand in this order.</param>
/// <param name="DueAt">When the latest of its open tasks is due.</param>
/// <param name="LateAt">When the card is late.</param>
/// <param name="Allergies">Of the guests at this table. Never to be left off a print.</param>
/// <param name="IsUnconfirmed">Whether somebody at this station has yet to confirm an allergy.</param>
/// <param name="Lines">Equal portions stand together as one line.</param>
/// <param name="Held">What of this ticket waits to be fired at this station.</param>
/// <param name="Away">What was pushed from here to other stations, and is not done yet.</param>
/// <param name="NotOnScreenAt">The stations that should show it and do not: this one is their fallback.</param>
/// <param name="IsReady">Whether every line here is ready.</param>
/// <param name="IsHeld">Whether nothing of it is fired.</param>
/// <param name="IsChanged">Whether something was changed that nobody here has acknowledged.</param>
public sealed record KitchenCard(
    Guid TicketId,
    Guid OrderId,
    long Number,
    string Table,
    string Kind,
    DateTimeOffset? PromisedAt,
    int Covers,
    string Waiter,
    DateTimeOffset? RushedAt,
    DateTimeOffset? FiredAt,
    DateTimeOffset? NewAt,
    DateTimeOffset? FirstDueAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? LateAt,
    KitchenAllergy[] Allergies,
    bool IsUnconfirmed,
    KitchenLine[] Lines,
    KitchenHeldCourse[] Held,
    KitchenPushedAway[] Away,
    string[] NotOnScreenAt,
    bool IsReady,
    bool IsHeld,
    bool IsChanged);

/// <summary>What the guest at a seat must not be given.</summary>
/// <param name="Allergen">One of the 14 of the EU, by its English name, such as Nuts.</param>
/// <param name="Seat">The guest's seat, from 1.</param>
public sealed record KitchenAllergy(string Allergen, int Seat);

/// <summary>Equal portions of a dish.</summary>
/// <param name="LineIds">One for each portion.</param>
/// <param name="Quantity">How many portions.</param>
/// <param name="Version">The newest version among them: it grows with each change after the send.</param>
/// <param name="Ready">How many of them are ready.</param>
/// <param name="State">Waiting (for an earlier station), Fired, Cooking, Ready or Void.</param>
/// <param name="Dish">The dish's name for the kitchen.</param>
/// <param name="Seats">For whom, such as "S1 S3"; empty when the table shares.</param>
/// <param name="Course">The course's name.</param>
/// <param name="CourseNumber">The course's number.</param>
/// <param name="Modifiers">What the guest wants otherwise.</param>
/// <param name="Note">What the waiter wrote.</param>
/// <param name="Allergies">What the guests of these portions must not be given.</param>
/// <param name="Also">Other stations that work on it at the same time.</param>
/// <param name="WaitsFor">The station that has to finish first, if it waits.</param>
/// <param name="From">The station that pushed it here; null if it belongs here.</param>
/// <param name="Change">What has changed and is not acknowledged here; null if nothing.</param>
public sealed record KitchenLine(
    Guid[] LineIds,
    int Quantity,
    int Version,
    int Ready,
    string State,
    string Dish,
    string Seats,
    string Course,
    int CourseNumber,
    KitchenModifier[] Modifiers,
    string? Note,
    string[] Allergies,
    string[] Also,
    string? WaitsFor,
    string? From,
    KitchenChange? Change);

/// <summary>One wish about a dish.</summary>
/// <param name="Name">Such as "medium rare" or "onions".</param>
/// <param name="Kind">Option, Extra or No.</param>
public sealed record KitchenModifier(string Name, string Kind);

/// <summary>A change that the station has yet to acknowledge.</summary>
/// <param name="Quantity">How many there were before, if some were added.</param>
/// <param name="Was">What the line said before, if that has changed; null for one that was added or taken off.</param>
public sealed record KitchenChange(int? Quantity, KitchenLineContent? Was);

/// <summary>What a line said.</summary>
public sealed record KitchenLineContent(KitchenModifier[] Modifiers, string? Note);

/// <summary>Portions of a course that wait to be fired.</summary>
/// <param name="Number">The course's number, by which it is fired.</param>
public sealed record KitchenHeldCourse(int Number, string Course, int Portions);

/// <summary>Portions that another station has been given.</summary>
public sealed record KitchenPushedAway(string Station, Guid[] LineIds);
