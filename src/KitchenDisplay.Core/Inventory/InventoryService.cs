using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What people do to the stock by hand. Each is one transaction of ledger rows and their sums.</summary>
public sealed class InventoryService(CommandBook book)
{
    private const decimal Most = 1_000_000_000;
    private static readonly TimeSpan LongestDate = TimeSpan.FromDays(366 * 20);

    /// <summary>Receives a lot.</summary>
    public Task<StockMoved> ReceiveAsync(ReceiveStock command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var item = await ItemAsync(db, command.ItemId, ct);
            var (lot, quantity) = await UnpackAsync(db, command, item, await TodayAsync(db, now, ct), now, ct);
            await PostAsync(db, [Received(lot, command.PlaceId, quantity, Stamp(command, actor, now))], ct);
            return new StockMoved(item.Id, quantity);
        }, cancel);

    /// <summary>Counts an item.</summary>
    public Task<StockCounted> CountAsync(CountStock command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var item = await ItemAsync(db, command.ItemId, ct);
            if (command.Quantity is < 0 or > Most) throw new Refusal("{0}: count from 0.", item.Name);
            var counted = command.Quantity == 0 ? 0 : Base(item, command.Quantity, command.Unit);
            var today = await TodayAsync(db, now, ct);
            var stamp = Stamp(command, actor, now);
            var stock = (await Ledger.LockAsync(db, [item.Id], ct))[item.Id];
            var shelf = await Shelf.ReadAsync(db, [item.Id], today, ct);
            var here = shelf.Lots[item.Id].Where(l => (command.PlaceId is null || l.PlaceId == command.PlaceId) && (command.LotId is null || l.LotId == command.LotId)).ToList();
            var difference = counted - here.Sum(l => l.OnHand);
            if (difference < 0) await Ledger.PostAsync(db, [.. new Picker(shelf with { Lots = here.ToLookup(l => l.ItemId) }).Take(item.Id, -difference).Select(p => Gone(MovementKind.Counted, item.Id, p, stamp, CountWords.Of(command)))], ct);
            else if (difference > 0) await FoundAsync(db, item, command, difference, today, stamp, ct);
            // That it was as it should be is known as well: an older count that is booked later must not undo it.
            else await Ledger.PostAsync(db, [new Movement { At = now, Kind = MovementKind.Counted, ItemId = item.Id, PlaceId = command.PlaceId, CommandId = stamp.CommandId, PersonId = stamp.PersonId, Reason = CountWords.Of(command) }], ct);
            // What is promised beyond what there is stays promised: then it cannot be strict, and somebody has to speak with these tables.
            var until = (await db.Restaurants.AsNoTracking().SingleAsync(ct)).ServiceEnds(await db.Set<Service>().AsNoTracking().ToListAsync(ct), now);
            var strict = stock.Reserved <= stock.OnHand + difference;
            await db.Stock.Where(s => s.ItemId == item.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.AllowShort, !strict).SetProperty(s => s.StrictUntil, until).SetProperty(s => s.ShortAt, strict ? null : now), ct);
            return new StockCounted(item.Id, difference, strict, strict ? [] : await PromisedToAsync(db, item.Id, ct));
        }, cancel);

    /// <summary>Throws some of an item away.</summary>
    public Task<StockMoved> WasteAsync(WasteStock command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var item = await ItemAsync(db, command.ItemId, ct);
            var reason = Tidy(command.Reason, 200) ?? throw new Refusal("Say why {0} is thrown away.", item.Name);
            var quantity = Base(item, command.Quantity, command.Unit);
            await Ledger.LockAsync(db, [item.Id], ct);
            // What is blocked is thrown away as well, and most often.
            var (shelf, isUsable) = command.LotId is { } id ? await LotShelfAsync(db, item.Id, id, ct) : (await Shelf.ReadAsync(db, [item.Id], await TodayAsync(db, now, ct), ct), true);
            var picks = new Picker(shelf).Take(item.Id, quantity);
            if (picks.Any(p => p.Lot is null)) throw new Refusal("There is not so much {0}: {1:0.####} is all. Count it first.", item.Name, picks.Where(p => p.Lot is not null).Sum(p => p.Quantity));
            await Ledger.PostAsync(db, [.. picks.Select(p => Gone(MovementKind.Wasted, item.Id, p, Stamp(command, actor, now), reason)).Select(row => isUsable ? row : row with { OnHandDelta = 0 })], ct);
            return new StockMoved(item.Id, quantity);
        }, cancel);

    /// <summary>Reverses a row.</summary>
    public Task<StockMoved> CorrectAsync(CorrectMovement command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var reason = Tidy(command.Reason, 200) ?? throw new Refusal("Say why it is reversed.");
            var at = command.At.ToUniversalTime();
            var row = await db.Movements.AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.MovementId && m.At == at, ct) ?? throw new Refusal("This row does not exist.");
            // What a ticket has moved goes back by what is done to the ticket.
            if (row.LineId is not null || row.Kind is not (MovementKind.Received or MovementKind.Wasted or MovementKind.Counted)) throw new Refusal("Only what was received, wasted or counted by hand can be reversed.");
            await Ledger.LockAsync(db, [row.ItemId], ct);
            if (await db.Movements.AnyAsync(m => m.ReversesId == row.Id && m.At >= row.At, ct)) throw new Refusal("This row has already been reversed.");
            var left = await db.StockLots.Where(s => s.LotId == row.LotId && s.PlaceId == row.PlaceId).Select(s => s.OnHand).SingleOrDefaultAsync(ct);
            if (left < row.LotDelta) throw new Refusal("Some of it has been used since. Count what is left instead.");
            if (row.LayerDelta > 0 && await db.CostLayers.Where(l => l.LotId == row.LayerId).Select(l => l.Remaining).SingleOrDefaultAsync(ct) < row.LayerDelta) throw new Refusal("Some of it has been used since. Count what is left instead.");
            await Ledger.PostAsync(db, [row.Reversed(Stamp(command, actor, now), reason)], ct);
            return new StockMoved(row.ItemId, -row.OnHandDelta);
        }, cancel);

    /// <summary>Says how an item is sold.</summary>
    public Task<ItemGuarded> GuardAsync(GuardItem command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var item = await ItemAsync(db, command.ItemId, ct);
            var stock = (await Ledger.LockAsync(db, [item.Id], ct))[item.Id];
            if (command.IsStrict && stock.Reserved > stock.OnHand) throw new Refusal("More {0} is promised than there is. Count it first.", item.Name);
            await db.Stock.Where(s => s.ItemId == item.Id).ExecuteUpdateAsync(set => set
                .SetProperty(s => s.AllowShort, !command.IsStrict).SetProperty(s => s.AlwaysStrict, command.IsStrict).SetProperty(s => s.IsLimiting, command.IsLimiting)
                .SetProperty(s => s.ShortAt, s => command.IsStrict ? null : s.ShortAt), ct);
            return new ItemGuarded(command.IsStrict, command.IsLimiting);
        }, cancel);

    /// <summary>Adds a storage place or changes it.</summary>
    public Task<PlaceSaved> SavePlaceAsync(SavePlace command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var name = Tidy(command.Name, 60) ?? throw new Refusal("Give the place a name of 1 to {0} characters.", 60);
            if (command.PlaceId == Guid.Empty) throw new Refusal("A place without a number cannot be saved. Reload the page and try again.");
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.places'))", ct);
            var places = await db.Places.ToDictionaryAsync(p => p.Id, ct);
            for (var above = command.ParentId; above is { } id; above = places.TryGetValue(id, out var next) ? next.ParentId : throw new Refusal("The place that it is in does not exist any more."))
                if (id == command.PlaceId) throw new Refusal("{0} cannot be inside of itself.", name);
            if (places.TryGetValue(command.PlaceId, out var place)) (place.Name, place.ParentId) = (name, command.ParentId);
            else db.Add(new Place { Id = command.PlaceId, Name = name, ParentId = command.ParentId, Position = places.Count + 1 });
            return new PlaceSaved(command.PlaceId);
        }, cancel);

    private static async Task FoundAsync(KitchenContext db, Item item, CountStock command, decimal difference, DateOnly today, Stamp stamp, CancellationToken cancel)
    {
        var last = await db.Lots.AsNoTracking().Where(l => l.ItemId == item.Id).OrderByDescending(l => l.ReceivedAt).FirstOrDefaultAsync(cancel);
        var place = command.PlaceId ?? await db.StockLots.Where(s => s.ItemId == item.Id && s.OnHand > 0).Select(s => (Guid?)s.PlaceId).FirstOrDefaultAsync(cancel) ?? await db.Places.OrderBy(p => p.Position).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel)
            ?? throw new Refusal("Add a storage place first.");
        // A lot of its own: whatever it is, it did not come with the others.
        var lot = new Lot { ItemId = item.Id, Code = $"counted {today:yyyy-MM-dd}", ReceivedAt = stamp.Now, UnitCost = last?.UnitCost ?? 0 };
        AddLot(db, lot);
        await PostAsync(db, [NewRow(MovementKind.Counted, lot, place, difference, stamp) with { LayerDelta = difference, Reason = CountWords.Of(command) }], cancel);
    }

    internal static Task<List<long>> PromisedToAsync(KitchenContext db, Guid item, CancellationToken cancel) => db.Database.SqlQuery<long>($"""
        select t.number as "Value" from (
            select m.line_id from movements m where m.item_id = {item} and m.line_id is not null group by m.line_id having sum(m.reserved_delta) > 0) p
        join lines l on l.id = p.line_id join tickets t on t.id = l.ticket_id group by t.number order by t.number
        """).ToListAsync(cancel);

    /// <summary>Makes a lot of what has come in; nothing of it is posted yet.</summary>
    /// <returns>The lot, and how much of it there is, in base units.</returns>
    internal static async Task<(Lot Lot, decimal Quantity)> UnpackAsync(KitchenContext db, ReceiveStock command, Item item, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var quantity = Base(item, command.Quantity, command.Unit);
        var pack = command.Pack is { } size ? Base(item, size, command.Unit) : (decimal?)null;
        if (command.Price is < 0 or > Most) throw new Refusal("{0}: say what all of it cost, from 0.", item.Name);
        if (pack > quantity) throw new Refusal("{0}: a pack cannot hold more than came in.", item.Name);
        CheckDates(item, command, today);
        if (command.LotId == Guid.Empty || db.Lots.Local.Any(l => l.Id == command.LotId) || await db.Lots.AnyAsync(l => l.Id == command.LotId, cancel)) throw new Refusal("This delivery has already been entered. Reload the page for the next one.");
        await PlaceAsync(db, command.PlaceId, cancel);
        var lot = new Lot
        {
            Id = command.LotId,
            ItemId = item.Id,
            Code = Tidy(command.Code, 60) ?? $"{today:yyyy-MM-dd}",
            ReceivedAt = now,
            UseBy = command.UseBy,
            BestBefore = command.BestBefore,
            PackSize = pack,
            UnitCost = Math.Round(command.Price / quantity, 6),
        };
        AddLot(db, lot);
        return (lot, quantity);
    }

    /// <summary>The row of the ledger for a lot that has come in.</summary>
    internal static Movement Received(Lot lot, Guid place, decimal quantity, Stamp stamp) => NewRow(MovementKind.Received, lot, place, quantity, stamp) with { LayerDelta = quantity };

    internal static void AddLot(KitchenContext db, Lot lot)
    {
        db.Add(lot);
        db.Add(new CostLayer { LotId = lot.Id, ItemId = lot.ItemId, ReceivedAt = lot.ReceivedAt, UnitCost = lot.UnitCost });
    }

    /// <summary>Saves the lots, which have to be there before their rows are, and posts these.</summary>
    internal static async Task PostAsync(KitchenContext db, IReadOnlyList<Movement> rows, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await Ledger.LockAsync(db, rows.Select(r => r.ItemId), cancel);
        await Ledger.PostAsync(db, rows, cancel);
    }

    internal static Movement NewRow(MovementKind kind, Lot lot, Guid place, decimal quantity, Stamp stamp) => new()
    {
        At = stamp.Now,
        Kind = kind,
        ItemId = lot.ItemId,
        PlaceId = place,
        LotId = lot.Id,
        LayerId = lot.Id,
        OnHandDelta = quantity,
        LotDelta = quantity,
        UnitCost = lot.UnitCost,
        CommandId = stamp.CommandId,
        PersonId = stamp.PersonId,
    };

    internal static Movement Gone(MovementKind kind, Guid item, Pick pick, Stamp stamp, string reason) => new()
    {
        At = stamp.Now,
        Kind = kind,
        ItemId = item,
        PlaceId = pick.Lot?.PlaceId,
        LotId = pick.Lot?.LotId,
        LayerId = pick.LayerId,
        OnHandDelta = -pick.Quantity,
        LotDelta = -pick.Quantity,
        LayerDelta = pick.LayerId is null ? 0 : -pick.Quantity,
        UnitCost = pick.UnitCost,
        CommandId = stamp.CommandId,
        PersonId = stamp.PersonId,
        Reason = reason,
    };

    internal static async Task<(Shelf Shelf, bool IsUsable)> LotShelfAsync(KitchenContext db, Guid item, Guid lotId, CancellationToken cancel)
    {
        var lot = await db.Lots.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lotId && l.ItemId == item, cancel) ?? throw new Refusal("This lot does not exist.");
        var there = await db.StockLots.AsNoTracking().Where(s => s.LotId == lotId && s.OnHand > 0).ToListAsync(cancel);
        var shelf = await Shelf.ReadAsync(db, [item], DateOnly.MinValue, cancel);
        var lots = there.Select(s => new ShelfLot(item, s.PlaceId, lotId, s.OnHand, null, lot.OpenedAt, lot.PackSize, lot.ReceivedAt));
        return (shelf with { Lots = lots.ToLookup(l => l.ItemId) }, lot.State == LotState.Usable);
    }

    private static void CheckDates(Item item, ReceiveStock command, DateOnly today)
    {
        if (command.UseBy < today) throw new Refusal("{0}: its use-by date is over. Do not accept it.", item.Name);
        if (command.BestBefore < today) throw new Refusal("{0}: its best-before date is over. Do not accept it.", item.Name);
        var latest = today.AddDays(LongestDate.Days);
        if (command.UseBy > latest || command.BestBefore > latest) throw new Refusal("{0}: this date is too far away. Look at the box again.", item.Name);
    }

    internal static decimal Base(Item item, decimal quantity, string unit)
    {
        if (quantity is <= 0 or > Most) throw new Refusal("{0}: choose a quantity above 0.", item.Name);
        var converted = Math.Round(new Conversions(item.Name, item.Measures).Convert(quantity, unit, item.Unit).Result, 4);
        return converted is > 0 and <= Most ? converted : throw new Refusal("{0}: choose a quantity above 0.", item.Name);
    }

    internal static async Task<Item> ItemAsync(KitchenContext db, Guid id, CancellationToken cancel) =>
        await db.Items.AsNoTracking().Include(i => i.Measures).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refusal("This item does not exist any more.");

    internal static async Task PlaceAsync(KitchenContext db, Guid id, CancellationToken cancel)
    {
        if (!await db.Places.AnyAsync(p => p.Id == id, cancel)) throw new Refusal("This place does not exist any more. Choose another one.");
    }

    internal static async Task<DateOnly> TodayAsync(KitchenContext db, DateTimeOffset now, CancellationToken cancel) => (await db.Restaurants.AsNoTracking().SingleAsync(cancel)).BusinessDay(now);

    internal static Stamp Stamp<T>(Command<T> command, Actor actor, DateTimeOffset now) => new(command.Id, actor.PersonId, now);

    internal static string? Tidy(string? text, int most)
    {
        var tidy = text?.Trim();
        if (tidy is { Length: > 0 } && (tidy.Length > most || tidy.Any(char.IsControl) || tidy.Any(char.IsSurrogate))) throw new Refusal("Keep it to {0} characters that can be read.", most);
        return string.IsNullOrEmpty(tidy) ? null : tidy;
    }
}
