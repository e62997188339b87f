using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>When a task is DUE and when it is LATE.</summary>
public sealed class Timers(IReadOnlyCollection<TimerRule> rules)
{
    /// <summary>How long after DUE something is LATE where no rule says otherwise.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);

    public static readonly Timers Usual = new([]);

    /// <param name="task">Fired.</param>
    public (DateTimeOffset Due, DateTimeOffset Late) For(TaskView task, OrderView order)
    {
        var fired = task.FiredAt!.Value;
        // A guest who collects at seven is not served well at six.
        if (order.Kind == OrderKind.TakeAway && order.PromisedAt is { } promised) return (promised, promised + LateAfter);
        if (RuleFor(task.StationId, order.Kind.ToString()) is { } rule) return (fired.AddMinutes(rule.DueMinutes), fired.AddMinutes(rule.LateMinutes));
        var due = task.DueAt!.Value;
        return (due, due + LateAfter);
    }

    // What says more counts: a rule for the station before one for all, and of two such the one that names the kind.
    private TimerRule? RuleFor(Guid station, string kind) => rules
        .Where(r => (r.StationId ?? station) == station && (r.OrderKind ?? kind) == kind)
        .OrderByDescending(r => r.StationId is not null).ThenByDescending(r => r.OrderKind is not null).FirstOrDefault();
}
