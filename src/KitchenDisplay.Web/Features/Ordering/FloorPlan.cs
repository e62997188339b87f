using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>A table as the floor shows it.</summary>
/// <param name="OrderId">Of the party that sits there; null when it is free.</param>
/// <param name="Up">How many portions wait to be carried out.</param>
public sealed record TableTile(Guid TableId, string Name, int Seats, Progress Progress, Guid? OrderId, int Covers, string? Waiter, DateTimeOffset? OpenedAt, int Up);

/// <summary>An area with its tables.</summary>
public sealed record FloorArea(Guid Id, string Name, IReadOnlyList<TableTile> Tables);

/// <summary>A tab or a take-away as the floor lists it.</summary>
public sealed record PartyTile(Guid OrderId, OrderKind Kind, string Name, Progress Progress, int Covers, string Waiter, DateTimeOffset OpenedAt, DateTimeOffset? PromisedAt, int Up);

/// <summary>The whole floor at one moment.</summary>
public sealed class FloorPlan
{
    private readonly ILookup<Guid, TicketView> tickets;

    public FloorPlan(BoardSnapshot board)
    {
        tickets = board.All<TicketView>().ToLookup(t => t.OrderId);
        var parties = board.All<OrderView>().OrderBy(o => o.OpenedAt).ToList();
        var seated = parties.SelectMany(o => o.Tables.Select(t => (t.TableId, Order: o))).DistinctBy(s => s.TableId).ToDictionary(s => s.TableId, s => s.Order);
        Areas = [.. board.All<Area>().OrderBy(a => a.Position).Select(a => new FloorArea(a.Id, a.Name, [.. a.Tables.Select(t => Tile(t, seated.GetValueOrDefault(t.Id)))]))];
        Tabs = [.. parties.Where(o => o.Kind == OrderKind.Tab).Select(Tile)];
        TakeAways = [.. parties.Where(o => o.Kind == OrderKind.TakeAway).OrderBy(o => o.PromisedAt).Select(Tile)];
    }

    public IReadOnlyList<FloorArea> Areas { get; }

    public IReadOnlyList<PartyTile> Tabs { get; }

    /// <summary>The next to be collected first.</summary>
    public IReadOnlyList<PartyTile> TakeAways { get; }

    public IEnumerable<TableTile> Tables => Areas.SelectMany(a => a.Tables);

    /// <summary>Whether two snapshots make the same floor.</summary>
    public static bool IsSame(BoardSnapshot a, BoardSnapshot b) =>
        ReferenceEquals(a.Of<OrderView>(), b.Of<OrderView>()) && ReferenceEquals(a.Of<TicketView>(), b.Of<TicketView>())
        && ReferenceEquals(a.Of<Area>(), b.Of<Area>()) && ReferenceEquals(a.Of<Restaurant>(), b.Of<Restaurant>()) && ReferenceEquals(a.Of<Person>(), b.Of<Person>());

    private TableTile Tile(DiningTable table, OrderView? order) => order is null
        ? new TableTile(table.Id, table.Name, table.Seats, Progress.Free, null, 0, null, null, 0)
        : new TableTile(table.Id, table.Name, table.Seats, ProgressOf.Party(tickets[order.Id]), order.Id, order.Covers, order.Waiter, order.OpenedAt, Up(order.Id));

    private PartyTile Tile(OrderView order) =>
        new(order.Id, order.Kind, order.Label, ProgressOf.Party(tickets[order.Id]), order.Covers, order.Waiter, order.OpenedAt, order.PromisedAt, Up(order.Id));

    private int Up(Guid orderId) => tickets[orderId].SelectMany(t => t.Lines).Count(l => ProgressOf.Line(l) == Progress.Ready);
}
