using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>A count sheet as a list shows it.</summary>
/// <param name="State">As stored: a <see cref="SheetState"/>.</param>
/// <param name="Worth">Of what was booked, in the restaurant's currency; null while it is open.</param>
public sealed record SheetRow(Guid Id, string Name, bool IsBlind, string State, DateTimeOffset OpenedAt, string? OpenedBy, DateTimeOffset? EndedAt, int Lines, int Counted, decimal? Worth);

/// <summary>A line as whoever counts sees it. Quantities in base units.</summary>
public sealed record LineView
{
    public required Guid LineId { get; init; }
    public required int Position { get; init; }
    public required Guid PlaceId { get; init; }
    public required string Place { get; init; }
    public required Item Item { get; init; }

    /// <summary>The unit in which it was counted here last.</summary>
    public required string Unit { get; init; }

    /// <summary>What lies there and may not be used: it is not counted.</summary>
    public required decimal KeptBack { get; init; }

    /// <summary>The tally that holds; null while nobody has counted it.</summary>
    public required Tally? Tally { get; init; }
    public required string? CountedBy { get; init; }

    /// <summary>What the ledger says now; null on a blind sheet.</summary>
    public required decimal? Ledger { get; init; }
}

/// <summary>Who counts on a sheet, and what they counted last.</summary>
public sealed record Counter(Guid PersonId, string Name, string Place, string Item, DateTimeOffset At, int Lines);

/// <summary>A count sheet with its lines, in the order in which one walks along.</summary>
public sealed record SheetView(Guid Id, string Name, bool IsBlind, SheetState State, DateTimeOffset OpenedAt, IReadOnlyList<LineView> Lines, IReadOnlyList<Counter> Counters)
{
    public int Left => Lines.Count(l => l.Tally is null);
}

/// <summary>Reads count sheets, for those who count.</summary>
public sealed class CountSheets(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>Those that are open, and then the last ones that are not; the newest first.</summary>
    public async Task<IReadOnlyList<SheetRow>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<SheetRow>($"""
            select s.id as "Id", s.name as "Name", s.is_blind as "IsBlind", s.state as "State", s.opened_at as "OpenedAt", p.name as "OpenedBy", s.ended_at as "EndedAt",
                count(l.id)::int as "Lines", count(l.tally_id)::int as "Counted", sum(l.worth) as "Worth"
            from count_sheets s left join count_lines l on l.sheet_id = s.id left join people p on p.id = s.opened_by
            where s.state <> 'Dropped' group by s.id, p.name order by s.state = 'Open' desc, s.opened_at desc limit {Most}
            """).ToListAsync(cancel);
    }

    /// <summary>A sheet; null when there is none.</summary>
    public async Task<SheetView?> SheetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.CountSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } sheet) return null;
        var lines = await db.CountLines.AsNoTracking().Where(l => l.SheetId == id).OrderBy(l => l.Position).ToListAsync(cancel);
        var itemIds = lines.Select(l => l.ItemId).Distinct().ToArray();
        var items = await db.Items.AsNoTracking().Include(i => i.Measures).Where(i => itemIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var tallies = await db.Tallies.AsNoTracking().Where(t => db.Set<CountLine>().Any(l => l.TallyId == t.Id && l.SheetId == id)).ToDictionaryAsync(t => t.Id, cancel);
        var units = (await db.ShelfSpots.AsNoTracking().Where(s => itemIds.Contains(s.ItemId)).ToListAsync(cancel)).ToDictionary(s => (s.PlaceId, s.ItemId), s => s.Unit);
        var there = await ThereAsync(db, itemIds, cancel);
        return new(id, sheet.Name, sheet.IsBlind, sheet.State, sheet.OpenedAt, [.. lines.Select(View)], Counters());

        LineView View(CountLine line)
        {
            var item = items[line.ItemId];
            var tally = line.TallyId is { } tallied ? tallies[tallied] : null;
            var lies = there.GetValueOrDefault((line.ItemId, line.PlaceId));
            return new()
            {
                LineId = line.Id,
                Position = line.Position,
                PlaceId = line.PlaceId,
                Place = places[line.PlaceId],
                Item = item,
                Unit = units.GetValueOrDefault((line.PlaceId, line.ItemId)) is { } unit && CountUnits.Of(item).Contains(unit) ? unit : CountUnits.Usual(item.Unit),
                KeptBack = lies?.KeptBack ?? 0,
                Tally = tally,
                CountedBy = tally is null ? null : people.GetValueOrDefault(tally.PersonId),
                Ledger = sheet.IsBlind ? null : lies?.Usable ?? 0,
            };
        }

        IReadOnlyList<Counter> Counters() =>
        [
            .. tallies.Values.GroupBy(t => t.PersonId).Select(g => (Last: g.MaxBy(t => t.Id)!, Lines: g.Count()))
                .Select(c => (c.Last, c.Lines, Line: lines.Single(l => l.Id == c.Last.LineId)))
                .Select(c => new Counter(c.Last.PersonId, people.GetValueOrDefault(c.Last.PersonId, "?"), places[c.Line.PlaceId], items[c.Line.ItemId].Name, c.Last.At, c.Lines)).OrderBy(c => c.Name),
        ];
    }

    /// <summary>What a sheet would book now, or has booked; null when there is no such sheet.</summary>
    public async Task<SheetResult?> ResultAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        if (await db.CountSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } sheet) return null;
        return await new Variances(db, sheet).ReadAsync(clock.GetUtcNow(), cancel);
    }

    /// <summary>What stands at a place, in the order of its shelf; what nobody has sorted in comes last.</summary>
    public async Task<IReadOnlyList<ShelfRow>> ShelfAsync(Guid place, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<ShelfRow>($"""
            select i.id as "ItemId", i.name as "Item", max(a.position) as "Position" from (
                select item_id, 0 as position from stock_lots where place_id = {place} and on_hand > 0
                union all select item_id, position from shelf_spots where place_id = {place}) a
            join items i on i.id = a.item_id group by i.id, i.name order by nullif(max(a.position), 0) nulls last, i.name limit {SheetPlan.Most}
            """).ToListAsync(cancel);
    }

    private static async Task<Dictionary<(Guid, Guid), There>> ThereAsync(KitchenContext db, Guid[] items, CancellationToken cancel) =>
        (await db.Database.SqlQuery<There>($"""
            select s.item_id as "ItemId", s.place_id as "PlaceId", coalesce(sum(s.on_hand) filter (where l.state = 'Usable'), 0) as "Usable", coalesce(sum(s.on_hand) filter (where l.state <> 'Usable'), 0) as "KeptBack"
            from stock_lots s join lots l on l.id = s.lot_id where s.item_id = any ({items}) and s.on_hand > 0 group by s.item_id, s.place_id
            """).ToListAsync(cancel)).ToDictionary(t => (t.ItemId, t.PlaceId));

    private sealed record There(Guid ItemId, Guid PlaceId, decimal Usable, decimal KeptBack);
}

/// <summary>An item on a shelf.</summary>
/// <param name="Position">From 1; 0 for wherever nobody has said it.</param>
public sealed record ShelfRow(Guid ItemId, string Item, int Position);
