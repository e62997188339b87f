using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What codes stand for, and how cold things may come in.</summary>
public sealed class BarcodeService(CommandBook book)
{
    /// <summary>Says what a code stands for. Whoever receives says it, once; from then on everybody's scanner knows it.</summary>
    public Task<BarcodeLearned> LearnAsync(LearnBarcode command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var code = InventoryService.Tidy(command.Code, 60) ?? throw new Refusal("Scan the code first.");
            var item = await InventoryService.ItemAsync(db, command.ItemId, ct);
            var unit = InventoryService.Tidy(command.Unit, 60);
            if (command.Quantity is not null) InventoryService.Base(item, command.Quantity.Value, unit ?? throw new Refusal("{0}: say in which unit a pack is.", item.Name));
            if (await db.ItemBarcodes.AsNoTracking().SingleOrDefaultAsync(b => b.Code == code, ct) is { } known)
            {
                if (known.ItemId == item.Id) return new BarcodeLearned(code, item.Id);
                var other = await db.Items.Where(i => i.Id == known.ItemId).Select(i => i.Name).SingleAsync(ct);
                throw new Refusal("{0} already stands for {1}. A manager can take it away on that item's page.", code, other);
            }
            db.Add(new ItemBarcode { Code = code, ItemId = item.Id, Quantity = command.Quantity, Unit = command.Quantity is null ? null : unit });
            return new BarcodeLearned(code, item.Id);
        }, cancel);

    /// <summary>Says that a code stands for nothing any more; again does nothing.</summary>
    public Task<BarcodeForgotten> ForgetAsync(ForgetBarcode command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await db.ItemBarcodes.Where(b => b.Code == command.Code).ExecuteDeleteAsync(ct);
            return new BarcodeForgotten(command.Code);
        }, cancel);

    /// <summary>Gives items a number of the house's own, where they have none.</summary>
    public Task<ItemsNumbered> NumberAsync(NumberItems command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.own_numbers'))", ct);
            var own = await db.ItemBarcodes.AsNoTracking().Where(b => b.Code.StartsWith(Gtin.Own) && b.Code.Length == 14).Select(b => new { b.ItemId, b.Code }).ToListAsync(ct);
            var count = own.Count == 0 ? 0 : own.Max(b => long.Parse(b.Code.AsSpan(3, 10), CultureInfo.InvariantCulture));
            var without = await db.Items.Where(i => command.ItemIds.Contains(i.Id)).OrderBy(i => i.Name).Select(i => i.Id).ToListAsync(ct);
            var given = without.Except(own.Select(b => b.ItemId)).Select(id => new ItemBarcode { Code = Gtin.OfTheHouse(++count), ItemId = id }).ToList();
            db.AddRange(given);
            return new ItemsNumbered(given.Count);
        }, cancel);

    /// <summary>Says how cold and how warm an item, or what goes to a place, may be when it comes in.</summary>
    public Task<ArrivalLimitSet> LimitAsync(SetArrivalLimit command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (command.ItemId is null == command.PlaceId is null) throw new Refusal("Choose an item or a place.");
            if (command.From is < -100 or > 150 || command.To is < -100 or > 150) throw new Refusal("Limits go from −100 to 150 °C.");
            if (command.From > command.To) throw new Refusal("The lower limit is above the upper one.");
            if (command.ItemId is { } item) await InventoryService.ItemAsync(db, item, ct);
            if (command.PlaceId is { } place) await InventoryService.PlaceAsync(db, place, ct);
            var limit = await db.ArrivalLimits.SingleOrDefaultAsync(l => l.ItemId == command.ItemId && l.PlaceId == command.PlaceId, ct);
            if (command is { From: null, To: null })
            {
                if (limit is not null) db.Remove(limit);
                return new ArrivalLimitSet(null, null);
            }
            if (limit is null) db.Add(limit = new ArrivalLimit { ItemId = command.ItemId, PlaceId = command.PlaceId });
            (limit.From, limit.To) = (command.From, command.To);
            return new ArrivalLimitSet(limit.From, limit.To);
        }, cancel);
}
