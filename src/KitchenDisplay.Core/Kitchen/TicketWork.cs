using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What stations do to a ticket: start, ready, bump.</summary>
public sealed class TicketWork(TicketAtStations at, Stamp stamp)
{
    /// <returns>How many tasks were started.</returns>
    /// <exception cref="Refusal">Something that the cook has not seen stands in the way; so do the others.</exception>
    public int Start(IEnumerable<Guid> lineIds)
    {
        var tasks = at.Of(lineIds).Where(t => at.Has(t.StationId) && t.State == TaskState.Fired && at.MayBeDone(t) && !at.IsVoid(t)).ToList();
        RefuseUnseen(tasks);
        foreach (var task in tasks) (task.State, task.StartedAt, task.StartedBy, task.StartId) = (TaskState.Started, stamp.Now, stamp.PersonId, stamp.CommandId);
        return tasks.Count;
    }

    /// <returns>How many tasks became ready.</returns>
    public int Ready(IEnumerable<Guid> lineIds)
    {
        var tasks = at.Of(lineIds).Where(t => at.Has(t.StationId) && t.State is TaskState.Fired or TaskState.Started && at.MayBeDone(t) && !at.IsVoid(t)).ToList();
        RefuseUnseen(tasks);
        foreach (var task in tasks) (task.State, task.ReadyAt, task.ReadyBy, task.ReadyId) = (TaskState.Ready, stamp.Now, stamp.PersonId, stamp.CommandId);
        return tasks.Count;
    }

    /// <summary>Whether these stations have nothing left to do for the ticket but to let it go.</summary>
    public bool IsReady() => at.Open.All(t => t.State == TaskState.Ready && !at.IsVoid(t));

    /// <returns>How many tasks were bumped; those of void lines with them.</returns>
    public int Bump()
    {
        // In the order of the steps: bumping one may be what makes the next one possible.
        var tasks = at.Open.OrderBy(t => t.Step).ToList();
        RefuseUnseen(tasks.Where(task => at.Earlier(task).All(t => t.State == TaskState.Bumped || tasks.Contains(t))));
        var count = 0;
        foreach (var task in tasks)
        {
            if (!at.MayBeDone(task)) continue;
            BumpOne(task);
            count++;
        }
        foreach (var line in at.Ticket.Lines.Where(l => l.State == LineState.Fired && l.Tasks.All(t => t.State == TaskState.Bumped)))
            (line.State, line.ServedAt) = (LineState.Served, stamp.Now);
        return count;
    }

    /// <summary>A station that has to finish an earlier step before this one can bump; null if none.</summary>
    public Guid? StationWaitedFor() =>
        at.Open.SelectMany(at.Earlier).Where(t => t.State != TaskState.Bumped).Select(t => (Guid?)t.StationId).FirstOrDefault();

    /// <returns>How many tasks now know the newest version of their line; those of void lines are bumped with it.</returns>
    public int Acknowledge(IEnumerable<Guid> lineIds)
    {
        var tasks = at.Of(lineIds).Where(t => at.Has(t.StationId) && t.State != TaskState.Bumped && at.IsUnseen(t)).ToList();
        foreach (var task in tasks)
        {
            // What is void stays unseen: an undo brings it back as it was.
            if (at.IsVoid(task)) BumpOne(task);
            else task.SeenVersion = at.LineOf(task).Version;
        }
        return tasks.Count;
    }

    /// <returns>For how many tasks an allergy was confirmed that was not before.</returns>
    public int ConfirmAllergies()
    {
        var tasks = at.Here.Where(t => t.State != TaskState.Bumped && at.IsUnconfirmed(t)).ToList();
        foreach (var task in tasks) task.AllergiesSeen = [.. at.AllergiesOf(task).Order()];
        return tasks.Count;
    }

    // What has changed, or what a guest must not eat, is never cooked over: not seen, not done.
    private void RefuseUnseen(IEnumerable<PrepTask> tasks)
    {
        var reasons = new List<Sentence>();
        foreach (var task in tasks.Where(t => !at.IsVoid(t)))
        {
            if (at.IsUnseen(task)) reasons.Add(new("{0} has changed. Touch it to say that you have seen it.", at.LineOf(task).DishName));
            if (at.IsUnconfirmed(task)) reasons.Add(new("Ticket {0} has an allergy that is not confirmed yet. Touch its banner first.", at.Ticket.Number));
        }
        if (reasons.Count > 0) throw new Refusal([.. reasons.DistinctBy(r => r.ToString())]);
    }

    private void BumpOne(PrepTask task) =>
        (task.State, task.BumpedAt, task.BumpedBy, task.BumpId) = (TaskState.Bumped, stamp.Now, stamp.PersonId, stamp.CommandId);
}
