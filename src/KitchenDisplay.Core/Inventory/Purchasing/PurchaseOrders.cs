using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>Writes, sends and gives up orders to suppliers. The order's own row is the lock.</summary>
public sealed class PurchaseOrders(CommandBook book)
{
    private const int MostPacks = 100_000;

    /// <summary>Writes an order that is not sent yet.</summary>
    public Task<OrderSaved> SaveAsync(SaveOrder command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.OrderId == Guid.Empty) throw new Refusal("An order without a number cannot be saved. Reload the page and try again.");
            if (command.Lines.Count is 0 or > SaveOrder.MostLines) throw new Refusal("An order has 1 to {0} lines.", SaveOrder.MostLines);
            if (command.Lines.Any(l => l.Packs is < 1 or > MostPacks)) throw new Refusal("Order 1 to {0} packs of each, or leave the line out.", MostPacks);
            var supplier = await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.SupplierId, ct) ?? throw new Refusal("This supplier does not exist any more.");
            var house = await db.Restaurants.AsNoTracking().SingleAsync(ct);
            if (command.DeliverOn is { } day && DeliveryCalendar.On(supplier, house, day) is null) throw new Refusal("{0} does not come on {1:yyyy-MM-dd}. Choose another day.", supplier.Name, day);
            if (command.DeliverOn < house.BusinessDay(now)) throw new Refusal("{0:yyyy-MM-dd} is over. Choose another day.", command.DeliverOn);
            var order = await LockedAsync(db, command.OrderId, ct);
            if (order is null) db.Add(order = new PurchaseOrder { Id = command.OrderId, SupplierId = supplier.Id, CreatedAt = now, Version = 0 });
            if (order.State != OrderState.Draft) throw new Refusal("Order {0} has been sent. Write another one.", order.Number);
            if (order.SupplierId != supplier.Id) throw new Refusal("Order {0} goes to another supplier. Write another one.", order.Number);
            if (order.Version != command.Version) throw Changed(order);
            await WriteAsync(db, order, command.Lines, ct);
            (order.DeliverOn, order.Note, order.Version) = (command.DeliverOn, InventoryService.Tidy(command.Note, 500), order.Version + 1);
            await db.SaveChangesAsync(ct);
            return new OrderSaved(order.Id, order.Number, order.Version);
        }, cancel);

    /// <summary>Says that an order has gone to its supplier.</summary>
    public Task<OrderIs> SendAsync(SendOrder command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var order = await LockedAsync(db, command.OrderId, ct) ?? throw Gone();
            if (order.State != OrderState.Draft) throw new Refusal("Order {0} has been sent already.", order.Number);
            if (order.Version != command.Version) throw Changed(order);
            var supplier = await db.Suppliers.AsNoTracking().SingleAsync(s => s.Id == order.SupplierId, ct);
            var house = await db.Restaurants.AsNoTracking().SingleAsync(ct);
            var next = DeliveryCalendar.From(supplier, house, now).FirstOrDefault();
            var slot = order.DeliverOn is { } day ? DeliveryCalendar.On(supplier, house, day) : next;
            if (!command.IsAgreed && order.DeliverOn is { } late && slot?.SendBy <= now)
                throw new Refusal("For {0:yyyy-MM-dd} it had to be sent by {1:yyyy-MM-dd HH:mm}. The next delivery is on {2:yyyy-MM-dd}. Choose that day, or call {3} and send it all the same.", late, house.Local(slot.SendBy), (object?)next?.Day ?? "–", supplier.Name) { CanBeConfirmed = true };
            if (!command.IsAgreed && order.Total < supplier.Minimum)
                throw new Refusal("{0} comes from {1:0.00} on, and this is {2:0.00}. Add something, or call them and send it all the same.", supplier.Name, supplier.Minimum, order.Total) { CanBeConfirmed = true };
            (order.State, order.SentAt, order.DeliverOn, order.Version) = (OrderState.Sent, now, order.DeliverOn ?? slot?.Day, order.Version + 1);
            return new OrderIs(order.Id, order.State, order.DeliverOn);
        }, cancel);

    /// <summary>Gives an order up.</summary>
    public Task<OrderIs> CancelAsync(CancelOrder command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var order = await LockedAsync(db, command.OrderId, ct) ?? throw Gone();
            if (order.State is OrderState.Received or OrderState.Cancelled) throw new Refusal("Nothing of order {0} is awaited any more.", order.Number);
            if (order.State != OrderState.Draft && string.IsNullOrWhiteSpace(command.Reason)) throw new Refusal("Say why order {0} is given up.", order.Number);
            (order.State, order.Reason, order.Version) = (OrderState.Cancelled, InventoryService.Tidy(command.Reason, 200), order.Version + 1);
            return new OrderIs(order.Id, order.State, order.DeliverOn);
        }, cancel);

    /// <summary>The order with its lines, for this transaction alone; null when there is none.</summary>
    internal static async Task<PurchaseOrder?> LockedAsync(KitchenContext db, Guid id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from purchase_orders where id = {id} for update", cancel);
        return await db.PurchaseOrders.Include(o => o.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(o => o.Id == id, cancel);
    }

    internal static Refusal Gone() => new("This order does not exist any more.");

    internal static Refusal Changed(PurchaseOrder order) => new("Somebody has changed order {0} meanwhile. Look at what it says now, then try again.", order.Number);

    private static async Task WriteAsync(KitchenContext db, PurchaseOrder order, IReadOnlyList<OrderedPacks> lines, CancellationToken cancel)
    {
        var wanted = lines.Select(l => l.OfferId).ToList();
        var offers = await db.Offers.AsNoTracking().Where(o => wanted.Contains(o.Id) && o.SupplierId == order.SupplierId && o.Active).ToDictionaryAsync(o => o.Id, cancel);
        if (lines.Any(l => !offers.ContainsKey(l.OfferId))) throw new Refusal("Something of this order is not offered any more. Reload the page and choose again.");
        var names = await db.Items.Where(i => offers.Values.Select(o => o.ItemId).Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
        if (lines.GroupBy(l => offers[l.OfferId].ItemId).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Refusal("{0} stands there twice. Put both into one line.", names[twice.Key]);
        var few = lines.Where(l => l.Packs < offers[l.OfferId].LeastPacks).Select(l => new Sentence("{0}: order at least {1} packs.", names[offers[l.OfferId].ItemId], offers[l.OfferId].LeastPacks)).ToList();
        if (few.Count > 0) throw new Refusal(few);
        db.RemoveRange(order.Lines);
        await db.SaveChangesAsync(cancel);
        order.Lines.Clear();
        foreach (var (line, position) in lines.Select((l, i) => (l, i + 1)))
        {
            var offer = offers[line.OfferId];
            db.Add(new PurchaseLine { OrderId = order.Id, Position = position, ItemId = offer.ItemId, OfferId = offer.Id, Code = offer.Code, Packs = line.Packs, PackWord = PackWords.Of(offer.Pack, offer.Unit), PackInBase = offer.PackInBase, Price = offer.Price });
        }
    }
}
