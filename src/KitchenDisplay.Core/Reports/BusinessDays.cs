using KitchenDisplay.Core.House;

namespace KitchenDisplay.Core.Reports;

/// <summary>The last business days of a house, this one last, and the moments at which they began.</summary>
/// <param name="Bounds">As many as there are days: what lies between the n-th and the next belongs to the n-th day.</param>
public sealed record BusinessDays(IReadOnlyList<DateOnly> Days, DateTime[] Bounds)
{
    /// <summary>More nobody reads day by day.</summary>
    public const int Most = 92;

    public static BusinessDays Last(int count, Restaurant house, DateTimeOffset now)
    {
        var today = house.BusinessDay(now);
        DateOnly[] days = [.. Enumerable.Range(0, Math.Clamp(count, 1, Most)).Reverse().Select(back => today.AddDays(-back))];
        return new(days, [.. days.Select(day => house.MomentOf(day, house.DayStarts).UtcDateTime)]);
    }
}
