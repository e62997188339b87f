using KitchenDisplay.Load.Latency;

namespace KitchenDisplay.Tests.Load;

public class SightingsTests
{
    private readonly Sightings seen = new(tickets: 100);

    [Fact]
    public void Only_the_first_sight_of_a_ticket_counts()
    {
        seen.Read("1004"u8, arrived: 7);
        seen.Read("1004"u8, arrived: 9);

        Assert.Equal(7, seen.Of(1004));
    }

    [Fact]
    public void A_ticket_that_was_never_seen_is_missing() => Assert.Null(seen.Of(1004));

    [Theory]
    [InlineData("10045")]
    [InlineData("1004 ")]
    [InlineData("#1004")]
    [InlineData("-100")]
    [InlineData("1000")]
    [InlineData("Ribeye")]
    [InlineData("")]
    public void A_text_that_is_no_number_of_a_ticket_is_none(string text)
    {
        seen.Read(System.Text.Encoding.UTF8.GetBytes(text), arrived: 7);

        Assert.All(Enumerable.Range(1001, 100), number => Assert.Null(seen.Of(number)));
    }
}
