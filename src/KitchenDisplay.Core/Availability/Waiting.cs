using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Availability;

/// <summary>Portions that were sent or are held, and that nobody has begun with. (In SQL: the orders are made of what is offered, and not the other way round.)</summary>
internal static class Waiting
{
    /// <summary>How many of them need this dish, this ingredient or this station.</summary>
    internal static async Task<int> CountAsync(KitchenContext db, Guid? dishId, Guid? itemId, Guid? stationId, CancellationToken cancel) =>
        await db.Database.SqlQuery<int>($"""
            select count(*)::int as "Value" from lines l
            where l.state in ('Held', 'Fired')
                and not exists (select from prep_tasks k where k.line_id = l.id and k.state not in ('Held', 'Fired'))
                and (l.dish_id = {dishId}
                    or exists (select from dish_needs n where n.dish_id = l.dish_id and n.item_id = {itemId})
                    or exists (select from prep_tasks k where k.line_id = l.id and k.station_id = {stationId}))
            """).SingleAsync(cancel);
}
