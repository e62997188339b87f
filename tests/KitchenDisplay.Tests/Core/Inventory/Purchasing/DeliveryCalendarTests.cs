using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Purchasing;

namespace KitchenDisplay.Tests.Core.Inventory.Purchasing;

public sealed class DeliveryCalendarTests
{
    private static readonly Restaurant house = new() { Name = "x", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };

    [Fact]
    public void Until_the_cut_off_it_comes_on_the_next_day_and_a_minute_later_on_the_one_after()
    {
        // 2026-07-13 is a Monday; Berlin is two hours ahead.
        var supplier = Supplier(new(18, 0), 1, DayOfWeek.Tuesday, DayOfWeek.Thursday);
        Assert.Equal(new(new(2026, 7, 14), At("2026-07-13T16:00Z")), Next(supplier, "2026-07-13T15:59Z"));
        Assert.Equal(new(new(2026, 7, 16), At("2026-07-15T16:00Z")), Next(supplier, "2026-07-13T16:00Z"));
    }

    [Fact]
    public void A_cut_off_after_midnight_belongs_to_the_business_day_that_is_still_on()
    {
        var supplier = Supplier(new(1, 0), 1);
        // Monday's service: at half past midnight of Tuesday one can still order for Tuesday.
        Assert.Equal(new(new(2026, 7, 14), At("2026-07-13T23:00Z")), Next(supplier, "2026-07-13T22:30Z"));
        Assert.Equal(new DateOnly(2026, 7, 15), Next(supplier, "2026-07-13T23:30Z").Day);
    }

    [Fact]
    public void Summer_time_ends_and_the_cut_off_stays_where_the_clocks_show_it()
    {
        var supplier = Supplier(new(18, 0), 1, DayOfWeek.Monday);
        Assert.Equal(At("2026-10-25T17:00Z"), Next(supplier, "2026-10-20T10:00Z").SendBy);
        Assert.Equal(At("2026-10-18T16:00Z"), Next(supplier, "2026-10-15T10:00Z").SendBy);
    }

    [Fact]
    public void On_a_day_on_which_they_do_not_come_there_is_nothing_to_wait_for() => Assert.Null(DeliveryCalendar.On(Supplier(new(18, 0), 1, DayOfWeek.Tuesday), house, new(2026, 7, 15)));

    private static DeliverySlot Next(Supplier supplier, string now) => DeliveryCalendar.From(supplier, house, At(now)).First();

    private static Supplier Supplier(TimeOnly cutOff, int daysBefore, params DayOfWeek[] days) => new() { Name = "x", CutOff = cutOff, DaysBefore = daysBefore, DeliveryDays = days };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
