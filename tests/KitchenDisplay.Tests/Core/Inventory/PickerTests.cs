using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class PickerTests
{
    private static readonly Guid Item = Guid.CreateVersion7(), Place = Guid.CreateVersion7();
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void Cost_goes_first_in_first_out()
    {
        // Buy 6 at 25, sell 3, waste 2, buy 6 at 24, sell 4: that costs 97, and 72 is left.
        var (first, second) = (Lot(day: 0), Lot(day: 3));
        var shelf = Of([first with { OnHand = 1 }, second with { OnHand = 6 }], [Layer(first, 1, 25), Layer(second, 6, 24)]);

        var picks = new Picker(shelf).Take(Item, 4);

        Assert.Equal(97, picks.Sum(p => p.Quantity * p.UnitCost));
        Assert.Equal(72, (1 * 25) + (6 * 24) - picks.Sum(p => p.Quantity * p.UnitCost));
    }

    [Fact]
    public void Whole_packs_go_before_loose_ones_as_far_as_the_quantity_allows()
    {
        // 350 wanted from 200 loose ones and two packs of 100.
        var (loose, packs) = (Lot(day: 0) with { OnHand = 200 }, Lot(day: 1) with { OnHand = 200, PackSize = 100 });

        var picks = new Picker(Of([loose, packs], [])).Take(Item, 350);

        Assert.Equal([200, 150], picks.OrderByDescending(p => p.Quantity).Select(p => p.Quantity));
        Assert.Equal(200, picks.Where(p => p.Lot!.LotId == packs.LotId).Sum(p => p.Quantity));
    }

    [Fact]
    public void A_pack_is_opened_only_when_nothing_else_is_left()
    {
        var (loose, packs) = (Lot(day: 1) with { OnHand = 30 }, Lot(day: 0) with { OnHand = 200, PackSize = 100 });

        var picks = new Picker(Of([loose, packs], [])).Take(Item, 90);

        Assert.Equal([30, 60], picks.Select(p => p.Quantity));
    }

    [Fact]
    public void What_is_open_goes_before_what_is_not_when_both_last_as_long()
    {
        var (closed, open) = (Lot(day: 0) with { OnHand = 5 }, Lot(day: 1) with { OnHand = 5, OpenedAt = Monday.AddDays(2) });

        Assert.Equal(open.LotId, Assert.Single(new Picker(Of([closed, open], [])).Take(Item, 3)).Lot!.LotId);
    }

    [Fact]
    public void What_is_not_there_is_picked_from_nowhere_and_at_the_last_price()
    {
        var lot = Lot(day: 0) with { OnHand = 2 };

        var picks = new Picker(Of([lot], [Layer(lot, 2, 3)])).Take(Item, 5);

        Assert.Equal([(lot.LotId, 2m, 3m), (null, 3m, 3m)], picks.Select(p => (p.Lot?.LotId, p.Quantity, p.UnitCost!.Value)));
    }

    [Fact]
    public void Whatever_lies_there_the_first_to_expire_goes_first_nothing_is_taken_twice_and_the_oldest_price_counts() =>
        Prop.ForAll(Shelves().ToArbitrary(), sample =>
        {
            var (shelf, wanted) = sample;
            var picker = new Picker(shelf);
            var picks = wanted.SelectMany(quantity => picker.Take(Item, quantity)).ToList();

            Assert.Equal(wanted.Sum(), picks.Sum(p => p.Quantity));
            var taken = picks.Where(p => p.Lot is not null).GroupBy(p => p.Lot!.LotId).ToDictionary(g => g.Key, g => g.Sum(p => p.Quantity));
            foreach (var lot in shelf.Lots[Item]) Assert.InRange(taken.GetValueOrDefault(lot.LotId), 0, lot.OnHand);
            // Nothing that lasts longer is touched while something that expires earlier is left.
            foreach (var sooner in shelf.Lots[Item].Where(l => taken.GetValueOrDefault(l.LotId) < l.OnHand))
                Assert.DoesNotContain(shelf.Lots[Item], later => (later.Expiry ?? DateOnly.MaxValue) > (sooner.Expiry ?? DateOnly.MaxValue) && taken.ContainsKey(later.LotId));
            // And no price is used while an older one is left.
            var used = picks.Where(p => p.LayerId is not null).GroupBy(p => p.LayerId!.Value).ToDictionary(g => g.Key, g => g.Sum(p => p.Quantity));
            foreach (var older in shelf.Layers[Item].Where(l => used.GetValueOrDefault(l.LotId) < l.Remaining))
                Assert.DoesNotContain(shelf.Layers[Item], newer => newer.ReceivedAt > older.ReceivedAt && used.ContainsKey(newer.LotId));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<(Shelf Shelf, decimal[] Wanted)> Shelves() =>
        from lots in Lots().ListOf()
        from wanted in Gen.Choose(1, 60).Select(n => n / 4m).ArrayOf()
        select (Of(lots, [.. lots.Select((l, i) => Layer(l, l.OnHand, i + 1))]), wanted);

    private static Gen<ShelfLot> Lots() =>
        from onHand in Gen.Choose(1, 80)
        from expiry in Gen.Choose(0, 4)
        from day in Gen.Choose(0, 30)
        from pack in Gen.Choose(0, 3)
        from open in Gen.Choose(0, 3)
        select new ShelfLot(Item, Place, Guid.CreateVersion7(), onHand / 4m, expiry == 0 ? null : Today.AddDays(expiry), open == 0 ? Monday.AddDays(day) : null, pack == 0 ? 2.5m : null, Monday.AddHours(day));

    private static ShelfLot Lot(int day) => new(Item, Place, Guid.CreateVersion7(), 6, null, null, null, Monday.AddDays(day));

    private static ShelfLayer Layer(ShelfLot lot, decimal remaining, decimal cost) => new(Item, lot.LotId, remaining, cost, lot.ReceivedAt);

    private static Shelf Of(IEnumerable<ShelfLot> lots, IEnumerable<ShelfLayer> layers) => new(lots.ToLookup(l => l.ItemId), layers.ToLookup(l => l.ItemId));
}
