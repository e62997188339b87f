using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>A ticket as one wall shows it. Never changed: a change makes a new one.</summary>
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

    /// <summary>Since when it goes before all others; null when it does not.</summary>
    public required DateTimeOffset? RushedAt { get; init; }

    /// <summary>When the oldest of its open tasks was fired; null on a card that only waits to be fired.</summary>
    public required DateTimeOffset? FiredAt { get; init; }

    /// <summary>When the newest of its open tasks was fired: the card is new again when a course is fired.</summary>
    public required DateTimeOffset? NewAt { get; init; }

    /// <summary>When the first of its open tasks is due: cards stand in this order.</summary>
    public required DateTimeOffset? FirstDueAt { get; init; }

    /// <summary>When the latest of its open tasks is due.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>When the card is late.</summary>
    public required DateTimeOffset? LateAt { get; init; }

    /// <summary>Every allergy at the table, with its seat.</summary>
    public required IReadOnlyList<CardAllergy> Allergies { get; init; }

    /// <summary>Whether somebody here has yet to confirm an allergy.</summary>
    public required bool IsUnconfirmed { get; init; }
    public required IReadOnlyList<CardLine> Lines { get; init; }

    /// <summary>What of this ticket waits to be fired here.</summary>
    public required IReadOnlyList<HeldCourse> Held { get; init; }

    /// <summary>What was pushed from here to other stations, and is not done yet.</summary>
    public required IReadOnlyList<PushedAway> Away { get; init; }

    /// <summary>The stations that should show it and do not: this wall is their fallback.</summary>
    public required IReadOnlyList<string> NotOnScreenAt { get; init; }

    /// <summary>The stations that a touch on it acts on, as commands name them: the wall's own, and of those it falls back for the ones that it shows work of. Null for every station.</summary>
    public required IReadOnlyList<Guid>? Acting { get; init; }

    /// <summary>Whether every line here is ready.</summary>
    public bool IsReady => Lines.Count > 0 && Lines.All(l => l.State == CardLineState.Ready);

    /// <summary>Whether nothing of it is fired: it stands on the HELD rail.</summary>
    public bool IsHeld => Lines.Count == 0;

    /// <summary>Whether something was changed that nobody here has acknowledged.</summary>
    public bool IsChanged => Lines.Any(l => l.Change is not null);
}

/// <summary>An allergy of the guest at a seat.</summary>
public sealed record CardAllergy(Allergen Allergen, int Seat);

/// <summary>Portions of a course that are held.</summary>
/// <param name="Number">The course's number, by which it is fired.</param>
public sealed record HeldCourse(int Number, string Course, int Portions);

/// <summary>Portions that another station has been given.</summary>
public sealed record PushedAway(string Station, IReadOnlyList<Guid> LineIds);

/// <summary>How far a row of a card is.</summary>
public enum CardLineState
{
    /// <summary>An earlier station still works on all of it.</summary>
    Waiting,

    /// <summary>Fired, and nobody has begun.</summary>
    Fired,
    Cooking,
    Ready,

    /// <summary>Taken off after it was sent: to be bumped away.</summary>
    Void,
}

/// <summary>Equal portions in one row: "2 Ribeye S1 S3".</summary>
public sealed record CardLine
{
    /// <summary>The portions that are not yet ready come first: a touch acts on the first.</summary>
    public required IReadOnlyList<Guid> LineIds { get; init; }
    public int Quantity => LineIds.Count;

    /// <summary>The newest version among them: what a screen reports that it shows.</summary>
    public required int Version { get; init; }

    /// <summary>How many portions are ready.</summary>
    public required int Ready { get; init; }
    public required CardLineState State { get; init; }
    public required string Dish { get; init; }

    /// <summary>Such as "S1 S3" or "S1–4"; empty when the table shares it.</summary>
    public required string Seats { get; init; }
    public required string Course { get; init; }
    public required int CourseNumber { get; init; }
    public required IReadOnlyList<LineModifier> Modifiers { get; init; }
    public required string? Note { get; init; }

    /// <summary>What the guests of these portions must not be given.</summary>
    public required IReadOnlyList<Allergen> Allergies { get; init; }

    /// <summary>The other stations that work on it at the same time, or on a wall of all stations the ones that still do.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    /// <summary>The station that has to finish first, if it waits.</summary>
    public required string? WaitsFor { get; init; }

    /// <summary>The station that pushed it here; null if it belongs here.</summary>
    public required string? From { get; init; }

    /// <summary>What has changed and is not acknowledged here; null if nothing.</summary>
    public required CardChange? Change { get; init; }
}

/// <summary>A change that a station has yet to acknowledge.</summary>
/// <param name="Quantity">How many there were before, if some were added.</param>
/// <param name="Was">What the line said before, if that has changed; null for one that was added or taken off.</param>
public sealed record CardChange(int? Quantity, LineContent? Was);
