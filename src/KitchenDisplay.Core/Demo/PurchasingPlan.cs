using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;

namespace KitchenDisplay.Core.Demo;

/// <summary>The rows of what the demo restaurant buys.</summary>
/// <param name="now">The moment at which its prices begin and its orders are sent.</param>
/// <param name="today">The business day of that moment.</param>
internal sealed class PurchasingPlan(DemoFile demo, IReadOnlyDictionary<string, Item> items, IReadOnlyDictionary<string, Place> places, DateTimeOffset now, DateOnly today)
{
    internal IEnumerable<object> Everything()
    {
        var suppliers = demo.Suppliers.ToDictionary(s => s.Name, Supplier);
        return
        [
            .. suppliers.Values,
            .. demo.Suppliers.SelectMany(s => s.Offers).Where(o => o.Gtin is not null).Select(o => new ItemBarcode { Code = Gtin.Read(o.Gtin!), ItemId = items[o.Item].Id, Quantity = o.Pack, Unit = o.Unit }),
            .. demo.Pars.Select(p => new Par { ItemId = items[p.Item].Id, PlaceId = places[p.Place].Id, Level = InventoryService.Base(items[p.Item], p.Level, p.Unit), ReorderAt = p.ReorderAt is { } at ? InventoryService.Base(items[p.Item], at, p.Unit) : null }),
            .. demo.ArrivalLimits.Select(l => new ArrivalLimit { PlaceId = places[l.Place].Id, To = l.To }),
            .. demo.Orders.Select(o => Order(o, suppliers[o.Supplier])),
        ];
    }

    private Supplier Supplier(DemoSupplier supplier)
    {
        var row = new Supplier
        {
            Name = supplier.Name,
            Email = supplier.Email,
            Phone = supplier.Phone,
            CustomerNumber = supplier.CustomerNumber,
            CutOff = supplier.CutOff,
            DaysBefore = supplier.DaysBefore,
            DeliveryDays = [.. supplier.DeliveryDays],
            Minimum = supplier.Minimum,
        };
        foreach (var offer in supplier.Offers) row.Offers.Add(Offer(row, offer));
        return row;
    }

    private Offer Offer(Supplier supplier, DemoOffer offer)
    {
        var row = new Offer { SupplierId = supplier.Id, ItemId = items[offer.Item].Id, Code = offer.Code, Pack = offer.Pack, Unit = offer.Unit, PackInBase = InventoryService.Base(items[offer.Item], offer.Pack, offer.Unit), Price = offer.Price };
        row.Prices.Add(new OfferPrice { OfferId = row.Id, At = now, Price = offer.Price });
        return row;
    }

    private PurchaseOrder Order(DemoOrder order, Supplier supplier)
    {
        var row = new PurchaseOrder { SupplierId = supplier.Id, State = OrderState.Sent, CreatedAt = now, SentAt = now, DeliverOn = today };
        foreach (var (line, i) in order.Lines.Select((l, i) => (l, i)))
        {
            var offer = supplier.Offers.Single(o => o.ItemId == items[line.Item].Id);
            row.Lines.Add(new PurchaseLine { OrderId = row.Id, Position = i + 1, ItemId = offer.ItemId, OfferId = offer.Id, Code = offer.Code, Packs = line.Packs, PackWord = PackWords.Of(offer.Pack, offer.Unit), PackInBase = offer.PackInBase, Price = offer.Price });
        }
        return row;
    }
}
