using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class DatabaseClockTests
{
    private readonly HandClock own = new();

    [Fact]
    public void Until_it_has_been_corrected_it_is_the_nodes_own() => Assert.Equal(own.GetUtcNow(), new DatabaseClock(own).GetUtcNow());

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(0.4)]
    public void It_shows_the_databases_time_however_wrong_the_nodes_own_is(double seconds)
    {
        var clock = new DatabaseClock(own);
        var database = own.GetUtcNow().AddSeconds(seconds);

        clock.Correct(database, TimeSpan.Zero);
        own.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(database.AddMinutes(1), clock.GetUtcNow());
    }

    [Fact]
    public void Half_of_the_round_trip_has_passed_since_the_database_looked_at_its_clock()
    {
        var clock = new DatabaseClock(own);

        clock.Correct(own.GetUtcNow().AddHours(1), TimeSpan.FromMilliseconds(80));

        Assert.Equal(own.GetUtcNow().AddHours(1).AddMilliseconds(40), clock.GetUtcNow());
    }

    [Fact]
    public void A_later_correction_replaces_the_earlier_one()
    {
        var clock = new DatabaseClock(own);
        clock.Correct(own.GetUtcNow().AddHours(1), TimeSpan.Zero);

        clock.Correct(own.GetUtcNow().AddSeconds(5), TimeSpan.Zero);

        Assert.Equal(own.GetUtcNow().AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void A_slow_answer_that_does_not_contradict_the_clock_leaves_it_alone()
    {
        var clock = new DatabaseClock(own);
        clock.Correct(own.GetUtcNow().AddSeconds(5), TimeSpan.Zero);

        clock.Correct(own.GetUtcNow().AddSeconds(4.2), TimeSpan.FromSeconds(1));

        Assert.Equal(own.GetUtcNow().AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void A_correction_moves_no_timestamp_since_those_measure_how_long_something_took()
    {
        var clock = new DatabaseClock(own);
        var before = clock.GetTimestamp();

        clock.Correct(own.GetUtcNow().AddHours(1), TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(before));
    }
}
