using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory.Receiving;

public sealed class DeliveryServiceTests(Market market) : IClassFixture<Market>
{
    private TestKitchen Kitchen => market.Kitchen;

    [Fact]
    public async Task A_delivery_that_is_received_twice_is_in_the_store_once()
    {
        var item = await market.ItemAsync();
        var order = await market.SentAsync((item, 3));
        var receive = Market.Delivery(order, market.Line(item, 30));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.Deliveries.ReceiveAsync(receive, Kitchen.Cook)));
        Assert.All(answers, answer => Assert.Equal(new DeliveryReceived(receive.DeliveryId, 1, 0, 0, OrderState.Received), answer));
        Assert.Equal((30, 0), await market.Store.StockAsync(item));
        await using var db = await Kitchen.OpenDatabaseAsync();
        // 20 for a case of 10.
        Assert.Equal(2, (await db.Lots.SingleAsync(l => l.ItemId == item)).UnitCost);
        await market.Store.BalancesAsync();
    }

    [Fact]
    public async Task Two_people_who_receive_the_same_order_at_once_do_not_receive_it_twice()
    {
        var item = await market.ItemAsync();
        var order = await market.SentAsync((item, 3));

        var both = await Task.WhenAll(new[] { Kitchen.Cook, Kitchen.Manager }.Select(who => TryAsync(Market.Delivery(order, market.Line(item, 30)), who)));

        Assert.Contains("Somebody else has received some of order", Assert.Single(both.OfType<Refusal>()).Message, StringComparison.Ordinal);
        Assert.Equal((30, 0), await market.Store.StockAsync(item));
        Assert.Equal(OrderState.Received, (await market.OrderAsync(order.Id)).State);
        await market.Store.BalancesAsync();
    }

    [Fact]
    public async Task What_is_less_than_ordered_needs_a_reason_or_is_still_to_come()
    {
        var (item, other) = (await market.ItemAsync(), await market.ItemAsync());
        var order = await market.SentAsync((item, 3), (other, 1));
        var receive = Market.Delivery(order, market.Line(item, 20));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => market.Deliveries.ReceiveAsync(receive, Kitchen.Cook));
        Assert.Equal(2, refusal.Reasons.Count);
        Assert.Equal((0, 0), await market.Store.StockAsync(item));

        var some = await market.Deliveries.ReceiveAsync(receive with { Differences = [new(item, null, IsStillToCome: true), new(other, "out of season", false)] }, Kitchen.Cook);
        Assert.Equal(OrderState.PartlyReceived, some.Order);
        var differences = await market.DifferencesAsync(receive.DeliveryId);
        Assert.Equal("out of season", differences.Single(d => d.ItemId == other).Reason);
        Assert.True(differences.Single(d => d.ItemId == item).IsStillToCome);

        order = await market.OrderAsync(order.Id);
        Assert.Equal((10, 0), (order.Lines.Single(l => l.ItemId == item).Open, order.Lines.Single(l => l.ItemId == other).Open));
        Assert.Equal(OrderState.Received, (await market.Deliveries.ReceiveAsync(Market.Delivery(order, market.Line(item, 10)), Kitchen.Cook)).Order);
        await market.Store.BalancesAsync();
    }

    [Fact]
    public async Task What_nobody_ordered_needs_a_reason_and_weight_has_a_little_slack()
    {
        var (meat, extra) = (await market.ItemAsync(BaseUnit.Gram), await market.ItemAsync());
        var order = await market.SentAsync((meat, 100));
        var receive = Market.Delivery(order, market.Line(meat, 1.015m, "kg"), market.Line(extra, 1));
        await Market.RefusedAsync($"Item {extra}: 1 piece came and 0 piece were open", () => market.Deliveries.ReceiveAsync(receive, Kitchen.Cook));
        Assert.Equal(OrderState.Received, (await market.Deliveries.ReceiveAsync(receive with { Differences = [new(extra, "a gift", false)] }, Kitchen.Cook)).Order);
        Assert.Equal("a gift", Assert.Single(await market.DifferencesAsync(receive.DeliveryId)).Reason);
    }

    [Fact]
    public async Task What_is_too_warm_is_decided_and_what_is_kept_back_is_not_cooked()
    {
        var (fish, cold) = (await market.ItemAsync(), await market.ItemAsync());
        await market.Barcodes.LimitAsync(new(Market.New(), null, market.Store.Shelf, null, 4), Kitchen.Manager);
        await market.Barcodes.LimitAsync(new(Market.New(), cold, null, null, -15), Kitchen.Manager);
        var (warm, frozen) = (market.Line(fish, 5) with { Temperature = 9.5m }, market.Line(cold, 5) with { Temperature = -18 });
        try
        {
            await Market.RefusedAsync("measure how cold", () => market.Deliveries.ReceiveAsync(Market.Delivery(null, warm with { Temperature = null }), Kitchen.Cook));
            await Market.RefusedAsync("came with 9.5 °C", () => market.Deliveries.ReceiveAsync(Market.Delivery(null, frozen, warm), Kitchen.Cook));
            await Market.RefusedAsync("came with 2 °C", () => market.Deliveries.ReceiveAsync(Market.Delivery(null, frozen with { Temperature = 2 }), Kitchen.Cook));
            await Market.RefusedAsync("came with 9.5 °C", () => market.Deliveries.ReceiveAsync(Market.Delivery(null, warm with { Decision = ArrivalDecision.Taken }), Kitchen.Cook));
            Assert.Equal((0, 0), await market.Store.StockAsync(cold));

            var done = await market.Deliveries.ReceiveAsync(Market.Delivery(null, frozen, warm with { Decision = ArrivalDecision.KeptBack, Reason = "the van was warm" }), Kitchen.Cook);
            Assert.Equal((1, 1, 0), (done.Lots, done.KeptBack, done.Rejected));
            Assert.Equal(((0, 0), (5, 0)), (await market.Store.StockAsync(fish), await market.Store.StockAsync(cold)));
            Assert.Equal(5, await market.Store.LeftAsync(warm.LotId));
            await market.Store.Lots.ReleaseAsync(new(Market.New(), warm.LotId), Kitchen.Manager);
            Assert.Equal((5, 0), await market.Store.StockAsync(fish));
            await market.Store.BalancesAsync();
        }
        finally
        {
            await market.Barcodes.LimitAsync(new(Market.New(), null, market.Store.Shelf, null, null), Kitchen.Manager);
        }
    }

    [Fact]
    public async Task What_is_sent_back_never_was_in_the_store_and_does_not_count_for_the_order()
    {
        var item = await market.ItemAsync();
        var order = await market.SentAsync((item, 1));
        var back = market.Line(item, 4) with { Decision = ArrivalDecision.Rejected, UseBy = new DateOnly(2020, 1, 1) };
        var receive = Market.Delivery(order, market.Line(item, 6), back);
        await Market.RefusedAsync("why it is sent back", () => market.Deliveries.ReceiveAsync(receive, Kitchen.Cook));
        receive = receive with { Lines = [receive.Lines[0], back with { Reason = "broken" }], Differences = [new(item, "4 broken", false)] };

        var done = await market.Deliveries.ReceiveAsync(receive, Kitchen.Cook);
        Assert.Equal((1, 1), (done.Lots, done.Rejected));
        Assert.Equal((6, 0), await market.Store.StockAsync(item));
        Assert.Equal(6, (await market.OrderAsync(order.Id)).Lines[0].Received);
        Assert.DoesNotContain(await market.Store.LedgerAsync(item), m => m.LotId == back.LotId);
    }

    [Fact]
    public async Task One_wrong_line_leaves_all_of_a_delivery_outside_and_its_number_free()
    {
        var (good, bad) = (await market.ItemAsync(), await market.ItemAsync());
        var receive = Market.Delivery(null, market.Line(good, 5), market.Line(bad, 5, "no such unit"));
        var before = await Kitchen.ContentsAsync();
        await Market.RefusedAsync("no unit called", () => market.Deliveries.ReceiveAsync(receive, Kitchen.Cook));
        Assert.Equal(before, await Kitchen.ContentsAsync());
        await Market.RefusedAsync("You may not", () => market.Deliveries.ReceiveAsync(receive, Kitchen.Waiter));

        await market.Deliveries.ReceiveAsync(receive with { Lines = [receive.Lines[0]] }, Kitchen.Cook);
        await Market.RefusedAsync("already been entered", () => market.Deliveries.ReceiveAsync(receive with { Id = Market.New(), Lines = [market.Line(good, 5)] }, Kitchen.Cook));
        await Market.RefusedAsync("already been entered", () => market.Deliveries.ReceiveAsync(Market.Delivery(null, receive.Lines[0]), Kitchen.Cook));
    }

    [Fact]
    public async Task A_price_on_the_note_becomes_the_offers_and_is_shown()
    {
        var item = await market.ItemAsync();
        var order = await market.SentAsync((item, 2));
        await market.Deliveries.ReceiveAsync(Market.Delivery(order, market.Line(item, 20) with { Price = 44 }), Kitchen.Cook);
        var row = Assert.Single(await market.SupplierList.OffersAsync(order.SupplierId));
        Assert.Equal((22m, 20m), (row.Offer.Price, row.Before!.Value));
        Assert.Equal(22, (await market.List.SheetAsync(order.Id))!.NewPrice(order.Lines[0]));
    }

    [Fact]
    public async Task A_code_is_learned_once_and_stands_for_one_item()
    {
        var (item, other) = (await market.ItemAsync(), await market.ItemAsync());
        var digits = $"95060{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
        var label = $"]C101{new string('0', 14 - digits.Length - 1)}{digits}{CheckDigit.Of(digits)}10L7";
        var unknown = await market.Arrivals.FindAsync(label);
        Assert.Null(unknown.Item);

        await market.Barcodes.LearnAsync(new(Market.New(), unknown.Code.Code!, item, 6, "pc"), Kitchen.Cook);
        await market.Barcodes.LearnAsync(new(Market.New(), unknown.Code.Code!, item, 6, "pc"), Kitchen.OtherCook);
        await Market.RefusedAsync($"already stands for Item {item}", () => market.Barcodes.LearnAsync(new(Market.New(), unknown.Code.Code!, other, 6, "pc"), Kitchen.Cook));
        var known = await market.Arrivals.FindAsync(label);
        Assert.Equal((item, "L7"), (known.Item!.Id, known.Code.Lot));
        Assert.Equal(new(6, "pc"), ScannedQuantity.Of(known.Code, known.Pack!));
        await Market.RefusedAsync("pallet or a parcel", () => market.Arrivals.FindAsync($"(00)39506000134352000{CheckDigit.Of("39506000134352000")}"));
    }

    [Fact]
    public async Task Items_get_a_number_of_the_house_once_also_when_two_ask_for_it()
    {
        var (item, other) = (await market.ItemAsync(), await market.ItemAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.Barcodes.NumberAsync(new(Market.New(), [item, other]), Kitchen.Cook)));
        Assert.Equal(2, answers.Sum(a => a.Count));
        await using var db = await Kitchen.OpenDatabaseAsync();
        var codes = await db.ItemBarcodes.Where(b => b.ItemId == item || b.ItemId == other).Select(b => b.Code).ToListAsync();
        Assert.Equal(2, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, Gtin.Read(code)));
    }

    private async Task<object> TryAsync(ReceiveDelivery command, Actor who)
    {
        try
        {
            return await market.Deliveries.ReceiveAsync(command, who);
        }
        catch (Refusal refusal)
        {
            return refusal;
        }
    }
}
