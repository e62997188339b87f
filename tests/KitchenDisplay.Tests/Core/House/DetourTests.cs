using System.Globalization;
using KitchenDisplay.Core.House;

namespace KitchenDisplay.Tests.Core.House;

public sealed class DetourTests
{
    private static readonly Guid Fries = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();

    private readonly Detour detour = new() { FromStationId = Fry, ToStationId = Guid.CreateVersion7() };

    [Fact]
    public void Without_conditions_it_fits_everything_of_its_station_and_nothing_else()
    {
        Assert.True(detour.Fits(Fries, Fry, "Table", new(12, 0)));
        Assert.False(detour.Fits(Fries, detour.ToStationId, "Table", new(12, 0)));
    }

    [Fact]
    public void It_may_be_meant_for_one_dish_and_one_kind_of_order()
    {
        (detour.DishId, detour.OrderKind) = (Fries, "TakeAway");

        Assert.True(detour.Fits(Fries, Fry, "TakeAway", new(12, 0)));
        Assert.False(detour.Fits(Fries, Fry, "Table", new(12, 0)));
        Assert.False(detour.Fits(Guid.CreateVersion7(), Fry, "TakeAway", new(12, 0)));
    }

    [Theory]
    [InlineData("12:00", "15:00", "11:59", false)]
    [InlineData("12:00", "15:00", "12:00", true)]
    [InlineData("12:00", "15:00", "14:59", true)]
    [InlineData("12:00", "15:00", "15:00", false)]
    [InlineData("22:00", "02:00", "21:59", false)]
    [InlineData("22:00", "02:00", "23:30", true)]
    [InlineData("22:00", "02:00", "00:00", true)]
    [InlineData("22:00", "02:00", "01:59", true)]
    [InlineData("22:00", "02:00", "02:00", false)]
    [InlineData("22:00", "02:00", "12:00", false)]
    public void It_may_count_at_some_time_of_the_day_only_also_across_midnight(string from, string to, string at, bool fits)
    {
        (detour.FromTime, detour.ToTime) = (Time(from), Time(to));

        Assert.Equal(fits, detour.Fits(Fries, Fry, "Table", Time(at)));
    }

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
