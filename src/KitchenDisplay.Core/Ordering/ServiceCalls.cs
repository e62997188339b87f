using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What is called into the kitchen after a ticket was sent: change, one more, void, fire, hold; and where the party moves.</summary>
public sealed class ServiceCalls(CommandBook book)
{
    /// <summary>Changes what a line says.</summary>
    public Task<LineChanged> ChangeAsync(ChangeLine command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Note?.Length > SendTicket.MaxNote) throw new Refusal("The note is too long for the kitchen. Keep it to {0} characters.", SendTicket.MaxNote);
            var (line, ticket) = await LineAsync(db, command.LineId, ct);
            var dish = await DishAsync(db, line.DishId, ct);
            var wrong = new List<Sentence>();
            var chosen = ModifierChoice.Of(dish, command.Modifiers, line.Modifiers, wrong.Add);
            if (wrong.Count > 0) throw new Refusal(wrong);
            var price = line.Price - line.Modifiers.Sum(m => m.PriceChange) + chosen.Sum(m => m.PriceChange);
            if (price < 0) throw new Refusal("{0}: with these changes its price would be below zero.", line.DishName);
            var change = LineWork.Change(line, new LineContent(chosen, OrderRules.Tidy(command.Note)), price, now, actor.PersonId);
            if (change is not null) (await PromiseAsync(db, line, ticket, new(command.Id, actor.PersonId, now), ct)).Promise.Change(line);
            return Note(db, line, change);
        }, cancel);

    /// <summary>Adds a portion like this one.</summary>
    public Task<LineChanged> AddAsync(AddPortion command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var (like, ticket) = await LineAsync(db, command.LineId, ct);
            var dish = await DishAsync(db, like.DishId, ct);
            if (!dish.Active) throw new Refusal("{0} is not on the menu any more.", dish.Name);
            if (like.State == LineState.Void) throw new Refusal("{0} was voided. Send a new one.", like.DishName);
            var price = dish.Price + like.Modifiers.Sum(m => m.PriceChange);
            if (price < 0) throw new Refusal("{0}: with these changes its price would be below zero.", dish.Name);
            var stamp = new Stamp(command.Id, actor.PersonId, now);
            var (offer, promise) = await PromiseAsync(db, like, ticket, stamp, ct);
            if (offer.IsOut(dish.Id, like.Tasks.Select(t => t.StationId), like.Modifiers.Select(m => m.Id))) throw new Refusal("{0} is 86: it is out for now.", dish.Name);
            var (line, change) = LineWork.Again(like, ticket.Lines.Max(l => l.Position) + 1, price, now, actor.PersonId);
            // Not to the ticket's list: a line that comes with its key would be taken for one that the database knows.
            db.Add(line);
            // Whoever pays for the first one pays for this one, unless they say otherwise.
            var shares = await db.CheckShares.AsNoTracking().Where(s => s.LineId == like.Id).ToListAsync(ct);
            db.AddRange(shares.Select(s => new CheckShare { LineId = line.Id, CheckId = s.CheckId, Fraction = s.Fraction }));
            if (line.Tasks.Count == 0) line.ConsumedId = command.Id;
            promise.Make([line]);
            return Note(db, line, change);
        }, cancel);

    /// <summary>Takes a portion off.</summary>
    public Task<LineChanged> VoidAsync(VoidLine command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Reason?.Length > SendTicket.MaxNote) throw new Refusal("The reason is too long. Keep it to {0} characters.", SendTicket.MaxNote);
            var (line, ticket) = await LineAsync(db, command.LineId, ct);
            var reason = OrderRules.Tidy(command.Reason);
            var change = LineWork.Void(line, reason, now, actor.PersonId);
            if (change is not null) (await PromiseAsync(db, line, ticket, new(command.Id, actor.PersonId, now), ct)).Promise.TakeBack(line, command.IsWasted, reason);
            return Note(db, line, change);
        }, cancel);

    /// <summary>Fires a course.</summary>
    public Task<CourseMoved> FireAsync(FireCourse command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var held = (await CourseAsync(db, command.OrderId, command.Course, ct)).Where(l => l.State == LineState.Held).ToList();
            foreach (var line in held) LineWork.Fire(line, now, actor.PersonId);
            return new CourseMoved(held.Count);
        }, cancel);

    /// <summary>Holds a course.</summary>
    public Task<CourseMoved> HoldAsync(HoldCourse command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var lines = await CourseAsync(db, command.OrderId, command.Course, ct);
            var held = lines.Count(LineWork.Hold);
            if (held == 0 && lines.Any(l => l.State == LineState.Fired)) throw new Refusal("The kitchen has already begun with all of it, so it can no longer be held.");
            return new CourseMoved(held);
        }, cancel);

    /// <summary>Seats the party elsewhere.</summary>
    public Task<TableMoved> MoveAsync(MoveTable command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var order = await LockedOrderAsync(db, command.OrderId, ct);
            if (order.Kind == OrderKind.TakeAway) throw new Refusal("A take-away has no table.");
            if (command.TableIds.Count == 0) throw new Refusal("Choose a table first.");
            var seats = await db.OrderTables.Where(t => t.OrderId == order.Id && t.LeftAt == null).ToListAsync(ct);
            var tables = await FreeTables.ReadAsync(db, command.TableIds, except: seats.ConvertAll(s => s.TableId), ct);
            foreach (var left in seats.Where(s => !command.TableIds.Contains(s.TableId))) left.LeftAt = now;
            db.AddRange(tables.Where(t => !seats.Exists(s => s.TableId == t.Id)).Select(t => new OrderTable { OrderId = order.Id, TableId = t.Id }));
            order.Kind = OrderKind.Table;
            return new TableMoved(string.Join('+', tables.OrderBy(t => t.Position).Select(t => t.Name)));
        }, cancel);

    private static async Task<(Offer Offer, Promise Promise)> PromiseAsync(KitchenContext db, Line line, Ticket ticket, Stamp stamp, CancellationToken cancel)
    {
        var offer = await Offer.ReadAsync(db, [line.DishId], line.Modifiers.Select(m => m.Id), stamp.Now, cancel);
        var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(cancel);
        return (offer, new Promise(db, offer, stamp, ticket.SentAt, restaurant.BusinessDay(stamp.Now)));
    }

    private static LineChanged Note(KitchenContext db, Line line, LineChange? change)
    {
        if (change is not null) db.Add(change);
        return new LineChanged(line.Id, line.Version);
    }

    /// <summary>The line with its whole ticket, locked, of an order that is open.</summary>
    private static async Task<(Line Line, Ticket Ticket)> LineAsync(KitchenContext db, Guid lineId, CancellationToken cancel)
    {
        var found = await db.Lines.AsNoTracking().Where(l => l.Id == lineId).Select(l => new { l.OrderId, l.TicketId }).SingleOrDefaultAsync(cancel)
            ?? throw new Refusal("This line does not exist any more.");
        await LockedOrderAsync(db, found.OrderId, cancel);
        var ticket = (await db.LockedTicketAsync(found.TicketId, cancel))!;
        return (ticket.Lines.Single(l => l.Id == lineId), ticket);
    }

    private static async Task<List<Line>> CourseAsync(KitchenContext db, Guid orderId, int course, CancellationToken cancel)
    {
        await LockedOrderAsync(db, orderId, cancel);
        if (!await db.Courses.AnyAsync(c => c.Number == course, cancel)) throw new Refusal("There is no course {0}.", course);
        return [.. (await db.LockedTicketsAsync(orderId, cancel)).SelectMany(t => t.Lines).Where(l => l.Course == course)];
    }

    /// <summary>The order, locked: one call at a time, and no send or closing beside it.</summary>
    private static async Task<Order> LockedOrderAsync(KitchenContext db, Guid orderId, CancellationToken cancel)
    {
        var order = await db.Orders.FromSql($"select * from orders where id = {orderId} for no key update").SingleOrDefaultAsync(cancel)
            ?? throw new Refusal("This order does not exist. Go back to the floor and choose the table again.");
        return order.ClosedAt is null ? order : throw new Refusal("This order is closed. Open the table again.");
    }

    private static Task<Dish> DishAsync(KitchenContext db, Guid dishId, CancellationToken cancel) =>
        db.Dishes.AsNoTrackingWithIdentityResolution().Include(d => d.Groups).ThenInclude(g => g.Group!.Modifiers).AsSingleQuery().SingleAsync(d => d.Id == dishId, cancel);
}
