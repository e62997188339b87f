using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Ordering;

/// <summary>How whoever changes a ticket gets hold of it. The order first and then its tickets, by their ids: so nobody waits in a circle.</summary>
internal static class LockedTickets
{
    /// <summary>The whole ticket, or null: whoever acts on it at the same time waits for this transaction.</summary>
    internal static async Task<Ticket?> LockedTicketAsync(this KitchenContext db, Guid ticketId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from tickets where id = {ticketId} for no key update", cancel);
        return await Whole(db).SingleOrDefaultAsync(t => t.Id == ticketId, cancel);
    }

    /// <summary>All tickets of an order, locked.</summary>
    internal static async Task<List<Ticket>> LockedTicketsAsync(this KitchenContext db, Guid orderId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from tickets where order_id = {orderId} order by id for no key update", cancel);
        return await Whole(db).Where(t => t.OrderId == orderId).OrderBy(t => t.Number).ToListAsync(cancel);
    }

    private static IQueryable<Ticket> Whole(KitchenContext db) => db.Tickets.AsSingleQuery().Include(t => t.Lines.OrderBy(l => l.Position)).ThenInclude(l => l.Tasks);
}
