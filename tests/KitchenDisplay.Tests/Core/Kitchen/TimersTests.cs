using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TimersTests
{
    [Fact]
    public void Without_a_rule_a_task_is_due_as_its_dish_says_and_late_five_minutes_after() =>
        Assert.Equal((Cards.Fired.AddMinutes(10), Cards.Fired.AddMinutes(15)), Timers.Usual.For(Cards.At(Cards.Grill), Cards.Table("7")));

    [Fact]
    public void What_is_collected_is_due_when_it_was_promised_whatever_a_rule_says()
    {
        var promised = Cards.Fired.AddHours(2);

        Assert.Equal((promised, promised.AddMinutes(5)), new Timers([Rule(null, null, 5)]).For(Cards.At(Cards.Grill), Cards.TakeAway("Mia", promised)));
    }

    [Fact]
    public void The_rule_that_says_more_counts_and_minutes_run_from_the_fire()
    {
        var timers = new Timers([Rule(null, null, 1), Rule(null, "Table", 2), Rule(Cards.Grill, null, 3), Rule(Cards.Grill, "Table", 4), Rule(Cards.Fry, "Tab", 5)]);

        Assert.Equal(4, Minutes(Cards.Grill, timers));
        Assert.Equal(2, Minutes(Cards.Fry, timers));
        Assert.Equal(3, Minutes(Cards.Grill, new Timers([Rule(null, "Table", 2), Rule(Cards.Grill, null, 3)])));
        Assert.Equal(10, Minutes(Cards.Grill, new Timers([Rule(Cards.Fry, null, 3), Rule(Cards.Grill, "Tab", 4)])));
    }

    [Fact]
    public void The_night_that_loses_an_hour_does_not_lose_it_here()
    {
        // In Berlin the clocks go from 2:00 to 3:00 at this moment.
        var before = new DateTimeOffset(2026, 3, 29, 0, 58, 0, TimeSpan.Zero);
        var task = Cards.At(Cards.Grill) with { FiredAt = before, DueAt = before.AddMinutes(8) };

        Assert.Equal((before.AddMinutes(5), before.AddMinutes(10)), new Timers([Rule(null, null, 5)]).For(task, Cards.Table("7")));
    }

    private static double Minutes(Station at, Timers timers) => (timers.For(Cards.At(at), Cards.Table("7")).Due - Cards.Fired).TotalMinutes;

    private static TimerRule Rule(Station? station, string? kind, int minutes) => new() { StationId = station?.Id, OrderKind = kind, DueMinutes = minutes, LateMinutes = 2 * minutes };
}
