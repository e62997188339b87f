using System.Globalization;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class OpenChoiceTests
{
    // 19:42 in the house.
    private static readonly DateTimeOffset Evening = new(2026, 7, 3, 17, 42, 0, TimeSpan.Zero);

    private static OpenChoice TakeAway(DateTimeOffset now) => new(OrderKind.TakeAway, null, PaperMenu.House, now);

    [Fact]
    public void Promised_times_stand_on_full_five_minutes_of_the_houses_clock()
    {
        var choice = TakeAway(Evening);

        Assert.Equal(["20:00", "20:05", "20:15"], choice.Promises.Take(3).Select(p => choice.LocalTime(p).ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("20:30", "2026-07-03T18:30:00Z")]
    [InlineData("00:15", "2026-07-03T22:15:00Z")]
    public void A_typed_time_is_the_next_one_that_the_houses_clock_shows(string typed, string promised)
    {
        var choice = TakeAway(Evening);

        choice.PromiseAt(TimeOnly.Parse(typed, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(promised, CultureInfo.InvariantCulture), choice.PromisedAt);
    }

    [Fact]
    public void An_hour_that_summer_time_skips_is_promised_an_hour_later()
    {
        var choice = TakeAway(new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.Zero));

        choice.PromiseAt(new TimeOnly(2, 30));

        Assert.Equal(new TimeOnly(3, 30), choice.LocalTime(choice.PromisedAt!.Value));
    }

    [Fact]
    public void A_take_away_needs_a_name_and_a_time()
    {
        var choice = TakeAway(Evening);
        Assert.False(choice.IsComplete);

        choice.Name = "Okonkwo";
        Assert.False(choice.IsComplete);

        choice.PromisedAt = choice.Promises[0];
        Assert.True(choice.IsComplete);
    }

    [Fact]
    public void A_second_tap_is_the_same_command()
    {
        var choice = new OpenChoice(OrderKind.Table, new TableTile(Guid.CreateVersion7(), "12", 4, Progress.Free, null, 0, null, null, 0), PaperMenu.House, Evening);

        Assert.Equal(choice.ToCommand().Id, choice.ToCommand().Id);
        Assert.Equal(4, choice.ToCommand().Covers);
    }
}
