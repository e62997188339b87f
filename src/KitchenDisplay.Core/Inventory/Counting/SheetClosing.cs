using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>Closes a sheet that is locked: all of its differences in one go, and what was counted is strict until the service ends.</summary>
internal sealed class SheetClosing(KitchenContext db, CountSheet sheet, Stamp stamp)
{
    private const string Reason = "sheet counted";

    internal async Task<SheetClosed> CloseAsync(bool leavesUncounted, CancellationToken cancel)
    {
        var lines = await db.CountLines.Where(l => l.SheetId == sheet.Id).OrderBy(l => l.Position).ToListAsync(cancel);
        var left = lines.Count(l => l.TallyId is null);
        if (left == lines.Count) throw new Refusal("Nobody has counted anything on this sheet yet. Count, or throw the sheet away.");
        if (left > 0 && !leavesUncounted) throw left == 1 ? new Refusal("1 line is not counted. Count it, or say that it stays as the ledger says.") { CanBeConfirmed = true }
            : new Refusal("{0} lines are not counted. Count them, or say that they stay as the ledger says.", left) { CanBeConfirmed = true };
        var items = lines.Where(l => l.TallyId is not null).Select(l => l.ItemId).Distinct().ToArray();
        var stock = await Ledger.LockAsync(db, items, cancel);
        var match = await SheetMatch.ReadAsync(db, lines, await InventoryService.TodayAsync(db, stamp.Now, cancel), cancel);
        var picker = new Picker(match.Shelf);
        var rows = match.Lines.SelectMany(l => Rows(l, picker, match.Costs)).ToList();
        // Lots that were found have to be there before their rows are.
        await db.SaveChangesAsync(cancel);
        await Ledger.PostAsync(db, rows, cancel);
        foreach (var line in match.Lines) line.Line.IsOvertaken = line.Result.IsOvertaken;
        (sheet.State, sheet.EndedAt, sheet.EndedBy) = (SheetState.Closed, stamp.Now, stamp.PersonId);
        var counted = match.Lines.Where(l => !l.Result.IsOvertaken).Select(l => l.Line.ItemId).Distinct().ToArray();
        var promised = counted.Where(i => stock[i].Reserved > stock[i].OnHand + rows.Where(r => r.ItemId == i).Sum(r => r.OnHandDelta)).ToArray();
        await BeStrictAsync(counted, promised, cancel);
        return new SheetClosed(sheet.Id, match.Lines.Count, match.Lines.Sum(l => l.Line.Worth ?? 0), await NameAsync(promised, cancel));
    }

    private IReadOnlyList<Movement> Rows(MatchedLine line, Picker picker, IReadOnlyDictionary<Guid, decimal> costs)
    {
        IReadOnlyList<Movement> rows = line.Result.Booked switch
        {
            < 0 => [.. picker.Take(line.Line.ItemId, -line.Result.Booked, at: line.Line.PlaceId).Select(p => InventoryService.Gone(MovementKind.Counted, line.Line.ItemId, p, stamp, Reason))],
            > 0 => [Found(line.Line, line.Result.Booked, costs.GetValueOrDefault(line.Line.ItemId))],
            _ => [],
        };
        line.Line.Booked = rows.Sum(r => r.OnHandDelta);
        line.Line.Worth = rows.Sum(r => r.OnHandDelta * (r.UnitCost ?? 0));
        return rows;
    }

    private Movement Found(CountLine line, decimal quantity, decimal cost)
    {
        // A lot of its own: whatever it is, it did not come with the others.
        var lot = new Lot { ItemId = line.ItemId, Code = $"counted {stamp.Now:yyyy-MM-dd}", ReceivedAt = stamp.Now, UnitCost = cost };
        InventoryService.AddLot(db, lot);
        return InventoryService.NewRow(MovementKind.Counted, lot, line.PlaceId, quantity, stamp) with { LayerDelta = quantity, Reason = Reason };
    }

    // What is promised beyond what there is stays promised: then it cannot be strict, and somebody has to speak with these tables.
    private async Task BeStrictAsync(Guid[] counted, Guid[] promised, CancellationToken cancel)
    {
        var until = (await db.Restaurants.AsNoTracking().SingleAsync(cancel)).ServiceEnds(await db.Set<Service>().AsNoTracking().ToListAsync(cancel), stamp.Now);
        await db.Database.ExecuteSqlAsync($"""
            update stock set strict_until = {until}, allow_short = item_id = any ({promised}), short_at = case when item_id = any ({promised}) then {stamp.Now} end where item_id = any ({counted})
            """, cancel);
    }

    private async Task<IReadOnlyList<PromisedItem>> NameAsync(Guid[] items, CancellationToken cancel)
    {
        var named = new List<PromisedItem>();
        foreach (var item in await db.Items.Where(i => items.Contains(i.Id)).OrderBy(i => i.Name).Select(i => new { i.Id, i.Name }).ToListAsync(cancel))
            named.Add(new(item.Id, item.Name, await InventoryService.PromisedToAsync(db, item.Id, cancel)));
        return named;
    }
}
