using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Inventory.Purchasing;

public sealed class PurchaseOrdersTests(Market market) : IClassFixture<Market>
{
    private TestKitchen Kitchen => market.Kitchen;

    [Fact]
    public async Task An_order_that_is_sent_twice_goes_once_and_cannot_be_changed_any_more()
    {
        var (supplier, item) = (await market.SupplierAsync(), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item, 10, 20);
        var save = new SaveOrder(Market.New(), Market.New(), supplier, [new(offer, 3)]);
        var saved = await market.Orders.SaveAsync(save, Kitchen.Manager);
        Assert.Equal(saved, await market.Orders.SaveAsync(save, Kitchen.Manager));

        var send = new SendOrder(Market.New(), saved.OrderId, saved.Version);
        var answers = await Task.WhenAll(market.Orders.SendAsync(send, Kitchen.Manager), market.Orders.SendAsync(send, Kitchen.Manager));
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(OrderState.Sent, answers[0].State);
        Assert.NotNull(answers[0].DeliverOn);
        await Market.RefusedAsync("has been sent already", () => market.Orders.SendAsync(send with { Id = Market.New() }, Kitchen.Manager));
        await Market.RefusedAsync("has been sent", () => market.Orders.SaveAsync(save with { Id = Market.New(), Version = saved.Version }, Kitchen.Manager));
        Assert.Equal(60, (await market.OrderAsync(saved.OrderId)).Total);
    }

    [Fact]
    public async Task Two_who_write_the_same_order_hear_of_each_other()
    {
        var (supplier, item) = (await market.SupplierAsync(), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item);
        var saved = await market.Orders.SaveAsync(new(Market.New(), Market.New(), supplier, [new(offer, 1)]), Kitchen.Manager);

        var both = Enumerable.Range(2, 2).Select(packs => TryAsync(() => market.Orders.SaveAsync(new(Market.New(), saved.OrderId, supplier, [new(offer, packs)], Version: saved.Version), Kitchen.Manager))).ToList();
        Assert.Single(await Task.WhenAll(both), isDone => isDone);
        await Market.RefusedAsync("meanwhile", () => market.Orders.SendAsync(new(Market.New(), saved.OrderId, saved.Version), Kitchen.Manager));
    }

    [Fact]
    public async Task Below_the_least_order_and_after_the_cut_off_it_goes_only_if_they_agree()
    {
        var (supplier, item) = (await market.SupplierAsync(minimum: 100, cutOff: new(6, 0), daysBefore: 14), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item, price: 40);
        var today = await market.Arrivals.TodayAsync();
        var saved = await market.Orders.SaveAsync(new(Market.New(), Market.New(), supplier, [new(offer, 2)], today.AddDays(2)), Kitchen.Manager);
        var send = new SendOrder(Market.New(), saved.OrderId, saved.Version);
        await Market.RefusedAsync("had to be sent by", () => market.Orders.SendAsync(send, Kitchen.Manager));

        var late = await market.Orders.SaveAsync(new(Market.New(), saved.OrderId, supplier, [new(offer, 2)], null, Version: saved.Version), Kitchen.Manager);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => market.Orders.SendAsync(send with { Version = late.Version }, Kitchen.Manager));
        Assert.Contains("comes from 100", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.CanBeConfirmed);
        var sent = await market.Orders.SendAsync(send with { Version = late.Version, IsAgreed = true }, Kitchen.Manager);
        Assert.True(sent.DeliverOn >= today.AddDays(14));
    }

    [Fact]
    public async Task Absurd_orders_are_refused_in_words_and_nothing_is_written()
    {
        var (supplier, item) = (await market.SupplierAsync(days: [DayOfWeek.Monday]), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item);
        var other = await market.OfferAsync(supplier, item);
        var sunday = (await market.Arrivals.TodayAsync()).AddDays(14);
        while (sunday.DayOfWeek != DayOfWeek.Sunday) sunday = sunday.AddDays(1);
        var before = await Kitchen.ContentsAsync();
        var save = new SaveOrder(Market.New(), Market.New(), supplier, [new(offer, 1)]);

        await Market.RefusedAsync("1 to", () => market.Orders.SaveAsync(save with { Lines = [] }, Kitchen.Manager));
        await Market.RefusedAsync("packs", () => market.Orders.SaveAsync(save with { Lines = [new(offer, 0)] }, Kitchen.Manager));
        await Market.RefusedAsync("twice", () => market.Orders.SaveAsync(save with { Lines = [new(offer, 1), new(other, 1)] }, Kitchen.Manager));
        await Market.RefusedAsync("not offered any more", () => market.Orders.SaveAsync(save with { Lines = [new(Market.New(), 1)] }, Kitchen.Manager));
        await Market.RefusedAsync("does not come on", () => market.Orders.SaveAsync(save with { DeliverOn = sunday }, Kitchen.Manager));
        await Market.RefusedAsync("You may not", () => market.Orders.SaveAsync(save, Kitchen.Waiter));
        await Market.RefusedAsync("no address", () => market.Suppliers.SaveAsync(new(Market.New(), Market.New(), "New one", "not an address", null, null, new(18, 0), 1, []), Kitchen.Manager));
        await Market.RefusedAsync("above the par", () => market.Suppliers.SetParAsync(new(Market.New(), item, market.Store.Shelf, 5, 6, "pc"), Kitchen.Manager));
        await Market.RefusedAsync("above 0", () => market.Suppliers.SaveOfferAsync(new(Market.New(), Market.New(), supplier, item, null, 0, "pc", 1), Kitchen.Manager));

        Assert.Equal(before, await Kitchen.ContentsAsync());
    }

    [Fact]
    public async Task What_is_open_stands_before_what_is_done_and_what_is_awaited_in_the_order_in_which_it_comes()
    {
        var item = await market.ItemAsync();
        var (first, second) = (await market.SentAsync((item, 1)), await market.SentAsync((item, 2)));
        await market.Orders.CancelAsync(new(Market.New(), first.Id, "they are closed"), Kitchen.Manager);
        var latest = await market.List.LatestAsync();
        Assert.Equal(OrderState.Cancelled, latest[^1].State);
        Assert.Equal((40m, 1), latest.Where(o => o.Id == second.Id).Select(o => (o.Total, o.Lines)).Single());
        Assert.Contains(await market.List.AwaitedAsync(), o => o.Id == second.Id);
        Assert.DoesNotContain(await market.List.AwaitedAsync(), o => o.Id == first.Id);
        await Market.RefusedAsync("awaited any more", () => market.Orders.CancelAsync(new(Market.New(), first.Id, "again"), Kitchen.Manager));
    }

    [Fact]
    public async Task Another_price_is_shown_with_the_one_before()
    {
        var (supplier, item) = (await market.SupplierAsync(), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item, 10, 20);
        Assert.Null(Assert.Single(await market.SupplierList.OffersAsync(supplier)).Before);

        var saved = await market.Suppliers.SaveOfferAsync(new(Market.New(), offer, supplier, item, "C-1", 10, "pc", 22.5m), Kitchen.Manager);
        Assert.Equal(20, saved.Before);
        var row = Assert.Single(await market.SupplierList.OffersAsync(supplier));
        Assert.Equal((22.5m, 20), (row.Offer.Price, row.Before));
        // Only what is another one now is a change.
        Assert.Null((await market.Suppliers.SaveOfferAsync(new(Market.New(), offer, supplier, item, "C-2", 10, "pc", 22.5m), Kitchen.Manager)).Before);
        Assert.Equal(20, Assert.Single(await market.SupplierList.OffersAsync(supplier)).Before);
    }

    [Fact]
    public async Task What_lacks_is_suggested_up_to_par_and_not_a_second_time_once_it_is_ordered()
    {
        var (supplier, item) = (await market.SupplierAsync(), await market.ItemAsync());
        var offer = await market.OfferAsync(supplier, item);
        await market.ParAsync(item, 6);
        await market.Store.ReceiveAsync(item, 3.25m);
        Assert.Equal(3, (await SuggestedAsync(item))!.Packs);

        await market.Store.ReceiveAsync(item, 0.5m);
        Assert.Equal(2, (await SuggestedAsync(item))!.Packs);

        var bad = await market.Store.ReceiveAsync(item, 4);
        Assert.Null(await SuggestedAsync(item));
        await market.Store.Lots.QuarantineAsync(new(Market.New(), bad, "smells"), Kitchen.Cook);
        Assert.Equal(2, (await SuggestedAsync(item))!.Packs);

        await market.Orders.SaveAsync(new(Market.New(), Market.New(), supplier, [new(offer, 2)]), Kitchen.Manager);
        var after = await SuggestedAsync(item);
        Assert.Equal((2, 0.25m, 0), (after!.OnTheWay, after.Missing.Quantity, after.Packs));
    }

    [Fact]
    public async Task The_cheaper_supplier_is_suggested_unless_another_one_is_preferred()
    {
        var item = await market.ItemAsync();
        var (dear, cheap) = (await market.SupplierAsync(), await market.SupplierAsync());
        var preferred = await market.OfferAsync(dear, item, 1, 3);
        await market.OfferAsync(cheap, item, 10, 20);
        await market.ParAsync(item, 20);
        Assert.Equal(cheap, (await SuggestedAsync(item))!.Offer!.Offer.SupplierId);

        await market.Suppliers.SaveOfferAsync(new(Market.New(), preferred, dear, item, null, 1, "pc", 3, IsPreferred: true), Kitchen.Manager);
        Assert.Equal(dear, (await SuggestedAsync(item))!.Offer!.Offer.SupplierId);
    }

    private async Task<Suggestion?> SuggestedAsync(Guid item) => (await market.Suggestions.FindAsync()).SelectMany(s => s.Lines).SingleOrDefault(l => l.ItemId == item);

    private static async Task<bool> TryAsync(Func<Task> what)
    {
        try
        {
            await what();
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }
}
