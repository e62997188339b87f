using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>A line beside what the ledger says. Quantities in base units.</summary>
/// <param name="Expected">What the ledger said when it was counted.</param>
/// <param name="Moved">What has come and gone since then; null once the sheet is closed.</param>
/// <param name="Booked">What is booked, or would be now.</param>
/// <param name="Worth">Of that, in the restaurant's currency; while the sheet is open at the last price.</param>
public sealed record LineResult(Guid LineId, Guid ItemId, string Item, BaseUnit Unit, string Place, decimal Counted, string Said, string? By, DateTimeOffset At, decimal Expected, decimal? Moved, decimal Booked, decimal Worth, bool IsOvertaken);

/// <summary>What was used of an item since it was counted last, against what the recipes say. Quantities in base units.</summary>
/// <param name="Since">When it was counted last, or the ledger's first row that is looked at.</param>
/// <param name="ByRecipes">What was used by the recipes of what was sold.</param>
/// <param name="Gap">What was used beyond that; negative when less was.</param>
/// <param name="Cost">Of one base unit, in the restaurant's currency.</param>
public sealed record ItemVariance(Guid ItemId, string Item, BaseUnit Unit, DateTimeOffset Since, decimal ByRecipes, decimal Gap, decimal Cost, IReadOnlyDictionary<VarianceCause, decimal> Causes)
{
    /// <summary>What the gap has cost, in the restaurant's currency.</summary>
    public decimal Worth => Gap * Cost;
}

/// <summary>What a sheet has found.</summary>
/// <param name="Left">Lines that nobody has counted.</param>
/// <param name="Items">What has cost most first.</param>
public sealed record SheetResult(Guid Id, string Name, SheetState State, DateTimeOffset? EndedAt, int Left, IReadOnlyList<LineResult> Lines, IReadOnlyList<ItemVariance> Items)
{
    /// <summary>What a cause has cost, over all items.</summary>
    public decimal Worth(VarianceCause cause) => Items.Sum(i => i.Causes.GetValueOrDefault(cause) * i.Cost);
}

/// <summary>Reads what a sheet has found, and why.</summary>
internal sealed class Variances(KitchenContext db, CountSheet sheet)
{
    // What nobody has counted for longer is compared with its last weeks only.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    internal async Task<SheetResult> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var lines = await db.CountLines.AsNoTracking().Where(l => l.SheetId == sheet.Id).OrderBy(l => l.Position).ToListAsync(cancel);
        var match = await SheetMatch.ReadAsync(db, lines, await InventoryService.TodayAsync(db, now, cancel), cancel);
        var ids = lines.Select(l => l.ItemId).Distinct().ToArray();
        var items = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        var places = await db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        List<LineResult> results = [.. match.Lines.Select(Result)];
        return new(sheet.Id, sheet.Name, sheet.State, sheet.EndedAt, lines.Count(l => l.TallyId is null), results, await ItemsAsync(results, match.Costs, now, cancel));

        LineResult Result(MatchedLine m)
        {
            var item = items[m.Line.ItemId];
            var booked = sheet.State == SheetState.Closed ? m.Line.Booked ?? 0 : m.Result.Booked;
            var worth = sheet.State == SheetState.Closed ? m.Line.Worth ?? 0 : booked * match.Costs.GetValueOrDefault(item.Id);
            return new(m.Line.Id, item.Id, item.Name, item.Unit, places[m.Line.PlaceId], m.Tally.Quantity, m.Tally.Said, people.GetValueOrDefault(m.Tally.PersonId), m.Tally.At, m.Tally.Expected,
                sheet.State == SheetState.Closed ? null : m.Result.Moved, booked, worth, sheet.State == SheetState.Closed ? m.Line.IsOvertaken : m.Result.IsOvertaken);
        }
    }

    private async Task<IReadOnlyList<ItemVariance>> ItemsAsync(IReadOnlyList<LineResult> lines, IReadOnlyDictionary<Guid, decimal> costs, DateTimeOffset now, CancellationToken cancel)
    {
        var until = sheet.EndedAt ?? now;
        var earliest = until - Longest;
        var ids = lines.Select(l => l.ItemId).Distinct().ToArray();
        var known = await db.Database.SqlQuery<Known>($"""
            with items as (
                select i.id, coalesce(greatest(last.at, {earliest}), {earliest}) as since, coalesce(last.booked, 0) as last_difference from unnest({ids}) as i (id)
                left join lateral (
                    select t.at, (select sum(o.booked) from count_lines o where o.sheet_id = l.sheet_id and o.item_id = i.id) as booked
                    from count_lines l join tallies t on t.id = l.tally_id join count_sheets s on s.id = l.sheet_id
                    where l.item_id = i.id and s.state = 'Closed' and s.id <> {sheet.Id} and s.ended_at < {until} order by t.at desc limit 1) last on true)
            select i.id as "ItemId", i.since as "Since", i.last_difference as "LastDifference", coalesce(m.by_recipes, 0) as "ByRecipes", coalesce(m.wasted, 0) as "Wasted", coalesce(m.found, 0) as "Found", coalesce(u.quantity, 0) as "Unmapped"
            from items i
            left join lateral (
                select -sum(on_hand_delta) filter (where line_id is not null and kind in ('Consumed', 'Corrected') and reserved_delta <> 0) as by_recipes,
                    -sum(case when lot_id is null then on_hand_delta else lot_delta end) filter (where kind = 'Wasted') as wasted,
                    sum(on_hand_delta) filter (where lot_id is null and (kind = 'Counted' or (kind = 'Corrected' and line_id is not null and reserved_delta = 0))) as found
                from movements where item_id = i.id and at > i.since and at <= {until}) m on true
            left join lateral (
                select sum(n.quantity) as quantity from dish_needs n join lines l on l.dish_id = n.dish_id join tickets t on t.id = l.ticket_id
                where n.item_id = i.id and t.sent_at > i.since and t.sent_at <= {until} and l.served_at is not null
                    and not exists (select from movements x where x.line_id = l.id and x.item_id = i.id)) u on true
            """).ToListAsync(cancel);
        return [.. known.Select(Variance).OrderByDescending(v => Math.Abs(v.Worth)).ThenBy(v => v.Item, StringComparer.CurrentCulture)];

        ItemVariance Variance(Known of)
        {
            var line = lines.First(l => l.ItemId == of.ItemId);
            var evidence = new VarianceEvidence(lines.Where(l => l.ItemId == of.ItemId).Sum(l => l.Booked), of.Found, of.ByRecipes, of.Wasted, of.Unmapped, of.LastDifference);
            return new(of.ItemId, line.Item, line.Unit, of.Since, of.ByRecipes, evidence.Gap, costs.GetValueOrDefault(of.ItemId), VarianceCauses.Of(evidence));
        }
    }

    private sealed record Known(Guid ItemId, DateTimeOffset Since, decimal LastDifference, decimal ByRecipes, decimal Wasted, decimal Found, decimal Unmapped);
}
