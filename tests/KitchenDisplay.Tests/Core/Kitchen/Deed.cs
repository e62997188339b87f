using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>A touch, meant for a ticket as it is now: what the command says.</summary>
/// <param name="At">The stations of the wall; null for every station.</param>
/// <param name="Place">Of the line on the ticket, from 0.</param>
/// <param name="Modifiers">The line's.</param>
/// <param name="DoneId">What an undo takes back.</param>
public sealed record Deed(Guid Id, Key Key, IReadOnlyList<Guid>? At, int Place, Guid Line, IReadOnlyList<Guid> Modifiers, Guid Station, Guid DoneId, int What)
{
    /// <summary>There are courses 1 and 2.</summary>
    public int Course => 1 + What % 2;

    public string? Note => What == 0 ? null : $"note {What}";

    /// <summary>Whether an undo has to bring back exactly what was before.</summary>
    public bool IsUndoable => Key is Key.Start or Key.Ready or Key.ReadyAndLeave or Key.Bump;

    /// <param name="done">What was done before, the latest last.</param>
    public static Deed Of(Press press, Ticket ticket, IReadOnlyList<Guid> stations, IReadOnlyList<Guid>? at, IReadOnlyList<Guid> done)
    {
        var place = press.Line % ticket.Lines.Count;
        var doneId = press.What < done.Count ? done[^(press.What + 1)] : Guid.Empty;
        var line = ticket.Lines.OrderBy(l => l.Position).ElementAt(place);
        return new(Guid.CreateVersion7(), press.Key, at, place, line.Id, [.. line.Modifiers.Select(m => m.Id)], stations[press.What], doneId, press.What);
    }
}
