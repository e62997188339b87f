using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>What the office knows of its suppliers, and how much of everything it wants to have.</summary>
public sealed class SupplierService(CommandBook book)
{
    private const decimal Most = 1_000_000;

    /// <summary>Adds a supplier or changes one.</summary>
    public Task<SupplierSaved> SaveAsync(SaveSupplier command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var name = InventoryService.Tidy(command.Name, 100) ?? throw new Refusal("Give the supplier a name of 1 to {0} characters.", 100);
            if (command.SupplierId == Guid.Empty) throw new Refusal("A supplier without a number cannot be saved. Reload the page and try again.");
            if (await db.Suppliers.AnyAsync(s => s.Name == name && s.Id != command.SupplierId, ct)) throw new Refusal("There already is a supplier “{0}”. Choose another name.", name);
            if (command.DaysBefore is < 0 or > 14) throw new Refusal("Orders are sent 0 to 14 days before the delivery.");
            if (command.Minimum is <= 0 or > Most) throw new Refusal("The least order is above 0; leave it empty for none.");
            var email = InventoryService.Tidy(command.Email, 200);
            if (email is not null && !IsAddress(email)) throw new Refusal("“{0}” is no address for mail.", email);
            var supplier = await db.Suppliers.SingleOrDefaultAsync(s => s.Id == command.SupplierId, ct);
            if (supplier is null) db.Add(supplier = new Supplier { Id = command.SupplierId, Name = name });
            (supplier.Name, supplier.Email, supplier.Phone, supplier.CustomerNumber) = (name, email, InventoryService.Tidy(command.Phone, 60), InventoryService.Tidy(command.CustomerNumber, 60));
            (supplier.CutOff, supplier.DaysBefore, supplier.Minimum, supplier.Active) = (command.CutOff, command.DaysBefore, command.Minimum, command.Active);
            supplier.DeliveryDays = [.. command.DeliveryDays.Where(Enum.IsDefined).Distinct().Order()];
            return new SupplierSaved(supplier.Id);
        }, cancel);

    /// <summary>Adds what a supplier sells, or changes it; another price than before is remembered with its day.</summary>
    public Task<OfferSaved> SaveOfferAsync(SaveOffer command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var item = await InventoryService.ItemAsync(db, command.ItemId, ct);
            if (command.OfferId == Guid.Empty) throw new Refusal("An offer without a number cannot be saved. Reload the page and try again.");
            if (!await db.Suppliers.AnyAsync(s => s.Id == command.SupplierId, ct)) throw new Refusal("This supplier does not exist any more.");
            if (command.Price is < 0 or > Most) throw new Refusal("{0}: say what a pack costs, from 0.", item.Name);
            if (command.LeastPacks is < 1 or > 10_000) throw new Refusal("{0}: at least one pack is ordered.", item.Name);
            if (!Enum.IsDefined(command.Rounding)) throw new Refusal("{0}: say how packs are rounded.", item.Name);
            var unit = InventoryService.Tidy(command.Unit, 60) ?? throw new Refusal("{0}: say in which unit a pack is.", item.Name);
            var inBase = InventoryService.Base(item, command.Pack, unit);
            var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == command.OfferId, ct);
            if (offer is not null && (offer.ItemId != command.ItemId || offer.SupplierId != command.SupplierId)) throw new Refusal("This offer is for something else. Reload the page and add another one.");
            var before = offer?.Price;
            if (offer is null) db.Add(offer = new Offer { Id = command.OfferId, SupplierId = command.SupplierId, ItemId = item.Id, Unit = unit });
            (offer.Code, offer.Pack, offer.Unit, offer.PackInBase, offer.LeastPacks) = (InventoryService.Tidy(command.Code, 60), command.Pack, unit, inBase, command.LeastPacks);
            (offer.Rounding, offer.IsPreferred, offer.Active) = (command.Rounding, command.IsPreferred, command.Active);
            SetPrice(db, offer, Math.Round(command.Price, 3), before, now);
            // One is preferred, or none.
            if (offer.IsPreferred) await db.Offers.Where(o => o.ItemId == item.Id && o.Id != offer.Id && o.IsPreferred).ExecuteUpdateAsync(set => set.SetProperty(o => o.IsPreferred, false), ct);
            return new OfferSaved(offer.Id, before == offer.Price ? null : before);
        }, cancel);

    /// <summary>Says how much of an item should lie at a place.</summary>
    public Task<ParSet> SetParAsync(SetPar command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var item = await InventoryService.ItemAsync(db, command.ItemId, ct);
            await InventoryService.PlaceAsync(db, command.PlaceId, ct);
            var par = await db.Pars.SingleOrDefaultAsync(p => p.ItemId == item.Id && p.PlaceId == command.PlaceId, ct);
            if (command.Level is null)
            {
                if (par is not null) db.Remove(par);
                return new ParSet(null);
            }
            var level = InventoryService.Base(item, command.Level.Value, command.Unit);
            var reorder = command.ReorderAt switch { null => (decimal?)null, 0 => 0, { } at => InventoryService.Base(item, at, command.Unit) };
            if (reorder > level) throw new Refusal("{0}: the reorder point cannot be above the par.", item.Name);
            if (par is null) db.Add(par = new Par { ItemId = item.Id, PlaceId = command.PlaceId });
            (par.Level, par.ReorderAt) = (level, reorder);
            return new ParSet(level);
        }, cancel);

    /// <summary>Gives an offer a price, and remembers it where it is another one.</summary>
    internal static void SetPrice(KitchenContext db, Offer offer, decimal price, decimal? before, DateTimeOffset now, Guid? delivery = null)
    {
        offer.Price = price;
        if (price != before) db.Add(new OfferPrice { OfferId = offer.Id, At = now, Price = price, Before = before, DeliveryId = delivery });
    }

    // No more than that it can stand in a link: whether somebody reads it, only a letter can tell.
    private static bool IsAddress(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(c => char.IsWhiteSpace(c) || c is '?' or '&' or ',' or '<' or '>' or '"');
}
