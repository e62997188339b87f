using KitchenDisplay.Load.Latency;

namespace KitchenDisplay.Tests.Load;

public class RushTableTests
{
    private readonly RushTable table = new(Guid.CreateVersion7());

    [Fact]
    public async Task A_party_orders_so_often_and_the_next_ticket_waits_for_the_next_party()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        table.Seat(first);

        for (var ticket = 0; ticket < RushTable.TicketsPerParty; ticket++)
            Assert.Equal(first, await table.NextTicket());
        var next = table.NextTicket();
        Assert.False(next.IsCompleted);

        table.Seat(second);
        Assert.Equal(second, await next);
    }

    [Fact]
    public void A_party_is_over_when_its_last_ticket_is_bumped()
    {
        var over = Enumerable.Range(0, 2 * RushTable.TicketsPerParty).Select(_ => table.IsOverAfterBump()).ToArray();

        Assert.Equal(2, over.Count(isOver => isOver));
        Assert.True(over[RushTable.TicketsPerParty - 1] && over[^1]);
    }
}
