using KitchenDisplay.Core.Sight;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Live;

public class SightBookTests
{
    private readonly SightBook book = new();
    private readonly Guid line = Guid.CreateVersion7(), ticket = Guid.CreateVersion7(), grill = Guid.CreateVersion7();

    [Fact]
    public void The_second_report_says_nothing_new_and_another_version_does()
    {
        See(version: 1);
        See(version: 1);
        Assert.Single(book.Take());

        See(version: 1);
        Assert.Empty(book.Take());

        See(version: 2);
        Assert.Equal(2, Assert.Single(book.Take()).Version);
    }

    [Fact]
    public void What_could_not_be_written_comes_again()
    {
        See(version: 1);
        book.PutBack(book.Take());

        Assert.Single(book.Take());
    }

    [Fact]
    public void A_ticket_that_is_through_is_forgotten()
    {
        See(version: 1);
        book.Take();
        book.KeepOnly(_ => true);
        See(version: 1);
        Assert.Empty(book.Take());

        book.KeepOnly(_ => false);
        See(version: 1);
        Assert.Single(book.Take());
    }

    private void See(int version) => book.Note(new Sighting { LineId = line, Version = version, StationId = grill, TicketId = ticket });
}
