using KitchenDisplay.Core.Kitchen;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>A touch on a row of a card.</summary>
/// <param name="All">True for every portion of the row, false for the next one.</param>
public sealed record RowTouch(Card Card, CardLine Line, bool All);

/// <summary>What came of a touch.</summary>
/// <param name="Problem">What to tell the cook; null when there is nothing to say.</param>
/// <param name="Undo">How it can be taken back, if it can.</param>
/// <param name="CanBeConfirmed">Whether it would be done if the cook says that this is meant.</param>
public sealed record Told(string? Problem, UndoOffer? Undo = null, bool CanBeConfirmed = false);

/// <summary>Something that was just done and can be undone.</summary>
/// <param name="DoneId">The command that did it.</param>
/// <param name="Words">What was done, with the ticket's name.</param>
public sealed record UndoOffer(Guid DoneId, Guid TicketId, string Words);

/// <summary>What a single key says of the chosen ticket.</summary>
public enum CardCall
{
    Hold,
    Fire,
    Rush,
}

/// <summary>A key and the ticket that was chosen.</summary>
public sealed record CalledCard(Card Card, CardCall Call);
