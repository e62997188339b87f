using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>How work on a ticket goes to another station and comes back.</summary>
public sealed class TicketHandover(TicketAtStations at)
{
    /// <returns>How many tasks went over.</returns>
    /// <exception cref="Refusal">The other station already works on one of the portions.</exception>
    public int Push(IEnumerable<Guid> lineIds, Guid toStation)
    {
        var tasks = at.Of(lineIds).Where(t => at.Has(t.StationId) && MayMove(t) && t.StationId != toStation).ToList();
        if (tasks.Exists(t => at.LineOf(t).Tasks.Any(o => o.StationId == toStation && o.Step == t.Step)))
            throw new Refusal("That station already works on the same portion. Choose another one.");
        foreach (var task in tasks) Move(task, toStation);
        return tasks.Count;
    }

    /// <returns>How many tasks came back.</returns>
    public int Pull(IEnumerable<Guid> lineIds)
    {
        var tasks = at.Of(lineIds).Where(t => t.HomeStationId is { } home && at.Has(home) && MayMove(t)).ToList();
        foreach (var task in tasks) Move(task, task.HomeStationId!.Value);
        return tasks.Count;
    }

    private bool MayMove(PrepTask task) => task.State is TaskState.Held or TaskState.Fired or TaskState.Started && !at.IsVoid(task);

    // Whoever gets it has neither begun nor confirmed anything.
    private static void Move(PrepTask task, Guid toStation)
    {
        var home = task.HomeStationId ?? task.StationId;
        (task.HomeStationId, task.StationId, task.AllergiesSeen) = (home == toStation ? null : home, toStation, []);
        if (task.State == TaskState.Started) (task.State, task.StartedAt, task.StartedBy, task.StartId) = (TaskState.Fired, null, null, null);
    }
}
