using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Support;

/// <summary>Puts on a board what the bridge would have read from a database.</summary>
public static class Boards
{
    /// <summary>A board with the small kitchen of <see cref="Cards"/>, a display for each station, and a cook, and no tickets.</summary>
    public static LiveBoard Open()
    {
        var board = new LiveBoard(TimeProvider.System);
        var house = new Restaurant { Name = "Test", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };
        var cook = new Person { Name = "Henk", Roles = [Role.Cook] };
        board.Take(new BoardRead(true,
        [
            Kind(house.Id, house),
            Kind([.. new[] { Cards.Grill, Cards.Fry, Cards.Pass }.Select(s => KeyValuePair.Create(s.Id, (object)s))], typeof(Station)),
            Kind([.. new[] { Cards.Grill, Cards.Fry, Cards.Pass }.Select(Display).Select(d => KeyValuePair.Create(d.Id, (object)d))], typeof(Display)),
            Kind([.. Cards.Courses.Select(c => KeyValuePair.Create(c.Id, (object)c))], typeof(Course)),
            Kind(cook.Id, cook),
        ]));
        return board;
    }

    /// <summary>As after a transaction that wrote this ticket and its order.</summary>
    public static void Send(this LiveBoard board, OrderView order, TicketView ticket) =>
        board.Take(new BoardRead(false, [Kind(order.Id, order), Kind(ticket.Id, ticket)]));

    /// <summary>As after a transaction that changed one root.</summary>
    public static void Change<T>(this LiveBoard board, Guid id, T root) where T : class => board.Take(new BoardRead(false, [Kind(id, root)]));

    /// <summary>As after a transaction that bumped the ticket's last task.</summary>
    public static void Remove(this LiveBoard board, TicketView ticket) =>
        board.Take(new BoardRead(false, [new(typeof(TicketView), [ticket.Id], [])]));

    private static Display Display(Station station)
    {
        var display = new Display { Name = station.Name, Slug = station.Slug, Position = station.Position };
        display.Stations.Add(new DisplayStation { DisplayId = display.Id, StationId = station.Id });
        return display;
    }

    private static KindRead Kind<T>(Guid id, T root) where T : class => new(typeof(T), [id], [KeyValuePair.Create(id, (object)root)]);

    private static KindRead Kind(IReadOnlyList<KeyValuePair<Guid, object>> roots, Type type) => new(type, null, roots);
}
