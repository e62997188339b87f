using KitchenDisplay.Core.Kitchen;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class SeatListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("1", "S1")]
    [InlineData("3 1", "S1 S3")]
    [InlineData("1 2", "S1 S2")]
    [InlineData("4 2 3 1", "S1–4")]
    [InlineData("1 2 4 5 6 9", "S1 S2 S4–6 S9")]
    [InlineData("2 2 2", "S2")]
    [InlineData("1 - 2 - 3", "S1–3")]
    [InlineData("- -", "")]
    public void Three_seats_in_a_row_become_a_range_and_a_shared_portion_names_none(string seats, string written)
    {
        var parsed = seats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => int.TryParse(s, out var seat) ? seat : (int?)null);

        Assert.Equal(written, SeatList.Write(parsed));
    }
}
