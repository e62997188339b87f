using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>A ticket as one station's wall shows it. Never changed: a change makes a new one.</summary>
public sealed record Card
{
    public required Guid TicketId { get; init; }
    public required Guid OrderId { get; init; }
    public required long Number { get; init; }

    /// <summary>Table, tab or guest.</summary>
    public required string Table { get; init; }
    public required OrderKind Kind { get; init; }
    public required DateTimeOffset? PromisedAt { get; init; }
    public required int Covers { get; init; }
    public required string Waiter { get; init; }

    /// <summary>When the oldest of its open tasks was fired.</summary>
    public required DateTimeOffset FiredAt { get; init; }

    /// <summary>When the latest of its open tasks is due.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Every allergy at the table, with its seat.</summary>
    public required IReadOnlyList<CardAllergy> Allergies { get; init; }
    public required IReadOnlyList<CardLine> Lines { get; init; }

    /// <summary>What of this ticket waits to be fired at this station.</summary>
    public required IReadOnlyList<HeldCourse> Held { get; init; }

    /// <summary>Whether every line here is ready.</summary>
    public bool IsReady => Lines.All(l => l.State == CardLineState.Ready);
}

/// <summary>An allergy of the guest at a seat.</summary>
public sealed record CardAllergy(Allergen Allergen, int Seat);

/// <summary>Portions of a course that are held.</summary>
public sealed record HeldCourse(string Course, int Portions);

/// <summary>How far a row of a card is.</summary>
public enum CardLineState
{
    /// <summary>An earlier station still works on all of it.</summary>
    Waiting,
    Cooking,
    Ready,
}

/// <summary>Equal portions in one row: "2 Ribeye S1 S3".</summary>
public sealed record CardLine
{
    /// <summary>The portions that are not yet ready come first: a touch acts on the first.</summary>
    public required IReadOnlyList<Guid> LineIds { get; init; }
    public int Quantity => LineIds.Count;

    /// <summary>How many portions are ready.</summary>
    public required int Ready { get; init; }
    public required CardLineState State { get; init; }
    public required string Dish { get; init; }

    /// <summary>Such as "S1 S3" or "S1–4"; empty when the table shares it.</summary>
    public required string Seats { get; init; }
    public required string Course { get; init; }
    public required IReadOnlyList<LineModifier> Modifiers { get; init; }
    public required string? Note { get; init; }

    /// <summary>What the guests of these portions must not be given.</summary>
    public required IReadOnlyList<Allergen> Allergies { get; init; }

    /// <summary>The other stations that work on it at the same time, or on a wall of all stations the ones that still do.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    /// <summary>The station that has to finish first, if it waits.</summary>
    public required string? WaitsFor { get; init; }
}
