using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Reports;

namespace KitchenDisplay.Tests.Core.Reports;

public sealed class BusinessDaysTests
{
    private readonly Restaurant house = new() { Name = "House", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE", DayStarts = new(5, 0) };

    [Fact]
    public void A_night_belongs_to_the_day_before_and_the_clocks_may_change_within()
    {
        // 02:30 on the Monday after the clocks went back.
        var days = BusinessDays.Last(3, house, new(2026, 10, 26, 1, 30, 0, TimeSpan.Zero));

        Assert.Equal([new(2026, 10, 23), new(2026, 10, 24), new(2026, 10, 25)], days.Days);
        Assert.Equal([At(23, 3), At(24, 3), At(25, 4)], days.Bounds);

        static DateTime At(int day, int hour) => new(2026, 10, day, hour, 0, 0, DateTimeKind.Utc);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(100_000, BusinessDays.Most)]
    public void A_span_that_nobody_reads_is_cut(int asked, int given) => Assert.Equal(given, BusinessDays.Last(asked, house, DateTimeOffset.UnixEpoch.AddYears(50)).Days.Count);
}
