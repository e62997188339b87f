using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>Throws food away, and remembers why.</summary>
public sealed class WasteService(CommandBook book)
{
    private const int MostPortions = 1000;

    /// <summary>Throws some of an item or portions of a dish away.</summary>
    public Task<ThrownAway> ThrowAwayAsync(ThrowAway command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (!Enum.IsDefined(command.Reason)) throw new Refusal("Choose why it is thrown away.");
            var note = InventoryService.Tidy(command.Note, 200);
            if (command.Reason == WasteReason.Other && note is null) throw new Refusal("Write why it is thrown away, or choose a reason.");
            var photo = command.Photo is { } bytes ? new WastePhoto { WasteId = command.Id, ContentType = Picture.Check(bytes), Bytes = bytes } : null;
            var why = note is null ? command.Reason.ToString() : $"{command.Reason}: {note}";
            var (name, rows) = command switch
            {
                { ItemId: { } item, DishId: null } => await OfItemAsync(db, item, command, why, InventoryService.Stamp(command, actor, now), ct),
                { DishId: { } dish, ItemId: null } => await OfDishAsync(db, dish, command.Quantity, why, InventoryService.Stamp(command, actor, now), ct),
                _ => throw new Refusal("Choose what is thrown away: an item or a dish."),
            };
            await Ledger.PostAsync(db, rows, ct);
            var worth = -rows.Where(r => r.Kind == MovementKind.Wasted).Sum(r => (r.LotId is null ? r.OnHandDelta : r.LotDelta) * (r.UnitCost ?? 0));
            db.Add(new Wasted { Id = command.Id, At = now, PersonId = actor.PersonId, ItemId = command.ItemId, DishId = command.DishId, Name = name, Quantity = command.Quantity, Unit = command.DishId is null ? Units.Name(command.Unit ?? "") : null, Reason = command.Reason, Note = note, Worth = worth });
            if (photo is not null) db.Add(photo);
            return new ThrownAway(command.Id, name, worth, rows.Select(r => r.ItemId).Distinct().Count());
        }, cancel);

    private static async Task<(string, IReadOnlyList<Movement>)> OfItemAsync(KitchenContext db, Guid id, ThrowAway command, string why, Stamp stamp, CancellationToken cancel)
    {
        var item = await InventoryService.ItemAsync(db, id, cancel);
        var quantity = InventoryService.Base(item, command.Quantity, command.Unit ?? Units.Name(item.Unit));
        await Ledger.LockAsync(db, [item.Id], cancel);
        // What is blocked is thrown away as well, and most often.
        var (shelf, isUsable) = command.LotId is { } lot ? await InventoryService.LotShelfAsync(db, item.Id, lot, cancel) : (await Shelf.ReadAsync(db, [item.Id], await InventoryService.TodayAsync(db, stamp.Now, cancel), cancel), true);
        var picks = new Picker(shelf).Take(item.Id, quantity);
        if (picks.Any(p => p.Lot is null)) throw new Refusal("There is not so much {0}: {1:0.####} is all. Count it first.", item.Name, picks.Where(p => p.Lot is not null).Sum(p => p.Quantity));
        return (item.Name, [.. picks.Select(p => InventoryService.Gone(MovementKind.Wasted, item.Id, p, stamp, why)).Select(row => isUsable ? row : row with { OnHandDelta = 0 })]);
    }

    private static async Task<(string, IReadOnlyList<Movement>)> OfDishAsync(KitchenContext db, Guid dish, decimal portions, string why, Stamp stamp, CancellationToken cancel)
    {
        var name = await db.Database.SqlQuery<string>($"""select name as "Value" from dishes where id = {dish}""").SingleOrDefaultAsync(cancel) ?? throw new Refusal("This dish does not exist any more.");
        if (portions is <= 0 or > MostPortions) throw new Refusal("{0}: choose from a part of a portion up to {1}.", name, MostPortions);
        var needs = await db.Database.SqlQuery<DishTakes>($"""select item_id as "ItemId", quantity as "Quantity" from dish_needs where dish_id = {dish} and quantity > 0""").ToListAsync(cancel);
        if (needs.Count == 0) throw new Refusal("Nobody has said what {0} is made of. Throw away what was in it, item by item.", name);
        await Ledger.LockAsync(db, needs.Select(n => n.ItemId), cancel);
        var picker = new Picker(await Shelf.ReadAsync(db, needs.Select(n => n.ItemId), await InventoryService.TodayAsync(db, stamp.Now, cancel), cancel));
        return (name, [.. needs.Select(n => n with { Quantity = Math.Round(n.Quantity * portions, 4) }).Where(n => n.Quantity > 0).SelectMany(n => picker.Take(n.ItemId, n.Quantity).SelectMany(p => Rows(n.ItemId, p)))]);

        // The plate was there, so what was on it was as well, whatever the ledger thinks.
        IEnumerable<Movement> Rows(Guid item, Pick pick)
        {
            var gone = InventoryService.Gone(MovementKind.Wasted, item, pick, stamp, why);
            return pick.Lot is not null ? [gone] : [gone with { Id = Guid.CreateVersion7(), Kind = MovementKind.Counted, OnHandDelta = pick.Quantity, LotDelta = 0, LayerDelta = 0, Reason = "used and not in stock" }, gone with { LotDelta = 0 }];
        }
    }

    private sealed record DishTakes(Guid ItemId, decimal Quantity);
}
