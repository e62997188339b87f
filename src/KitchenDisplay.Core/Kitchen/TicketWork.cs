using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What a station does to a ticket. Knows no database.</summary>
/// <param name="ticket">With all its lines and tasks.</param>
/// <param name="stationId">Null for every station.</param>
public sealed class TicketWork(Ticket ticket, Guid? stationId, Actor actor, DateTimeOffset now)
{
    /// <returns>How many tasks became ready.</returns>
    public int Ready(IEnumerable<Guid> lineIds)
    {
        var chosen = lineIds.ToHashSet();
        var tasks = Here().Where(t => chosen.Contains(t.LineId) && t.State is TaskState.Fired or TaskState.Started && MayBeDone(t)).ToList();
        foreach (var task in tasks)
        {
            task.State = TaskState.Ready;
            task.ReadyAt = now;
            task.ReadyBy = actor.PersonId;
        }
        return tasks.Count;
    }

    /// <returns>How many tasks were bumped.</returns>
    public int Bump(Guid bumpId)
    {
        var count = 0;
        // In the order of the steps: bumping one may be what makes the next one possible.
        foreach (var task in Here().Where(IsOpen).OrderBy(t => t.Step))
        {
            if (!MayBeDone(task)) continue;
            task.State = TaskState.Bumped;
            task.BumpedAt = now;
            task.BumpedBy = actor.PersonId;
            task.BumpId = bumpId;
            count++;
        }
        foreach (var line in ticket.Lines.Where(l => l.State == LineState.Fired && l.Tasks.All(t => t.State == TaskState.Bumped)))
        {
            line.State = LineState.Served;
            line.ServedAt = now;
        }
        return count;
    }

    /// <returns>How many tasks came back, each to the state that it had before.</returns>
    public int Recall(Guid? bumpId)
    {
        var tasks = ToRecall(bumpId).ToList();
        foreach (var task in tasks)
        {
            task.State = task.ReadyAt is not null ? TaskState.Ready : task.StartedAt is not null ? TaskState.Started : TaskState.Fired;
            task.BumpedAt = null;
            task.BumpedBy = null;
            task.BumpId = null;
        }
        foreach (var line in ticket.Lines.Where(l => l.State == LineState.Served && l.Tasks.Any(t => t.State != TaskState.Bumped)))
        {
            line.State = LineState.Fired;
            line.ServedAt = null;
        }
        return tasks.Count;
    }

    /// <summary>A station that has to finish an earlier step before this one can bump; null if none.</summary>
    public Guid? StationWaitedFor() =>
        Here().Where(IsOpen).SelectMany(Earlier).Where(t => t.State != TaskState.Bumped).Select(t => (Guid?)t.StationId).FirstOrDefault();

    /// <summary>A station that has bumped a later step of what would be recalled; null if none.</summary>
    public Guid? StationThatWentOn(Guid? bumpId) =>
        ToRecall(bumpId).SelectMany(Later).Where(t => t.State == TaskState.Bumped).Except(ToRecall(bumpId)).Select(t => (Guid?)t.StationId).FirstOrDefault();

    private IEnumerable<PrepTask> ToRecall(Guid? bumpId) => Here().Where(t => t.State == TaskState.Bumped && t.BumpId == bumpId);

    private IEnumerable<PrepTask> Here() => ticket.Lines.Where(l => l.State != LineState.Void).SelectMany(l => l.Tasks).Where(t => stationId is null || t.StationId == stationId);

    private bool MayBeDone(PrepTask task) => Earlier(task).All(t => t.State == TaskState.Bumped);

    private IEnumerable<PrepTask> Earlier(PrepTask task) => OfSameLine(task).Where(t => t.Step < task.Step);

    private IEnumerable<PrepTask> Later(PrepTask task) => OfSameLine(task).Where(t => t.Step > task.Step);

    private IEnumerable<PrepTask> OfSameLine(PrepTask task) => ticket.Lines.First(l => l.Id == task.LineId).Tasks;

    private static bool IsOpen(PrepTask task) => task.State is TaskState.Fired or TaskState.Started or TaskState.Ready;
}
