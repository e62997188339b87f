using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Purchasing;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What was still open of an item, and what came of it, in base units.</summary>
public sealed record ComparedItem(Guid ItemId, decimal Ordered, decimal Came)
{
    // What is weighed is never exactly what was ordered.
    private const decimal WeighedSlack = 0.02m;

    /// <summary>Whether that is something else, so that somebody has to say why.</summary>
    public bool Differs(BaseUnit unit) => Math.Abs(Came - Ordered) > (unit == BaseUnit.Piece ? 0 : Ordered * WeighedSlack);
}

/// <summary>Holds a delivery against its order. Knows no database.</summary>
public static class OrderComparison
{
    /// <summary>Item by item: what is open of the order, and what came without being ordered.</summary>
    /// <param name="came">In base units, by item; without what was rejected.</param>
    public static IReadOnlyList<ComparedItem> Of(PurchaseOrder order, IReadOnlyDictionary<Guid, decimal> came) =>
    [
        .. order.Lines.Where(l => l.Open > 0 || came.ContainsKey(l.ItemId)).Select(l => new ComparedItem(l.ItemId, l.Open, came.GetValueOrDefault(l.ItemId))),
        .. came.Where(c => order.Lines.All(l => l.ItemId != c.Key)).Select(c => new ComparedItem(c.Key, 0, c.Value)),
    ];

    /// <summary>Writes onto the order what came of it.</summary>
    /// <returns>The differences, each with its reason.</returns>
    /// <exception cref="Refusal">One has no reason; it names every one.</exception>
    internal static IReadOnlyList<DeliveryDifference> Book(PurchaseOrder order, Guid delivery, IReadOnlyDictionary<Guid, decimal> came, IReadOnlyList<ExplainedDifference> explained, IReadOnlyDictionary<Guid, Item> items)
    {
        var why = explained.ToLookup(e => e.ItemId);
        var (differences, wrong) = (new List<DeliveryDifference>(), new List<Sentence>());
        foreach (var item in Of(order, came))
        {
            var differs = item.Differs(items[item.ItemId].Unit);
            var said = why[item.ItemId].FirstOrDefault();
            var reason = InventoryService.Tidy(said?.Reason, 200);
            var isStillToCome = said?.IsStillToCome == true && item.Came < item.Ordered;
            if (differs && reason is null && !isStillToCome) wrong.Add(new("{0}: {1:0.####} {3} came and {2:0.####} {3} were open. Say why, or that the rest is still to come.", items[item.ItemId].Name, item.Came, item.Ordered, Units.Name(items[item.ItemId].Unit)));
            else if (differs) differences.Add(new() { DeliveryId = delivery, ItemId = item.ItemId, Ordered = item.Ordered, Came = item.Came, Reason = reason ?? "still to come", IsStillToCome = isStillToCome });
            if (order.Lines.FirstOrDefault(l => l.ItemId == item.ItemId) is not { } line) continue;
            line.Received += item.Came;
            line.IsClosed |= !isStillToCome;
        }
        return wrong.Count == 0 ? differences : throw new Refusal(wrong);
    }
}
