using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What cooks do: ready, bump, recall. Two who press at once are both right: the second changes nothing.</summary>
public sealed class KitchenService(CommandBook book)
{
    private static readonly Role[] Brigade = [Role.Cook, Role.Chef, Role.Bartender, Role.Expediter, Role.Runner, Role.Manager];

    /// <summary>Marks portions as ready.</summary>
    public Task<TasksDone> ReadyAsync(MarkReady command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, Brigade, async (db, now, ct) =>
        {
            var ticket = await LockedTicketAsync(db, command.TicketId, ct);
            return Done(ticket, new TicketWork(ticket, command.StationId, actor, now).Ready(command.LineIds));
        }, cancel);

    /// <summary>Bumps the ticket off the station.</summary>
    public Task<TasksDone> BumpAsync(BumpTicket command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, Brigade, async (db, now, ct) =>
        {
            var ticket = await LockedTicketAsync(db, command.TicketId, ct);
            var work = new TicketWork(ticket, command.StationId, actor, now);
            var bumped = work.Bump(command.Id);
            if (bumped == 0 && work.StationWaitedFor() is { } busy)
            {
                var station = await db.Stations.AsNoTracking().SingleAsync(s => s.Id == busy, ct);
                throw new Refusal("{0} has not finished with ticket {1} yet. Bump it when it is up.", station.Name, ticket.Number);
            }
            return Done(ticket, bumped);
        }, cancel);

    /// <summary>Recalls what was bumped last; called again, what was bumped before that.</summary>
    public Task<TasksDone> RecallLastAsync(RecallLast command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, Brigade, async (db, now, ct) =>
        {
            var last = await db.PrepTasks.AsNoTracking().Where(t => t.BumpedAt != null && (command.StationId == null || t.StationId == command.StationId))
                .OrderByDescending(t => t.BumpedAt).ThenByDescending(t => t.BumpId).FirstOrDefaultAsync(ct)
                ?? throw new Refusal("There is nothing to recall here.");
            var ticket = await LockedTicketAsync(db, last.TicketId, ct);
            if (!await IsOpenAsync(db, ticket.OrderId, ct)) throw new Refusal("Ticket {0} belongs to an order that is closed. It cannot be recalled.", ticket.Number);
            var work = new TicketWork(ticket, command.StationId, actor, now);
            if (work.StationThatWentOn(last.BumpId) is { } ahead)
            {
                var station = await db.Stations.AsNoTracking().SingleAsync(s => s.Id == ahead, ct);
                throw new Refusal("{0} has already bumped ticket {1}. Recall it there first.", station.Name, ticket.Number);
            }
            return Done(ticket, work.Recall(last.BumpId));
        }, cancel);

    /// <summary>The whole ticket, locked: whoever acts on it at the same time waits for this transaction.</summary>
    private static async Task<Ticket> LockedTicketAsync(KitchenContext db, Guid ticketId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from tickets where id = {ticketId} for no key update", cancel);
        return await db.Tickets.AsSingleQuery().Include(t => t.Lines.OrderBy(l => l.Position)).ThenInclude(l => l.Tasks).SingleOrDefaultAsync(t => t.Id == ticketId, cancel)
            ?? throw new Refusal("This ticket does not exist any more.");
    }

    /// <summary>Whether the order is open, and kept from being closed until the transaction ends: a recall gives the kitchen work for it again.</summary>
    private static async Task<bool> IsOpenAsync(KitchenContext db, Guid orderId, CancellationToken cancel) =>
        await db.Database.SqlQuery<bool>($"select closed_at is null as \"Value\" from orders where id = {orderId} for share").SingleAsync(cancel);

    private static TasksDone Done(Ticket ticket, int tasks) => new(ticket.Id, ticket.Number, tasks);
}
