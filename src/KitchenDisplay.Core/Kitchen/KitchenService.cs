using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What cooks do to tickets. Two who press at once are both right: the second changes nothing.</summary>
public sealed class KitchenService(CommandBook book)
{
    /// <summary>Starts portions.</summary>
    public Task<TasksDone> StartAsync(StartLines command, Actor actor, CancellationToken cancel = default) =>
        WorkAsync(command, actor, (at, stamp) => new TicketWork(at, stamp).Start(command.LineIds), cancel);

    /// <summary>Marks portions as ready, and lets the ticket go if it shall go by itself.</summary>
    public Task<TasksDone> ReadyAsync(MarkReady command, Actor actor, CancellationToken cancel = default) =>
        WorkAsync(command, actor, (at, stamp) =>
        {
            var work = new TicketWork(at, stamp);
            var ready = work.Ready(command.LineIds);
            return command.Leaves && ready > 0 && work.IsReady() ? work.Bump() : ready;
        }, cancel);

    /// <summary>Bumps the ticket off the station.</summary>
    public Task<TasksDone> BumpAsync(BumpTicket command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var at = await LockAsync(db, command, ct);
            var stamp = new Stamp(command.Id, actor.PersonId, now);
            var work = new TicketWork(at, stamp);
            var bumped = work.Bump();
            new TicketStock(db, at.Ticket, stamp).Begin();
            if (bumped == 0 && work.StationWaitedFor() is { } busy)
                throw new Refusal("{0} has not finished with ticket {1} yet. Bump it when it is up.", await NameAsync(db, busy, ct), at.Ticket.Number);
            return Done(at.Ticket, bumped);
        }, cancel);

    /// <summary>Says that what was changed has been seen.</summary>
    public Task<TasksDone> AcknowledgeAsync(AcknowledgeChanges command, Actor actor, CancellationToken cancel = default) =>
        WorkAsync(command, actor, (at, stamp) => new TicketWork(at, stamp).Acknowledge(command.LineIds), cancel);

    /// <summary>Says that the ticket's allergies are known.</summary>
    public Task<TasksDone> ConfirmAllergiesAsync(ConfirmAllergies command, Actor actor, CancellationToken cancel = default) =>
        WorkAsync(command, actor, (at, stamp) => new TicketWork(at, stamp).ConfirmAllergies(), cancel);

    /// <summary>Takes a start, a ready or a bump back.</summary>
    public Task<TasksDone> UndoAsync(UndoWork command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var at = await LockOpenAsync(db, command, ct);
            var undo = new TicketReturn(at);
            if (undo.BeyondUndo(command.DoneId) is { } ahead)
                throw new Refusal("{0} has already bumped ticket {1}. Recall it there first.", await NameAsync(db, ahead, ct), at.Ticket.Number);
            var tasks = undo.Undo(command.DoneId);
            new TicketStock(db, at.Ticket, new(command.Id, actor.PersonId, now)).Undo(command.DoneId);
            return Done(at.Ticket, tasks);
        }, cancel);

    /// <summary>Recalls what was bumped last; called again, what was bumped before that.</summary>
    public Task<TasksDone> RecallLastAsync(RecallLast command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var (everywhere, here) = (command.StationIds is null, command.StationIds?.ToArray() ?? []);
            var last = await db.PrepTasks.AsNoTracking()
                .Where(t => t.BumpedAt != null && (everywhere || here.Contains(t.StationId)) && db.Set<Line>().Any(l => l.Id == t.LineId && l.State != LineState.Void))
                .OrderByDescending(t => t.BumpedAt).ThenByDescending(t => t.BumpId).FirstOrDefaultAsync(ct)
                ?? throw new Refusal("There is nothing to recall here.");
            var at = await LockOpenAsync(db, new RecallTicket(command.Id, last.TicketId, command.StationIds), ct);
            return await RecallAsync(db, at, last.BumpId, confirmed: false, restartAt: null, ct);
        }, cancel);

    /// <summary>Recalls a ticket of the day.</summary>
    public Task<TasksDone> RecallAsync(RecallTicket command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var at = await LockOpenAsync(db, command, ct);
            var done = await RecallAsync(db, at, null, command.Confirmed, command.Restart ? now : null, ct);
            if (command.Restart) new TicketStock(db, at.Ticket, new(command.Id, actor.PersonId, now)).MakeAgain();
            return done;
        }, cancel);

    /// <summary>Gives portions to another station.</summary>
    public Task<TasksDone> PushAsync(PushLines command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (!await db.Stations.AnyAsync(s => s.Id == command.ToStationId, ct)) throw new Refusal("This station does not exist any more. Choose another one.");
            var at = await LockAsync(db, command, ct);
            return Done(at.Ticket, new TicketHandover(at).Push(command.LineIds, command.ToStationId));
        }, cancel);

    /// <summary>Takes back what was pushed to another station.</summary>
    public Task<TasksDone> PullAsync(PullLines command, Actor actor, CancellationToken cancel = default) =>
        WorkAsync(command, actor, (at, _) => new TicketHandover(at).Pull(command.LineIds), cancel);

    /// <summary>Puts a ticket before all others, or back.</summary>
    public Task<TasksDone> RushAsync(RushTicket command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var ticket = (await LockAsync(db, command, ct)).Ticket;
            var changes = (ticket.RushedAt is null) == command.On;
            if (changes) ticket.RushedAt = command.On ? now : null;
            return Done(ticket, changes ? 1 : 0);
        }, cancel);

    private Task<TasksDone> WorkAsync(TicketCommand command, Actor actor, Func<TicketAtStations, Stamp, int> work, CancellationToken cancel) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var at = await LockAsync(db, command, ct);
            var stamp = new Stamp(command.Id, actor.PersonId, now);
            var tasks = work(at, stamp);
            new TicketStock(db, at.Ticket, stamp).Begin();
            return Done(at.Ticket, tasks);
        }, cancel);

    private static async Task<TasksDone> RecallAsync(KitchenContext db, TicketAtStations at, Guid? bumpId, bool confirmed, DateTimeOffset? restartAt, CancellationToken cancel)
    {
        var recall = new TicketReturn(at);
        if (!confirmed && recall.BeyondRecall(bumpId) is { } ahead)
            throw new Refusal("{0} has already bumped ticket {1}. Recall it there first.", await NameAsync(db, ahead, cancel), at.Ticket.Number) { CanBeConfirmed = true };
        return Done(at.Ticket, recall.Recall(bumpId, restartAt));
    }

    /// <summary>As <see cref="LockAsync"/>, for what gives the kitchen work again: its order is open and stays so until the transaction ends.</summary>
    private static async Task<TicketAtStations> LockOpenAsync(KitchenContext db, TicketCommand command, CancellationToken cancel)
    {
        // The order before the ticket, as whoever fires a course does.
        var isOpen = await db.Database.SqlQuery<bool>($"select o.closed_at is null as \"Value\" from orders o join tickets t on t.order_id = o.id where t.id = {command.TicketId} for share of o").ToListAsync(cancel);
        var at = await LockAsync(db, command, cancel);
        return isOpen is [true] ? at : throw new Refusal("Ticket {0} belongs to an order that is closed. It cannot be recalled.", at.Ticket.Number);
    }

    /// <summary>The whole ticket, locked: whoever acts on it at the same time waits for this transaction.</summary>
    private static async Task<TicketAtStations> LockAsync(KitchenContext db, TicketCommand command, CancellationToken cancel)
    {
        var ticket = await db.LockedTicketAsync(command.TicketId, cancel) ?? throw new Refusal("This ticket does not exist any more.");
        var guests = await db.Guests.AsNoTracking().Where(g => g.OrderId == ticket.OrderId).ToListAsync(cancel);
        return new TicketAtStations(ticket, guests, command.StationIds);
    }

    private static Task<string> NameAsync(KitchenContext db, Guid station, CancellationToken cancel) => db.Stations.Where(s => s.Id == station).Select(s => s.Name).SingleAsync(cancel);

    private static TasksDone Done(Ticket ticket, int tasks) => new(ticket.Id, ticket.Number, tasks);
}
