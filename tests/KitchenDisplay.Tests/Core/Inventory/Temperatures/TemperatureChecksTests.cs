using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Temperatures;

namespace KitchenDisplay.Tests.Core.Inventory.Temperatures;

public sealed class TemperatureChecksTests
{
    private static readonly Restaurant house = new() { Name = "Test", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };
    private static readonly DateOnly day = new(2026, 7, 14);
    private static readonly TimeOnly morning = new(8, 0), night = new(1, 30);

    [Theory]
    [InlineData("07:29", CheckState.Later)]
    [InlineData("07:30", CheckState.Due)]
    [InlineData("09:00", CheckState.Due)]
    [InlineData("09:01", CheckState.Overdue)]
    [InlineData("23:59", CheckState.Overdue)]
    public void A_check_is_due_for_a_while_and_then_overdue(string now, CheckState state) =>
        Assert.Equal(state, TemperatureChecks.Of(Point(new(2026, 1, 1), morning), house, day, [], At(now)).Single().State);

    [Fact]
    public void The_day_after_it_is_missed_and_after_midnight_it_is_still_the_same_day()
    {
        var point = Point(new(2026, 1, 1), morning, night);

        var checks = TemperatureChecks.Of(point, house, day, [], At("08:00").AddDays(1));

        Assert.Equal([(At("08:00"), CheckState.Missed), (At("01:30").AddDays(1), CheckState.Missed)], checks.Select(c => (c.DueAt, c.State)));
    }

    [Fact]
    public void A_plan_that_changes_changes_nothing_of_what_was_due_before()
    {
        var point = Point(At("07:00").AddDays(-1), [morning]);
        point.Plans.Add(new TemperaturePlan { Since = At("12:00"), Max = 3, Times = [new(9, 0), new(18, 0)] });

        Assert.Equal([(At("08:00"), 5m), (At("18:00"), 3m)], TemperatureChecks.Of(point, house, day, [], At("12:00")).Select(c => (c.DueAt, c.Max!.Value)));
    }

    [Fact]
    public void A_look_answers_the_last_check_whose_time_has_come_and_only_once()
    {
        var point = Point(new(2026, 1, 1), morning, new TimeOnly(14, 0));
        TemperatureCheck? Answered(string now, params TemperatureReading[] readings) => TemperatureChecks.Answered(TemperatureChecks.Of(point, house, day, readings, At(now)), At(now));

        Assert.Null(Answered("07:00"));
        Assert.Equal(At("08:00"), Answered("11:00")!.DueAt);
        Assert.Equal(At("14:00"), Answered("13:40")!.DueAt);
        Assert.Null(Answered("11:00", Reading("08:10", "08:00")));
    }

    [Fact]
    public void Who_corrects_a_reading_later_was_not_late()
    {
        var first = Reading("08:10", "08:00");
        var second = new TemperatureReading { Id = Guid.CreateVersion7(), At = At("19:00"), DueAt = At("08:00"), Celsius = 3, SupersedesId = first.Id };

        var check = TemperatureChecks.Of(Point(new(2026, 1, 1), morning), house, day, [first, second], At("20:00")).Single();

        Assert.Equal((CheckState.Done, second.Id), (check.State, check.Reading!.Id));
        Assert.Equal(CheckState.DoneLate, TemperatureChecks.Of(Point(new(2026, 1, 1), morning), house, day, [Reading("10:00", "08:00")], At("20:00")).Single().State);
    }

    [Fact]
    public void The_hour_that_is_left_out_in_spring_has_its_check_all_the_same()
    {
        var check = TemperatureChecks.Of(Point(new(2026, 1, 1), new TimeOnly(2, 30)), house, new(2026, 3, 28), [], At("08:00")).Single();

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), check.DueAt);
    }

    private static DateTimeOffset At(string time) => house.MomentOf(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)) is var at && time.StartsWith("01", StringComparison.Ordinal) ? at.AddDays(-1) : at;

    private static TemperaturePoint Point(DateTime since, params TimeOnly[] times) => Point(new DateTimeOffset(since, TimeSpan.Zero), times);

    private static TemperaturePoint Point(DateTimeOffset since, params TimeOnly[] times)
    {
        var point = new TemperaturePoint { Name = "Walk-in" };
        point.Plans.Add(new TemperaturePlan { PointId = point.Id, Since = since, Max = 5, Times = times });
        return point;
    }

    private static TemperatureReading Reading(string at, string due) => new() { Id = Guid.CreateVersion7(), At = At(at), DueAt = At(due), Celsius = 4, Max = 5 };
}
