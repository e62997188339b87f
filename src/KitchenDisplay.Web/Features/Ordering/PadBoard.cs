using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Features.Menu;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>What the order pad shows of the board: the party, its tickets and the menu.</summary>
public sealed class PadBoard(Guid orderId)
{
    private BoardSnapshot seen = BoardSnapshot.Empty;

    public MenuCard Menu { get; private set; } = new(BoardSnapshot.Empty);
    public Restaurant? House { get; private set; }

    /// <summary>What is out and what is left.</summary>
    public Offers Offers { get; private set; } = new(BoardSnapshot.Empty);

    /// <summary>Null when the order is closed, or not on the board yet.</summary>
    public OrderView? Order { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<TicketView> Tickets { get; private set; } = [];

    /// <summary>What the party owes so far, rounded to the currency.</summary>
    public decimal Total => House is null ? 0 : House.Round(Tickets.SelectMany(t => t.Lines).Where(l => l.State != LineState.Void).Sum(l => l.Price));

    /// <summary>False when nothing of it has changed.</summary>
    public bool See(BoardSnapshot snapshot)
    {
        var house = snapshot.All<Restaurant>().FirstOrDefault();
        var order = snapshot.Find<OrderView>(orderId);
        var tickets = ReferenceEquals(seen.Of<TicketView>(), snapshot.Of<TicketView>())
            ? Tickets
            : [.. snapshot.All<TicketView>().Where(t => t.OrderId == orderId).OrderByDescending(t => t.Number)];
        var isSame = Menu.IsStillTrue(snapshot) && ReferenceEquals(house, House) && ReferenceEquals(order, Order) && tickets.SequenceEqual(Tickets)
            && ReferenceEquals(seen.Of<Person>(), snapshot.Of<Person>()) && Offers.IsStillTrue(snapshot);
        if (!Menu.IsStillTrue(snapshot)) Menu = new MenuCard(snapshot);
        if (!Offers.IsStillTrue(snapshot)) Offers = new Offers(snapshot);
        (seen, House, Order, Tickets) = (snapshot, house, order, tickets);
        return !isSame;
    }

    /// <summary>An amount as people read it in this house.</summary>
    public string Money(decimal amount) => House?.Format(amount) ?? "";
}
