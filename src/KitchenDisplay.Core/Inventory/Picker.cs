namespace KitchenDisplay.Core.Inventory;

/// <summary>A part of what was taken: from which lot, and at the price of which layer. Without a lot it is what should have been there and was not.</summary>
/// <param name="LayerId">Null when nothing that was bought is left to value it by.</param>
public sealed record Pick(ShelfLot? Lot, Guid? LayerId, decimal? UnitCost, decimal Quantity);

/// <summary>Takes from a shelf: first expired first out, then what is open, then whole packs, then first in; and values it first in, first out. Knows no database.</summary>
public sealed class Picker(Shelf shelf)
{
    private readonly Dictionary<(Guid Place, Guid Lot), decimal> taken = [];
    private readonly Dictionary<Guid, decimal> used = [];

    /// <summary>Takes so much of an item, across lots if need be; what is missing comes as picks without a lot.</summary>
    /// <param name="quantity">In base units, positive.</param>
    /// <param name="only">To take from this lot alone, in the order of its places; null for the usual order.</param>
    /// <param name="at">To take from this place alone; null for wherever it lies.</param>
    public IReadOnlyList<Pick> Take(Guid item, decimal quantity, Guid? only = null, Guid? at = null)
    {
        var picks = new List<Pick>();
        var lots = InOrder(item).Where(l => (only is null || l.LotId == only) && (at is null || l.PlaceId == at)).ToList();
        // Whole packs first where dates are equal: a pack that is not needed whole stays closed as long as something lies loose.
        foreach (var alike in lots.GroupBy(l => (l.Expiry, IsOpen: l.OpenedAt is not null)))
        {
            foreach (var lot in alike.Where(l => l.PackSize is not null)) Reach(lot, WholePacks(lot, quantity));
            foreach (var lot in alike.Where(l => l.PackSize is null)) Reach(lot, quantity);
            foreach (var lot in alike.Where(l => l.PackSize is not null)) Reach(lot, quantity);
        }
        if (quantity > 0) picks.AddRange(Value(item, null, quantity));
        return picks;

        void Reach(ShelfLot lot, decimal wanted)
        {
            var here = Math.Min(Left(lot), wanted);
            if (here <= 0) return;
            taken[(lot.PlaceId, lot.LotId)] = taken.GetValueOrDefault((lot.PlaceId, lot.LotId)) + here;
            quantity -= here;
            picks.AddRange(Value(item, lot, here));
        }
    }

    private IEnumerable<ShelfLot> InOrder(Guid item) => shelf.Lots[item]
        .OrderBy(l => l.Expiry ?? DateOnly.MaxValue).ThenBy(l => l.OpenedAt ?? DateTimeOffset.MaxValue).ThenBy(l => l.ReceivedAt).ThenBy(l => l.LotId).ThenBy(l => l.PlaceId);

    private decimal Left(ShelfLot lot) => lot.OnHand - taken.GetValueOrDefault((lot.PlaceId, lot.LotId));

    private decimal WholePacks(ShelfLot lot, decimal quantity) => Math.Floor(Math.Min(Left(lot), quantity) / lot.PackSize!.Value) * lot.PackSize.Value;

    private IEnumerable<Pick> Value(Guid item, ShelfLot? lot, decimal quantity)
    {
        var layers = shelf.Layers[item].OrderBy(l => l.ReceivedAt).ThenBy(l => l.LotId).ToList();
        // What is missing was used up at another time; it is valued at the last price, for the list that a manager reads.
        foreach (var layer in lot is null ? [] : layers)
        {
            var here = Math.Min(layer.Remaining - used.GetValueOrDefault(layer.LotId), quantity);
            if (here <= 0) continue;
            used[layer.LotId] = used.GetValueOrDefault(layer.LotId) + here;
            quantity -= here;
            yield return new Pick(lot, layer.LotId, layer.UnitCost, here);
        }
        if (quantity > 0) yield return new Pick(lot, null, layers.LastOrDefault()?.UnitCost, quantity);
    }
}
