using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Sight;

/// <summary>That a line in one version is on screen at a station.</summary>
/// <param name="StationId"><see cref="SightService.Everywhere"/> for a screen of all stations.</param>
public sealed record SeenAt(Guid LineId, int Version, Guid StationId, DateTimeOffset At);

/// <summary>A line that was NOT ON SCREEN.</summary>
/// <param name="Label">Table, tab or guest.</param>
/// <param name="Until">Null while it still is.</param>
public sealed record MissingLine(Guid Id, long Ticket, string Label, string Dish, string Station, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>Reads what is seen and what is not, for those who ask.</summary>
public sealed class SightService(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>Stands for all stations in a sighting: what the expediter sees, no grill cook has seen.</summary>
    public static readonly Guid Everywhere = Guid.Empty;

    /// <summary>Where the lines of these tickets are on screen.</summary>
    public async Task<IReadOnlyList<SeenAt>> SeenAsync(IReadOnlyCollection<Guid> ticketIds, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Sightings.Where(s => ticketIds.Contains(s.TicketId)).Select(s => new SeenAt(s.LineId, s.Version, s.StationId, s.At)).ToListAsync(cancel);
    }

    /// <summary>The screens that were heard since then.</summary>
    public async Task<IReadOnlyList<Screen>> ScreensAsync(DateTimeOffset since, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Screens.AsNoTracking().Where(s => s.HeardAt >= since).OrderByDescending(s => s.HeardAt).Take(500).ToListAsync(cancel);
    }

    /// <summary>What was NOT ON SCREEN since then, the last one first; at most 500.</summary>
    public async Task<IReadOnlyList<MissingLine>> MissingAsync(DateTimeOffset since, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<MissingLine>($"""
            select m.id as "Id", t.number as "Ticket", coalesce(l.kitchen_name, l.dish_name) as "Dish", s.name as "Station", m.since as "Since", m.until as "Until",
                coalesce(case when o.kind = 'Table' then (select string_agg(d.name, '+' order by d.position) from order_tables b join dining_tables d on d.id = b.table_id where b.order_id = o.id) else o.name end, '') as "Label"
            from missing m join prep_tasks k on k.id = m.task_id join lines l on l.id = k.line_id join tickets t on t.id = m.ticket_id
                join orders o on o.id = t.order_id join stations s on s.id = m.station_id
            where m.since >= {since} or m.until is null
            order by m.since desc, m.id limit 500
            """).ToListAsync(cancel);
    }
}
