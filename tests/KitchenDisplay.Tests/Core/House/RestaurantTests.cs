using System.Globalization;
using KitchenDisplay.Core.House;

namespace KitchenDisplay.Tests.Core.House;

public sealed class RestaurantTests
{
    [Theory]
    // Berlin in summer is two hours ahead of UTC.
    [InlineData("Europe/Berlin", "2026-07-14T21:59:59Z", "2026-07-14")]
    [InlineData("Europe/Berlin", "2026-07-14T22:00:00Z", "2026-07-14")]
    [InlineData("Europe/Berlin", "2026-07-15T02:59:59Z", "2026-07-14")]
    [InlineData("Europe/Berlin", "2026-07-15T03:00:00Z", "2026-07-15")]
    // In the night of 29 March clocks go from 02:00 to 03:00, so that 05:00 is 03:00 UTC already.
    [InlineData("Europe/Berlin", "2026-03-29T02:59:59Z", "2026-03-28")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00Z", "2026-03-29")]
    // In the night of 25 October the hour from 02:00 comes twice: both belong to the evening before.
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-24")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-24")]
    [InlineData("Europe/Berlin", "2026-10-25T03:59:59Z", "2026-10-24")]
    [InlineData("Europe/Berlin", "2026-10-25T04:00:00Z", "2026-10-25")]
    // New year, far west and far east.
    [InlineData("Europe/Berlin", "2027-01-01T03:59:59Z", "2026-12-31")]
    [InlineData("America/Los_Angeles", "2026-07-15T11:59:59Z", "2026-07-14")]
    [InlineData("Pacific/Auckland", "2026-07-14T17:00:00Z", "2026-07-15")]
    // Santiago's clocks jump over midnight itself.
    [InlineData("America/Santiago", "2026-09-06T04:30:00Z", "2026-09-05")]
    public void A_business_day_lasts_until_five_in_the_morning_by_the_houses_clock(string zone, string moment, string day)
    {
        var house = House(zone);

        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), house.BusinessDay(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_house_that_starts_at_midnight_has_days_like_the_calendar()
    {
        var house = House("Europe/Berlin");
        house.DayStarts = TimeOnly.MinValue;

        Assert.Equal(new DateOnly(2026, 7, 15), house.BusinessDay(new(2026, 7, 14, 22, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void The_day_does_not_depend_on_the_offset_in_which_a_moment_is_written()
    {
        var moment = new DateTimeOffset(2026, 7, 15, 2, 59, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 7, 14), House("Europe/Berlin").BusinessDay(moment.ToOffset(TimeSpan.FromHours(14))));
    }

    [Theory]
    [InlineData("0.125", 2, "0.13")]
    [InlineData("0.135", 2, "0.14")]
    [InlineData("-0.125", 2, "-0.13")]
    [InlineData("12.5", 0, "13")]
    [InlineData("1.0005", 3, "1.001")]
    public void Halves_are_rounded_away_from_zero_to_the_currencys_decimals(string amount, int decimals, string rounded)
    {
        var house = House("Europe/Berlin");
        house.CurrencyDecimals = decimals;

        Assert.Equal(decimal.Parse(rounded, CultureInfo.InvariantCulture), house.Round(decimal.Parse(amount, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Money_is_written_as_the_house_writes_it()
    {
        var house = House("Europe/Berlin");
        house.Culture = "de-DE";

        Assert.Equal("1.234,50", house.Format(1234.5m));
    }

    private static Restaurant House(string zone) => new() { Name = "Glimmholz", TimeZone = zone, Currency = "EUR", Culture = "en-IE" };
}
