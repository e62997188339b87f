using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>A ticket, looked at from some stations. Knows no database.</summary>
/// <param name="ticket">With all its lines and tasks.</param>
/// <param name="guests">The guests of the order who have allergies.</param>
/// <param name="stationIds">Null for every station.</param>
public sealed class TicketAtStations(Ticket ticket, IReadOnlyCollection<Guest> guests, IEnumerable<Guid>? stationIds)
{
    private readonly HashSet<Guid>? stations = stationIds?.ToHashSet();

    public Ticket Ticket { get; } = ticket;

    internal IEnumerable<PrepTask> Everywhere => Ticket.Lines.SelectMany(l => l.Tasks);

    internal IEnumerable<PrepTask> Here => Everywhere.Where(t => Has(t.StationId));

    internal IEnumerable<PrepTask> Open => Here.Where(t => t.IsOpen);

    internal bool Has(Guid station) => stations?.Contains(station) != false;

    internal IEnumerable<PrepTask> Of(IEnumerable<Guid> lineIds)
    {
        var chosen = lineIds.ToHashSet();
        return Everywhere.Where(t => chosen.Contains(t.LineId));
    }

    internal Line LineOf(PrepTask task) => Ticket.Lines.First(l => l.Id == task.LineId);

    internal bool IsVoid(PrepTask task) => LineOf(task).State == LineState.Void;

    internal bool IsUnseen(PrepTask task) => task.SeenVersion < LineOf(task).Version;

    internal IEnumerable<PrepTask> Earlier(PrepTask task) => LineOf(task).Tasks.Where(t => t.Step < task.Step);

    internal IEnumerable<PrepTask> Later(PrepTask task) => LineOf(task).Tasks.Where(t => t.Step > task.Step);

    /// <summary>Whether nobody has to finish first. Nobody waits for a void line: each station takes it off for itself.</summary>
    internal bool MayBeDone(PrepTask task) => IsVoid(task) || Earlier(task).All(t => t.State == TaskState.Bumped);

    internal IEnumerable<Allergen> AllergiesOf(PrepTask task) => Guest.AllergiesAt(LineOf(task).Seat, guests);

    internal bool IsUnconfirmed(PrepTask task) => AllergiesOf(task).Except(task.AllergiesSeen).Any();

    /// <summary>A station that has bumped what follows on one of these; null if none. On a void line nothing follows.</summary>
    internal Guid? StationBeyond(IReadOnlyCollection<PrepTask> tasks) =>
        tasks.Where(t => !IsVoid(t)).SelectMany(Later).Where(t => t.State == TaskState.Bumped).Except(tasks).Select(t => (Guid?)t.StationId).FirstOrDefault();
}
