using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>Takes deliveries in. All of one is one transaction: its lots, what of them is kept back, its order and its prices.</summary>
public sealed class DeliveryService(CommandBook book)
{
    /// <summary>Takes a delivery in.</summary>
    public Task<DeliveryReceived> ReceiveAsync(ReceiveDelivery command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Lines.Count is 0 or > ReceiveDelivery.MostLines) throw new Refusal("A delivery has 1 to {0} lots. Scan what came.", ReceiveDelivery.MostLines);
            if (command.DeliveryId == Guid.Empty || await db.Deliveries.AnyAsync(d => d.Id == command.DeliveryId, ct)) throw new Refusal("This delivery has already been entered. Reload the page for the next one.");
            var order = await OrderAsync(db, command, ct);
            var today = await InventoryService.TodayAsync(db, now, ct);
            var limits = new ArrivalLimits(await db.ArrivalLimits.AsNoTracking().ToListAsync(ct), await db.Places.AsNoTracking().ToListAsync(ct));
            var arrivals = new List<Arrived>();
            foreach (var line in command.Lines) arrivals.Add(await ArriveAsync(db, command, line, order, today, now, ct));
            Decided(arrivals, limits);

            var delivery = new Delivery { Id = command.DeliveryId, At = now, PersonId = actor.PersonId, OrderId = order?.Id, Note = InventoryService.Tidy(command.Note, 60) };
            db.Add(delivery);
            db.AddRange(arrivals.Select(a => a.Row(delivery.Id)));
            if (order is not null) await BookAsync(db, order, delivery, arrivals, command.Differences, now, ct);
            await PostAsync(db, arrivals, InventoryService.Stamp(command, actor, now), ct);
            return new DeliveryReceived(delivery.Id, arrivals.Count(a => a.Is(ArrivalDecision.Taken)), arrivals.Count(a => a.Is(ArrivalDecision.KeptBack)), arrivals.Count(a => a.Is(ArrivalDecision.Rejected)), order?.State);
        }, cancel);

    private static async Task<PurchaseOrder?> OrderAsync(KitchenContext db, ReceiveDelivery command, CancellationToken cancel)
    {
        if (command.OrderId is not { } id) return null;
        var order = await PurchaseOrders.LockedAsync(db, id, cancel) ?? throw PurchaseOrders.Gone();
        if (command.OrderVersion != order.Version) throw new Refusal("Somebody else has received some of order {0} meanwhile. What is still open has been read anew: look at it, then receive again.", order.Number) { CanBeConfirmed = true };
        if (!order.IsAwaited) throw new Refusal("Nothing of order {0} is awaited: it is all here, was given up, or was never sent. If something else came, receive it without an order.", order.Number);
        order.Version++;
        return order;
    }

    // What was rejected never was in the store: it gets no lot, and its dates may be over.
    private static async Task<Arrived> ArriveAsync(KitchenContext db, ReceiveDelivery command, ArrivedLine line, PurchaseOrder? order, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var item = await InventoryService.ItemAsync(db, line.ItemId, cancel);
        var quantity = InventoryService.Base(item, line.Quantity, line.Unit);
        var price = line.Price ?? Math.Round(await UnitPriceAsync(db, item.Id, order, cancel) * quantity, 3);
        if (line.Decision == ArrivalDecision.Rejected)
        {
            if (price is < 0 or > 1_000_000_000) throw new Refusal("{0}: say what all of it cost, from 0.", item.Name);
            await InventoryService.PlaceAsync(db, line.PlaceId, cancel);
            return new(line, item, null, quantity, price);
        }
        var stock = new ReceiveStock(command.Id, line.LotId, line.ItemId, line.PlaceId, line.Code, line.Quantity, line.Unit, price, line.UseBy, line.BestBefore, line.Pack);
        return new(line, item, (await InventoryService.UnpackAsync(db, stock, item, today, now, cancel)).Lot, quantity, price);
    }

    private static async Task<decimal> UnitPriceAsync(KitchenContext db, Guid item, PurchaseOrder? order, CancellationToken cancel) =>
        order?.Lines.FirstOrDefault(l => l.ItemId == item) is { } line ? line.Price / line.PackInBase
        : await db.Lots.Where(l => l.ItemId == item).OrderByDescending(l => l.ReceivedAt).Select(l => (decimal?)l.UnitCost).FirstOrDefaultAsync(cancel) ?? 0;

    // Every line that something is wrong with is named: the driver waits.
    private static void Decided(IReadOnlyList<Arrived> arrivals, ArrivalLimits limits)
    {
        var wrong = arrivals.Select(a => Undecided(a, limits.Of(a.Item.Id, a.Line.PlaceId))).OfType<Sentence>().ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
    }

    private static Sentence? Undecided(Arrived arrived, ArrivalLimit? limit)
    {
        var (line, name) = (arrived.Line, arrived.Item.Name);
        if (line.Temperature is < -100 or > 150) return new("{0}: {1:0.#} °C cannot be. Measure it again.", name, line.Temperature);
        if (line.Decision == ArrivalDecision.Rejected) return string.IsNullOrWhiteSpace(line.Reason) ? new("{0}: say why it is sent back.", name) : null;
        if (limit is null) return null;
        if (line.Temperature is not { } celsius) return new("{0}: measure how cold it came. It may have {1}.", name, Words(limit));
        return limit.Allows(celsius) || (line.Decision is not null && !string.IsNullOrWhiteSpace(line.Reason)) ? null
            : new("{0} came with {1:0.#} °C and may have {2}. Decide whether it is taken, kept back or sent back, and say why.", name, celsius, Words(limit));
    }

    private static string Words(ArrivalLimit limit) => (limit.From, limit.To) switch
    {
        ({ } from, { } to) => FormattableString.Invariant($"{from:0.#} to {to:0.#} °C"),
        (null, { } to) => FormattableString.Invariant($"≤ {to:0.#} °C"),
        ({ } from, _) => FormattableString.Invariant($"≥ {from:0.#} °C"),
        _ => "",
    };

    private static async Task BookAsync(KitchenContext db, PurchaseOrder order, Delivery delivery, IReadOnlyList<Arrived> arrivals, IReadOnlyList<ExplainedDifference> explained, DateTimeOffset now, CancellationToken cancel)
    {
        var came = arrivals.GroupBy(a => a.Item.Id).ToDictionary(g => g.Key, g => g.Where(a => a.Lot is not null).Sum(a => a.Quantity));
        var ids = order.Lines.Select(l => l.ItemId).Concat(came.Keys).Distinct().ToList();
        var items = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        db.AddRange(OrderComparison.Book(order, delivery.Id, came, explained, items));
        order.Settle();
        foreach (var paid in arrivals.Where(a => a.Lot is not null && a.Line.Price is not null).GroupBy(a => a.Item.Id))
            if (order.Lines.FirstOrDefault(l => l.ItemId == paid.Key) is { } line)
                await FollowPriceAsync(db, line, paid.Sum(a => a.Price) / paid.Sum(a => a.Quantity) * line.PackInBase, delivery, now, cancel);
    }

    // What stands on the delivery note is what it costs from now on.
    private static async Task FollowPriceAsync(KitchenContext db, PurchaseLine line, decimal price, Delivery delivery, DateTimeOffset now, CancellationToken cancel)
    {
        price = Math.Round(price, 3);
        // A cent for each pack is how notes are rounded.
        if (Math.Abs(price - line.Price) <= 0.01m) return;
        var offer = await db.Offers.SingleAsync(o => o.Id == line.OfferId, cancel);
        SupplierService.SetPrice(db, offer, price, offer.Price, now, delivery.Id);
    }

    private static async Task PostAsync(KitchenContext db, IReadOnlyList<Arrived> arrivals, Stamp stamp, CancellationToken cancel)
    {
        var rows = new List<Movement>();
        foreach (var arrived in arrivals)
        {
            if (arrived.Lot is not { } lot) continue;
            var row = InventoryService.Received(lot, arrived.Line.PlaceId, arrived.Quantity, stamp);
            rows.Add(row);
            if (!arrived.Is(ArrivalDecision.KeptBack)) continue;
            lot.State = LotState.Quarantined;
            rows.Add(row with { Id = Guid.CreateVersion7(), Kind = MovementKind.Blocked, OnHandDelta = -arrived.Quantity, LotDelta = 0, LayerDelta = 0, Reason = InventoryService.Tidy(arrived.Line.Reason, 200) });
        }
        await InventoryService.PostAsync(db, rows, cancel);
    }

    /// <summary>A line as it was understood.</summary>
    /// <param name="Lot">Null for what was rejected.</param>
    /// <param name="Quantity">In base units.</param>
    private sealed record Arrived(ArrivedLine Line, Item Item, Lot? Lot, decimal Quantity, decimal Price)
    {
        public bool Is(ArrivalDecision decision) => (Line.Decision ?? ArrivalDecision.Taken) == decision;

        public DeliveryLine Row(Guid delivery) => new()
        {
            Id = Line.LotId,
            DeliveryId = delivery,
            ItemId = Item.Id,
            PlaceId = Line.PlaceId,
            Quantity = Quantity,
            Price = Price,
            Temperature = Line.Temperature,
            Decision = Line.Decision ?? ArrivalDecision.Taken,
            Reason = InventoryService.Tidy(Line.Reason, 200),
        };
    }
}
