using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>A counted line beside what the ledger says.</summary>
/// <param name="Now">What the ledger says now may be used at its place, in base units.</param>
public sealed record MatchedLine(CountLine Line, Tally Tally, decimal Now, Reconciled Result);

/// <summary>All counted lines of a sheet, reconciled.</summary>
/// <param name="Shelf">What lies where.</param>
/// <param name="Costs">The last price of each item, for one base unit.</param>
public sealed record SheetMatch(IReadOnlyList<MatchedLine> Lines, Shelf Shelf, IReadOnlyDictionary<Guid, decimal> Costs)
{
    // A transaction takes its time before it waits for a lock, so a row may be older by its time than what it came after. None waits as long as this.
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Reads and reconciles. Whoever books it has locked the items; whoever only looks reads one snapshot.</summary>
    internal static async Task<SheetMatch> ReadAsync(KitchenContext db, IReadOnlyList<CountLine> lines, DateOnly today, CancellationToken cancel)
    {
        var counted = lines.Where(l => l.TallyId is not null).ToList();
        var tallyIds = counted.Select(l => l.TallyId!.Value).ToArray();
        var items = counted.Select(l => l.ItemId).Distinct().ToArray();
        var tallies = await db.Tallies.AsNoTracking().Where(t => tallyIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancel);
        var shelf = await Shelf.ReadAsync(db, items, today, cancel);
        var rows = await RowsAsync(db, items, tallies, cancel);
        var later = await LaterAsync(db, counted, items, cancel);
        var costs = await db.Database.SqlQuery<LastCost>($"""select distinct on (item_id) item_id as "ItemId", unit_cost as "UnitCost" from lots where item_id = any ({items}) order by item_id, received_at desc, id desc""").ToDictionaryAsync(c => c.ItemId, c => c.UnitCost, cancel);
        var unplaced = counted.GroupBy(l => l.ItemId).Select(g => g.MaxBy(l => Off(tallies[l.TallyId!.Value]))!.Id).ToHashSet();
        return new([.. counted.Select(Match)], shelf, costs);

        MatchedLine Match(CountLine line)
        {
            var tally = tallies[line.TallyId!.Value];
            var now = shelf.Lots[line.ItemId].Where(l => l.PlaceId == line.PlaceId).Sum(l => l.OnHand);
            var since = rows[line.ItemId].Where(m => m.At >= tally.At - LongestWait && !tally.Known.Contains(m.Id)).ToList();
            // What was used and not in stock was taken where there was more than the ledger knew.
            var result = Reconciliation.Of(tally, line.PlaceId, now, since, unplaced.Contains(line.Id));
            return new(line, tally, now, later.Any(l => l.ItemId == line.ItemId && l.PlaceId == line.PlaceId && l.At > tally.At) ? result with { Booked = 0, IsOvertaken = true } : result);
        }
    }

    private static decimal Off(Tally tally) => tally.Quantity - tally.Expected;

    private static async Task<ILookup<Guid, Movement>> RowsAsync(KitchenContext db, Guid[] items, Dictionary<Guid, Tally> tallies, CancellationToken cancel)
    {
        var since = tallies.Count == 0 ? DateTimeOffset.MaxValue : tallies.Values.Min(t => t.At) - LongestWait;
        return (await db.Movements.AsNoTracking().Where(m => items.Contains(m.ItemId) && m.At >= since).ToListAsync(cancel)).ToLookup(m => m.ItemId);
    }

    /// <summary>What other sheets have booked of the same items and places, and when that was counted.</summary>
    private static async Task<List<CountedElsewhere>> LaterAsync(KitchenContext db, List<CountLine> lines, Guid[] items, CancellationToken cancel) => lines.Count == 0 ? []
        : await db.Database.SqlQuery<CountedElsewhere>($"""
            select l.item_id as "ItemId", l.place_id as "PlaceId", max(t.at) as "At" from count_lines l join tallies t on t.id = l.tally_id
            where l.item_id = any ({items}) and l.booked is not null and l.sheet_id <> {lines[0].SheetId} group by l.item_id, l.place_id
            """).ToListAsync(cancel);

    private sealed record LastCost(Guid ItemId, decimal UnitCost);

    private sealed record CountedElsewhere(Guid ItemId, Guid PlaceId, DateTimeOffset At);
}
