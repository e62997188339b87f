using KitchenDisplay.Core.House;

namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>How a check stands.</summary>
public enum CheckState
{
    /// <summary>It is not time yet.</summary>
    Later,
    Due,

    /// <summary>Its time is over and nobody has looked; today it can still be done.</summary>
    Overdue,

    /// <summary>The business day is over and nobody has looked.</summary>
    Missed,
    Done,

    /// <summary>Somebody has looked, long after the time.</summary>
    DoneLate,
}

/// <summary>A look at a thermometer that is or was due.</summary>
/// <param name="Reading">The one that answers it and holds; null when nobody has looked.</param>
public sealed record TemperatureCheck(Guid PointId, DateTimeOffset DueAt, decimal? Min, decimal? Max, TemperatureReading? Reading, CheckState State);

/// <summary>Which checks a business day has, and how they stand. Knows no database.</summary>
public static class TemperatureChecks
{
    /// <summary>How long before its time a check may be done.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>How long after its time a check is still in time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>The checks of a point on a business day, in their order.</summary>
    /// <param name="readings">Of the point; superseded ones are left aside.</param>
    public static IReadOnlyList<TemperatureCheck> Of(TemperaturePoint point, Restaurant house, DateOnly day, IReadOnlyCollection<TemperatureReading> readings, DateTimeOffset now)
    {
        var superseded = readings.Select(r => r.SupersedesId).OfType<Guid>().ToHashSet();
        var hold = readings.Where(r => r.DueAt is not null && !superseded.Contains(r.Id)).GroupBy(r => r.DueAt!.Value).ToDictionary(g => g.Key, g => g.MaxBy(r => r.At)!);
        // Each plan holds from its moment until the next one begins.
        var plans = point.Plans.OrderBy(p => p.Since).ToList();
        return [.. plans.SelectMany((plan, i) => plan.Times
            .Select(time => house.MomentOf(day, time)).Where(at => at >= plan.Since && (i + 1 == plans.Count || at < plans[i + 1].Since))
            .Select(at => new TemperatureCheck(point.Id, at, plan.Min, plan.Max, hold.GetValueOrDefault(at), State(at, hold.TryGetValue(at, out var held) ? Looked(held, readings) : null, house, now)))).OrderBy(c => c.DueAt)];
    }

    /// <summary>The check that a look at this moment answers: the last one whose time has come, if nobody has looked.</summary>
    public static TemperatureCheck? Answered(IReadOnlyList<TemperatureCheck> today, DateTimeOffset now) =>
        today.LastOrDefault(c => c.State != CheckState.Later || now >= c.DueAt - Early) is { Reading: null } check ? check : null;

    /// <summary>When somebody first looked: whoever corrects a reading later was not late.</summary>
    private static DateTimeOffset Looked(TemperatureReading reading, IReadOnlyCollection<TemperatureReading> readings) =>
        readings.FirstOrDefault(r => r.Id == reading.SupersedesId) is { } before ? Looked(before, readings) : reading.At;

    private static CheckState State(DateTimeOffset dueAt, DateTimeOffset? looked, Restaurant house, DateTimeOffset now) =>
        looked is { } at ? (at > dueAt + Grace ? CheckState.DoneLate : CheckState.Done)
        : now >= house.DayEnds(dueAt) ? CheckState.Missed
        : now > dueAt + Grace ? CheckState.Overdue
        : now >= dueAt - Early ? CheckState.Due
        : CheckState.Later;
}
