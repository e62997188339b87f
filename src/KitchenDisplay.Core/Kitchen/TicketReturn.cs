using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>How what was done to a ticket comes back: undo and recall.</summary>
public sealed class TicketReturn(TicketAtStations at)
{
    /// <returns>How many tasks are as they were before that command.</returns>
    public int Undo(Guid doneId)
    {
        var count = Unbump(BumpedBy(doneId));
        foreach (var task in at.Everywhere.Where(t => t.ReadyId == doneId && t.State == TaskState.Ready))
        {
            (task.State, task.ReadyAt, task.ReadyBy, task.ReadyId) = (Begun(task), null, null, null);
            count++;
        }
        foreach (var task in at.Everywhere.Where(t => t.StartId == doneId && t.State == TaskState.Started))
        {
            (task.State, task.StartedAt, task.StartedBy, task.StartId) = (TaskState.Fired, null, null, null);
            count++;
        }
        return count;
    }

    /// <summary>Brings back what was bumped here, and what later stations have bumped of it.</summary>
    /// <param name="bumpId">What went together; null for everything.</param>
    /// <param name="restartAt">When the time starts anew; null if it goes on.</param>
    /// <returns>How many tasks came back.</returns>
    public int Recall(Guid? bumpId, DateTimeOffset? restartAt = null)
    {
        var tasks = ToRecall(bumpId);
        tasks = [.. tasks.Concat(tasks.SelectMany(at.Later).Where(t => t.State == TaskState.Bumped)).Distinct()];
        Unbump(tasks);
        if (restartAt is { } time) foreach (var task in tasks) StartAnew(task, time);
        return tasks.Count;
    }

    /// <summary>A station that has bumped a later step of what would be recalled; null if none.</summary>
    public Guid? BeyondRecall(Guid? bumpId) => at.StationBeyond(ToRecall(bumpId));

    /// <summary>A station that has bumped a later step of what would be undone; null if none.</summary>
    public Guid? BeyondUndo(Guid doneId) => at.StationBeyond(BumpedBy(doneId));

    // A line that was voided since is not cooked again.
    private List<PrepTask> ToRecall(Guid? bumpId) =>
        [.. at.Here.Where(t => t.State == TaskState.Bumped && (bumpId is null || t.BumpId == bumpId) && !at.IsVoid(t))];

    private List<PrepTask> BumpedBy(Guid doneId) => [.. at.Everywhere.Where(t => t.State == TaskState.Bumped && t.BumpId == doneId)];

    private int Unbump(List<PrepTask> tasks)
    {
        foreach (var task in tasks)
        {
            task.State = task.ReadyAt is not null ? TaskState.Ready : Begun(task);
            (task.BumpedAt, task.BumpedBy, task.BumpId) = (null, null, null);
        }
        foreach (var line in at.Ticket.Lines.Where(l => l.State == LineState.Served && l.Tasks.Any(t => t.State != TaskState.Bumped)))
            (line.State, line.ServedAt) = (LineState.Fired, null);
        return tasks.Count;
    }

    private void StartAnew(PrepTask task, DateTimeOffset time)
    {
        (task.State, task.StartedAt, task.StartedBy, task.StartId) = (TaskState.Fired, null, null, null);
        (task.ReadyAt, task.ReadyBy, task.ReadyId) = (null, null, null);
        task.FiredAt = time;
        LineWork.Plan(task, at.LineOf(task), time);
    }

    private static TaskState Begun(PrepTask task) => task.StartedAt is not null ? TaskState.Started : TaskState.Fired;
}
