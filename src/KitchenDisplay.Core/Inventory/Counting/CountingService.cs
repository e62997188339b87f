using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>What people do to count sheets. Nothing of it touches the stock until a sheet is closed, so the kitchen trades on.</summary>
public sealed class CountingService(CommandBook book)
{
    private const decimal Most = 1_000_000_000;
    private const int MostParts = 20;

    /// <summary>Opens a sheet.</summary>
    public Task<SheetOpened> OpenAsync(OpenSheet command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.SheetId == Guid.Empty || await db.CountSheets.AnyAsync(s => s.Id == command.SheetId, ct)) throw new Refusal("This sheet is already open. Reload the page for the next one.");
            var all = await db.Places.AsNoTracking().ToListAsync(ct);
            var places = SheetPlan.Walk(all, [.. command.PlaceIds]);
            if (places.Count == 0) throw new Refusal("Choose what is to be counted: one place or more.");
            var name = InventoryService.Tidy(command.Name, 60) ?? Short(string.Join(", ", all.Where(p => command.PlaceIds.Contains(p.Id)).OrderBy(p => p.Position).Select(p => p.Name)));
            var lines = await SheetPlan.LinesAsync(db, command.SheetId, places, ct);
            db.Add(new CountSheet { Id = command.SheetId, Name = name, IsBlind = command.IsBlind, OpenedAt = now, OpenedBy = actor.PersonId });
            db.AddRange(lines);
            return new SheetOpened(command.SheetId, lines.Count);
        }, cancel);

    /// <summary>Counts a line, or counts it again.</summary>
    public Task<LineCounted> CountAsync(CountLineOnSheet command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var sheet = await db.CountLines.Where(l => l.Id == command.LineId).Select(l => (Guid?)l.SheetId).SingleOrDefaultAsync(ct) ?? throw new Refusal("This line does not exist any more. Reload the page.");
            await OpenSheetAsync(db, sheet, "for share", ct);
            var line = await db.CountLines.FromSql($"select * from count_lines where id = {command.LineId} for no key update").SingleAsync(ct);
            var item = await InventoryService.ItemAsync(db, line.ItemId, ct);
            var quantity = Sum(item, command.Parts);
            var before = line.TallyId is { } id ? await db.Tallies.AsNoTracking().SingleAsync(t => t.Id == id, ct) : null;
            if (before is not null && before.Id != command.Seen) throw await CountedMeanwhileAsync(db, item, before, ct);
            var said = string.Join(" + ", command.Parts.Select(p => $"{p.Quantity:0.####} {Units.Name(p.Unit)}"));
            var tally = before is not null && command.IsMore
                // What stood behind was there as well when the rest was counted.
                ? new Tally { Id = command.Id, LineId = line.Id, At = before.At, PersonId = actor.PersonId, Quantity = before.Quantity + quantity, Said = Short($"{before.Said} + {said}"), Expected = before.Expected, Known = before.Known }
                : await TallyAsync(db, command.Id, line, actor, now, quantity, Short(said), ct);
            db.Add(tally);
            line.TallyId = tally.Id;
            await RememberUnitAsync(db, line, Units.Name(command.Parts[^1].Unit), ct);
            return new LineCounted(line.Id, tally.Quantity, await db.CountLines.CountAsync(l => l.SheetId == sheet && l.TallyId == null && l.Id != line.Id, ct));
        }, cancel);

    /// <summary>Puts an item onto a sheet.</summary>
    public Task<LineAdded> AddAsync(AddLine command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            await OpenSheetAsync(db, command.SheetId, "for no key update", ct);
            if (await db.CountLines.AsNoTracking().SingleOrDefaultAsync(l => l.SheetId == command.SheetId && l.PlaceId == command.PlaceId && l.ItemId == command.ItemId, ct) is { } there) return new LineAdded(there.Id);
            await InventoryService.ItemAsync(db, command.ItemId, ct);
            await InventoryService.PlaceAsync(db, command.PlaceId, ct);
            if (command.LineId == Guid.Empty) throw new Refusal("A line without a number cannot be added. Reload the page and try again.");
            var last = await db.CountLines.Where(l => l.SheetId == command.SheetId).MaxAsync(l => (int?)l.Position, ct) ?? 0;
            db.Add(new CountLine { Id = command.LineId, SheetId = command.SheetId, PlaceId = command.PlaceId, ItemId = command.ItemId, Position = last + 1 });
            return new LineAdded(command.LineId);
        }, cancel);

    /// <summary>Books what a sheet has found.</summary>
    public Task<SheetClosed> CloseAsync(CloseSheet command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var sheet = await OpenSheetAsync(db, command.SheetId, "for update", ct);
            return await new SheetClosing(db, sheet, InventoryService.Stamp(command, actor, now)).CloseAsync(command.LeavesUncounted, ct);
        }, cancel);

    /// <summary>Throws an open sheet away.</summary>
    public Task<SheetDropped> DropAsync(DropSheet command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var sheet = await OpenSheetAsync(db, command.SheetId, "for update", ct);
            (sheet.State, sheet.EndedAt, sheet.EndedBy) = (SheetState.Dropped, now, actor.PersonId);
            return new SheetDropped(sheet.Id);
        }, cancel);

    /// <summary>Says in which order items stand at a place.</summary>
    public Task<ShelfSorted> SortAsync(SortShelf command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            await InventoryService.PlaceAsync(db, command.PlaceId, ct);
            var order = command.ItemIds.Distinct().ToList();
            if (order.Count > SheetPlan.Most || await db.Items.CountAsync(i => order.Contains(i.Id), ct) != order.Count) throw new Refusal("One of these items does not exist any more. Reload the page.");
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.shelf'))", ct);
            var spots = await db.ShelfSpots.Where(s => s.PlaceId == command.PlaceId).ToDictionaryAsync(s => s.ItemId, ct);
            foreach (var spot in spots.Values) spot.Position = 0;
            foreach (var (item, i) in order.Select((item, i) => (item, i)))
                if (spots.TryGetValue(item, out var spot)) spot.Position = i + 1;
                else db.Add(new ShelfSpot { PlaceId = command.PlaceId, ItemId = item, Position = i + 1 });
            return new ShelfSorted(command.PlaceId);
        }, cancel);

    // The item is locked for that moment: whatever was sold before is in what the ledger says, whatever is sold later is not.
    private static async Task<Tally> TallyAsync(KitchenContext db, Guid id, CountLine line, Actor actor, DateTimeOffset now, decimal quantity, string said, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, [line.ItemId], cancel);
        var shelf = await Shelf.ReadAsync(db, [line.ItemId], await InventoryService.TodayAsync(db, now, cancel), cancel);
        var since = now - SheetMatch.LongestWait;
        return new Tally
        {
            Id = id,
            LineId = line.Id,
            At = now,
            PersonId = actor.PersonId,
            Quantity = quantity,
            Said = said,
            Expected = shelf.Lots[line.ItemId].Where(l => l.PlaceId == line.PlaceId).Sum(l => l.OnHand),
            Known = await db.Movements.Where(m => m.ItemId == line.ItemId && m.At >= since).Select(m => m.Id).ToArrayAsync(cancel),
        };
    }

    private static async Task<CountSheet> OpenSheetAsync(KitchenContext db, Guid id, string with, CancellationToken cancel)
    {
#pragma warning disable EF1002 // One of three words of this class.
        var sheet = await db.CountSheets.FromSqlRaw($"select * from count_sheets where id = {{0}} {with}", id).SingleOrDefaultAsync(cancel) ?? throw new Refusal("This sheet does not exist any more.");
#pragma warning restore EF1002
        return sheet.State switch
        {
            SheetState.Open => sheet,
            SheetState.Closed => throw new Refusal("{0} is closed: what it found is booked. Open another sheet to count again.", sheet.Name),
            _ => throw new Refusal("{0} was thrown away. Open another sheet.", sheet.Name),
        };
    }

    private static decimal Sum(Item item, IReadOnlyList<CountedPart> parts)
    {
        if (parts.Count is 0 or > MostParts) throw new Refusal("{0}: say how much there is, 0 if there is none.", item.Name);
        if (parts.Any(p => p.Quantity is < 0 or > Most)) throw new Refusal("{0}: count from 0.", item.Name);
        var sum = parts.Sum(p => p.Quantity == 0 ? 0 : InventoryService.Base(item, p.Quantity, p.Unit));
        return sum <= Most ? sum : throw new Refusal("{0}: this is more than can be counted.", item.Name);
    }

    private static async Task<Refusal> CountedMeanwhileAsync(KitchenContext db, Item item, Tally tally, CancellationToken cancel)
    {
        var who = await db.People.Where(p => p.Id == tally.PersonId).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "?";
        return new Refusal("{0} has just counted {1}: {2}. If you have counted it otherwise, say it once more.", who, item.Name, tally.Said) { CanBeConfirmed = true };
    }

    private static Task<int> RememberUnitAsync(KitchenContext db, CountLine line, string unit, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        insert into shelf_spots (place_id, item_id, position, unit) values ({line.PlaceId}, {line.ItemId}, 0, {unit})
        on conflict (place_id, item_id) do update set unit = excluded.unit where shelf_spots.unit is distinct from excluded.unit
        """, cancel);

    private static string Short(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
}
