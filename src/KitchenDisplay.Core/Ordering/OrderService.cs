using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What waiters do: open an order, send a ticket, note an allergy, close. Each is one transaction; a <see cref="Refusal"/> leaves nothing behind.</summary>
public sealed class OrderService(CommandBook book)
{
    /// <summary>Opens an order; the table must be free.</summary>
    public Task<OrderOpened> OpenAsync(OpenOrder command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            OrderRules.Check(command, now);
            if (await db.Orders.AnyAsync(o => o.Id == command.OrderId, ct)) throw new Refusal("This order is already open. Choose it on the floor.");
            await FreeTables.ReadAsync(db, command.TableIds, except: [], ct);
            var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(ct);
            db.Add(OrderRules.Open(command, restaurant, actor, now));
            return new OrderOpened(command.OrderId);
        }, cancel);

    /// <summary>Sends a ticket: price from the menu of this moment, lines, tasks, the check's shares and the stock that it takes, all or nothing.</summary>
    public Task<TicketSent> SendAsync(SendTicket command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var order = await OpenOrderAsync(db, command.OrderId, ct);
            var menu = await ReadMenuAsync(db, command, now, ct);
            var number = await db.Database.SqlQuery<long>($"select nextval('ticket_numbers') as \"Value\"").SingleAsync(ct);
            var ticket = new TicketWriter(command, order, menu, now).Write(number, actor.PersonId);
            db.Add(ticket);
            db.AddRange(ticket.Lines.Select(l => new CheckShare { LineId = l.Id, CheckId = order.Checks[0].Id, Fraction = 1 }));
            new Promise(db, menu.Offer, new Stamp(command.Id, actor.PersonId, now), since: now, menu.Restaurant.BusinessDay(now)).Make([.. ticket.Lines]);
            return new TicketSent(ticket.Id, number, ticket.Lines.Count, menu.Restaurant.Round(ticket.Lines.Sum(l => l.Price)));
        }, cancel);

    /// <summary>Takes back a send of which nobody knows whether it arrived.</summary>
    /// <returns>False when it had arrived: then it stands, and only a void can undo it.</returns>
    public Task<bool> CancelSendAsync(Guid commandId, Actor actor, CancellationToken cancel = default) => book.CancelAsync<SendTicket>(commandId, actor, cancel);

    /// <summary>Sets what the guest at a seat must not be given; every wall shows it at once.</summary>
    public Task<AllergySet> SetAllergyAsync(SetAllergy command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var order = await OpenOrderAsync(db, command.OrderId, ct);
            if (command.Seat < 1 || command.Seat > order.Covers) throw new Refusal("There is no seat {0} at this table. Choose 1 to {1}.", command.Seat, order.Covers);
            // Never dropped in silence: what is not understood here would be eaten.
            if (command.Allergies is null) throw new Refusal("Say which allergens the guest must not be given.");
            if (!command.Allergies.All(Enum.IsDefined)) throw new Refusal("This is not one of the 14 allergens. Reload the page and choose again.");
            var allergies = command.Allergies.Distinct().Order().ToArray();
            var guest = await db.Guests.SingleOrDefaultAsync(g => g.OrderId == order.Id && g.Seat == command.Seat, ct);
            if (guest is not null && allergies.Length == 0) db.Remove(guest);
            else if (guest is not null) guest.Allergies = [.. allergies];
            else if (allergies.Length > 0) db.Add(new Guest { OrderId = order.Id, Seat = command.Seat, Allergies = [.. allergies] });
            return new AllergySet(command.Seat, allergies);
        }, cancel);

    /// <summary>Closes the order and frees its tables.</summary>
    public Task<OrderClosed> CloseAsync(CloseOrder command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var order = await db.Orders.FromSql($"select * from orders where id = {command.OrderId} for no key update").SingleOrDefaultAsync(ct)
                ?? throw NoSuchOrder();
            if (order.ClosedAt is not null) return new OrderClosed(order.Id);
            var waiting = await db.Tickets.Where(t => t.OrderId == order.Id && t.Lines.Any(l => l.Tasks.Any(k => k.State != TaskState.Bumped) && l.State != LineState.Void)).Select(t => t.Number).FirstOrDefaultAsync(ct);
            if (waiting != 0) throw new Refusal("The kitchen is still working on ticket {0}. Close the order when everything has been served.", waiting);
            order.ClosedAt = now;
            await foreach (var seat in db.OrderTables.Where(t => t.OrderId == order.Id && t.LeftAt == null).AsAsyncEnumerable().WithCancellation(ct)) seat.LeftAt = now;
            return new OrderClosed(order.Id);
        }, cancel);

    /// <summary>The order, kept from being closed or moved until the transaction ends; other sends may go on beside.</summary>
    private static async Task<Order> OpenOrderAsync(KitchenContext db, Guid orderId, CancellationToken cancel)
    {
        var order = await db.Orders.FromSql($"select * from orders where id = {orderId} for share").AsNoTracking()
            .Include(o => o.Checks.OrderBy(c => c.Number)).SingleOrDefaultAsync(cancel) ?? throw NoSuchOrder();
        return order.ClosedAt is null ? order : throw new Refusal("This order is closed. Open the table again.");
    }

    private static async Task<MenuOfTheMoment> ReadMenuAsync(KitchenContext db, SendTicket command, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = command.Lines.Select(l => l.DishId).Distinct().ToArray();
        var chosen = command.Lines.SelectMany(l => l.Modifiers).Distinct().ToArray();
        // Of a group only what was chosen: the rows of one statement are steps times groups times modifiers.
        var dishes = await db.Dishes.AsNoTrackingWithIdentityResolution().AsSingleQuery().Where(d => ids.Contains(d.Id))
            .Include(d => d.Steps.OrderBy(s => s.Step)).Include(d => d.Groups).ThenInclude(g => g.Group!.Modifiers.Where(m => chosen.Contains(m.Id)))
            .ToDictionaryAsync(d => d.Id, cancel);
        var house = await db.Restaurants.AsNoTracking().AsSingleQuery().Select(r => new
        {
            Restaurant = r,
            Taxes = db.Set<TaxClass>().ToList(),
            Courses = db.Set<Course>().Select(c => c.Number).ToList(),
            Detours = db.Set<Detour>().OrderBy(d => d.Position).ToList(),
        }).SingleAsync(cancel);
        return new MenuOfTheMoment(house.Restaurant, dishes, house.Taxes.ToDictionary(t => t.Id, t => t.Rate), house.Courses.ToHashSet(), house.Detours, await Offer.ReadAsync(db, ids, chosen, now, cancel));
    }

    private static Refusal NoSuchOrder() => new("This order does not exist. Go back to the floor and choose the table again.");
}
