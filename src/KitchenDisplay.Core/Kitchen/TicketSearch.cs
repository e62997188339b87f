using System.Text.RegularExpressions;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>A ticket of the day, as a list shows it.</summary>
/// <param name="Table">Where the party sits or last sat, or its name.</param>
/// <param name="Dishes">Each with its number of portions, such as "2 Ribeye".</param>
/// <param name="OpenHere">How many portions these stations still work on.</param>
/// <param name="BumpedAt">When these stations last bumped something of it; null if they have not.</param>
public sealed record DayTicket(Guid TicketId, long Number, string Table, string Waiter, DateTimeOffset SentAt, string[] Dishes, int OpenHere, DateTimeOffset? BumpedAt);

/// <summary>Finds the tickets of the business day.</summary>
public sealed partial class TicketSearch(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>More than this nobody reads at a wall.</summary>
    public const int Most = 60;

    /// <summary>The tickets that say this in their number, table, name, waiter or dishes; what was bumped last comes first.</summary>
    /// <param name="text">Empty for all that these stations have to do with.</param>
    /// <param name="stationIds">Null for every station.</param>
    public async Task<IReadOnlyList<DayTicket>> FindAsync(string text, IReadOnlyList<Guid>? stationIds, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var house = await db.Restaurants.AsNoTracking().SingleAsync(cancel);
        var today = house.BusinessDay(clock.GetUtcNow());
        var sought = text.Trim();
        var like = $"%{LikeSpecial().Replace(sought, @"\$0")}%";
        var here = stationIds?.ToArray();
        return await db.Database.SqlQuery<DayTicket>($"""
            select t.id as "TicketId", t.number as "Number", case o.kind when 'Table' then coalesce(seats.names, '') else o.name end as "Table", p.name as "Waiter", t.sent_at as "SentAt",
                dishes.names as "Dishes", work.open_here as "OpenHere", work.bumped_at as "BumpedAt"
            from tickets t
            join orders o on o.id = t.order_id
            join people p on p.id = t.sent_by
            cross join lateral (
                select string_agg(d.name, '+' order by d.position) as names from order_tables s join dining_tables d on d.id = s.table_id
                where s.order_id = o.id and s.left_at is not distinct from o.closed_at) seats
            cross join lateral (
                select coalesce(array_agg(d.portions || ' ' || d.name order by d.place), array[]::text[]) as names
                from (select coalesce(l.kitchen_name, l.dish_name) as name, count(*) as portions, min(l.position) as place from lines l where l.ticket_id = t.id and l.state <> 'Void' group by 1) d) dishes
            cross join lateral (
                select count(*) as tasks, (count(*) filter (where k.state not in ('Held', 'Bumped')))::int as open_here, max(k.bumped_at) as bumped_at
                from lines l join prep_tasks k on k.line_id = l.id where l.ticket_id = t.id and ({here}::uuid[] is null or k.station_id = any({here}::uuid[]))) work
            where o.business_day = {today} and case when {sought} = '' then work.tasks > 0 else
                t.number::text = {sought} or o.name ilike {like} or seats.names ilike {like} or p.name ilike {like}
                or exists (select from lines l where l.ticket_id = t.id and (l.dish_name ilike {like} or l.kitchen_name ilike {like})) end
            order by work.bumped_at desc nulls last, t.number desc
            limit {Most}
            """).ToListAsync(cancel);
    }

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex LikeSpecial();
}
