using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory.Counting;

public sealed class CountingServiceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_sheet_walks_along_the_shelves_and_what_nobody_has_sorted_comes_last()
    {
        var (room, shelf) = (await store.PlaceAsync(), Guid.CreateVersion7());
        await store.Inventory.SavePlaceAsync(new(New(), shelf, room, $"Inside {shelf}"), Kitchen.Manager);
        var (first, second, third, above) = (await store.ItemAsync(), await store.ItemAsync(), await store.ItemAsync(), await store.ItemAsync());
        foreach (var item in new[] { first, second, third }) await store.ReceiveAsync(item, 1, place: shelf);
        await store.ReceiveAsync(above, 1, place: room);
        await store.Counting.SortAsync(new(New(), shelf, [third, first]), Kitchen.Cook);

        var sheet = await store.OpenSheetAsync(isBlind: false, room);

        Assert.Equal([above, third, first, second], sheet.Lines.Select(l => l.Item.Id));
        Assert.Equal([1, 2, 3, 4], sheet.Lines.Select(l => l.Position));
    }

    [Fact]
    public async Task What_is_sold_between_the_count_and_the_closing_is_not_counted_twice()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(isBlind: false, place);
        await CountAsync(sheet, item, 12);
        await SellAsync("Steak frites", 3);

        var preview = (await store.Sheets.ResultAsync(sheet.Id))!.Lines.Single();
        Assert.Equal((10, 12, -3, 2), (preview.Expected, preview.Counted, preview.Moved, preview.Booked));
        var close = new CloseSheet(New(), sheet.Id, false);
        var closed = await store.Counting.CloseAsync(close, Kitchen.Manager);

        Assert.Equal((1, 6m), (closed.Lines, closed.Worth));
        Assert.Equal((9, 0), await store.StockAsync(item));
        Assert.Equivalent(closed, await store.Counting.CloseAsync(close, Kitchen.Manager));
        Assert.Equal((9, 0), await store.StockAsync(item));
        await RefusedAsync("is closed", () => store.Counting.CloseAsync(close with { Id = New() }, Kitchen.Manager));
        await RefusedAsync("is closed", () => CountAsync(sheet, item, 1));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_count_that_waits_for_a_sale_knows_of_it()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(isBlind: true, place);
        await using (var db = await Kitchen.OpenDatabaseAsync())
        {
            await using var sale = await db.Database.BeginTransactionAsync();
            await Ledger.LockAsync(db, [item], default);
            var counting = CountAsync(sheet, item, 6);
            await Until.TrueAsync(async () => await Sql.ScalarAsync<long>(Kitchen.Connections.KitchenOwner, "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()") > 0, TimeSpan.FromSeconds(10));
            var lot = await db.StockLots.AsNoTracking().SingleAsync(s => s.ItemId == item);
            // By its time it was there before the count; it is the lock that says what came first.
            await Ledger.PostAsync(db, [new() { At = DateTimeOffset.UtcNow, Kind = MovementKind.Wasted, ItemId = item, PlaceId = place, LotId = lot.LotId, LayerId = lot.LotId, OnHandDelta = -4, LotDelta = -4, LayerDelta = -4, CommandId = New(), PersonId = New() }], default);
            await sale.CommitAsync();
            await counting;
        }

        Assert.Equal((6, 0), await ClosedAsync(sheet, item));
    }

    [Fact]
    public async Task A_line_is_counted_again_by_who_has_seen_what_stands_there_and_what_stood_behind_is_added()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30, new SavedCase(6));
        var sheet = await store.OpenSheetAsync(isBlind: false, place);
        await CountAsync(sheet, item, 4);
        var line = sheet.Lines.Single().LineId;

        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.Counting.CountAsync(new(New(), line, [new(5, "piece")], null), Kitchen.OtherCook));
        Assert.Contains("Henk has just counted", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.CanBeConfirmed);

        await SellAsync("Steak frites", 1);
        var seen = (await store.Sheets.SheetAsync(sheet.Id))!.Lines.Single().Tally!;
        var more = await store.Counting.CountAsync(new(New(), line, [new(1, "case"), new(2, "piece")], seen.Id, IsMore: true), Kitchen.OtherCook);

        Assert.Equal(12, more.Quantity);
        var counted = (await store.Sheets.SheetAsync(sheet.Id))!;
        Assert.Equal("4 piece + 1 case + 2 piece", counted.Lines.Single().Tally!.Said);
        Assert.Equal([("Noor", 1)], counted.Counters.Select(c => (c.Name, c.Lines)));
        Assert.Equal((11, 0), await ClosedAsync(sheet, item));
        Assert.Equal("piece", (await store.OpenSheetAsync(true, place)).Lines.Single().Unit);
    }

    [Fact]
    public async Task Two_places_are_two_lines_and_what_the_ledger_had_to_find_was_where_there_was_more()
    {
        var (here, item) = await OneItemAsync("Steak frites", 2, 20);
        var there = await store.PlaceAsync();
        await store.ReceiveAsync(item, 1, 10, place: there);
        var sheet = await store.OpenSheetAsync(false, here, there);
        await CountAsync(sheet, item, 1, there);
        await CountAsync(sheet, item, 9, here);
        // The ledger finds three for the five that it knows nothing of.
        await SellAsync("Steak frites", 6);

        Assert.Equal((4, 0), await ClosedAsync(sheet, item));
    }

    [Fact]
    public async Task What_was_counted_is_strict_until_the_service_ends_and_what_is_promised_beyond_names_its_tickets()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(false, place);
        var ticket = await Kitchen.SendAsync(Kitchen.Line("Steak frites", 4));
        await CountAsync(sheet, item, 3);
        var closed = await store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Manager);
        Assert.Equal([ticket.Number], closed.Promised.Single().Tickets);
        Assert.True((await StockAsync(item)).AllowShort);

        var again = await store.OpenSheetAsync(false, place);
        await CountAsync(again, item, 5);
        await store.Counting.CloseAsync(new(New(), again.Id, false), Kitchen.Manager);

        var stock = await StockAsync(item);
        Assert.False(stock.AllowShort);
        Assert.NotNull(stock.StrictUntil);
        Assert.Contains("1", (await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line("Steak frites", 2)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_counted_stays_as_it_was_once_somebody_has_said_so()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var other = await store.ItemAsync();
        await store.ReceiveAsync(other, 7, place: place);
        var sheet = await store.OpenSheetAsync(false, place);
        await RefusedAsync("Nobody has counted", () => store.Counting.CloseAsync(new(New(), sheet.Id, true), Kitchen.Manager));
        await CountAsync(sheet, item, 0);

        await RefusedAsync("1 line is not counted", () => store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Manager));
        await store.Counting.CloseAsync(new(New(), sheet.Id, true), Kitchen.Manager);

        Assert.Equal(((0m, 0m), (7m, 0m)), (await store.StockAsync(item), await store.StockAsync(other)));
        Assert.True((await StockAsync(other)).AllowShort);
    }

    [Fact]
    public async Task Several_count_and_close_at_once_and_it_is_booked_once()
    {
        var place = await store.PlaceAsync();
        var items = new List<Guid>();
        for (var i = 0; i < 8; i++) items.Add(await store.ItemAsync());
        foreach (var item in items) await store.ReceiveAsync(item, 5, 10, place: place);
        var sheet = await store.OpenSheetAsync(true, place);

        await Task.WhenAll(items.Select(item => Task.Run(() => CountAsync(sheet, item, 7))));
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Manager)).Lines;
            }
            catch (Refusal)
            {
                return 0;
            }
        })));

        Assert.Equal([0, 0, 0, 8], closed.Order());
        foreach (var item in items) Assert.Equal((7, 0), await store.StockAsync(item));
        await store.BalancesAsync();
    }

    [Fact]
    public async Task A_sheet_that_is_thrown_away_has_changed_nothing_and_a_cook_may_not_book_one()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(false, place);
        await CountAsync(sheet, item, 1);

        Assert.True((await Assert.ThrowsAsync<Refusal>(() => store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Cook))).Denied);
        await store.Counting.DropAsync(new(New(), sheet.Id), Kitchen.Manager);

        Assert.Equal((10, 0), await store.StockAsync(item));
        await RefusedAsync("thrown away", () => CountAsync(sheet, item, 1));
    }

    [Fact]
    public async Task What_nobody_expected_is_put_onto_the_sheet_once()
    {
        var (place, _) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(false, place);
        var stray = await store.ItemAsync();

        var added = await store.Counting.AddAsync(new(New(), sheet.Id, New(), place, stray), Kitchen.Cook);
        Assert.Equal(added, await store.Counting.AddAsync(new(New(), sheet.Id, New(), place, stray), Kitchen.OtherCook));
        await CountAsync(sheet, stray, 2);
        await store.Counting.CloseAsync(new(New(), sheet.Id, true), Kitchen.Manager);

        Assert.Equal((2, 0), await store.StockAsync(stray));
    }

    [Fact]
    public async Task Absurd_counts_are_refused_in_words()
    {
        var (place, item) = await OneItemAsync("Steak frites", 10, 30);
        var sheet = await store.OpenSheetAsync(false, place);
        var line = sheet.Lines.Single().LineId;

        await RefusedAsync("count from 0", () => CountAsync(sheet, item, -1));
        await RefusedAsync("0 if there is none", () => store.Counting.CountAsync(new(New(), line, [], null), Kitchen.Cook));
        await RefusedAsync("no unit called", () => store.Counting.CountAsync(new(New(), line, [new(1, "barrel")], null), Kitchen.Cook));
        await RefusedAsync("does not exist", () => store.Counting.CountAsync(new(New(), New(), [new(1, "piece")], null), Kitchen.Cook));
        await RefusedAsync("one place or more", () => store.OpenSheetAsync(false));
        await RefusedAsync("nothing to count", async () => await store.OpenSheetAsync(false, await store.PlaceAsync()));
        await RefusedAsync("already open", () => store.Counting.OpenAsync(new(New(), sheet.Id, null, [place], false), Kitchen.Manager));
    }

    [Fact]
    public async Task A_variance_says_where_it_comes_from()
    {
        var (place, item) = await OneItemAsync("Steak frites", 100, 200);
        await SellAsync("Steak frites", 20);
        await store.Inventory.WasteAsync(new(New(), item, null, 5, "pc", "fell down"), Kitchen.Cook);
        // Sold before anybody had said that it is in there as well.
        await SellAsync("Fries", 2);
        await store.MakeOfAsync("Fries", (item, 2));
        var sheet = await store.OpenSheetAsync(true, place);
        await CountAsync(sheet, item, 68);

        var variance = (await store.Sheets.ResultAsync(sheet.Id))!.Items.Single();

        Assert.Equal((20, 12, 24), (variance.ByRecipes, variance.Gap, variance.Worth));
        Assert.Equal(new Dictionary<VarianceCause, decimal> { [VarianceCause.Waste] = 5, [VarianceCause.UnmappedSales] = 4, [VarianceCause.Portioning] = 1.6m, [VarianceCause.Unknown] = 1.4m }, variance.Causes);
        await store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Manager);
        Assert.Equivalent(variance.Causes, (await store.Sheets.ResultAsync(sheet.Id))!.Items.Single().Causes);
        await store.UnmapAsync("Fries");
    }

    private async Task<(Guid Place, Guid Item)> OneItemAsync(string dish, decimal quantity, decimal price, params SavedCase[] cases)
    {
        var (place, item) = (await store.PlaceAsync(), await store.ItemAsync(BaseUnit.Piece, [.. cases.Select(c => new KitchenDisplay.Core.Recipes.SavedMeasure(1, "case", c.Of, "pc"))]));
        await store.MakeOfAsync(dish, (item, 1));
        await store.ReceiveAsync(item, quantity, price, place: place);
        return (place, item);
    }

    private async Task SellAsync(string dish, int portions) => await Kitchen.Cooks.BumpAsync(new(New(), (await Kitchen.SendAsync(Kitchen.Line(dish, portions))).TicketId, null), Kitchen.Cook);

    private async Task CountAsync(SheetView sheet, Guid item, decimal quantity, Guid? place = null)
    {
        var line = (await store.Sheets.SheetAsync(sheet.Id))!.Lines.Single(l => l.Item.Id == item && (place is null || l.PlaceId == place));
        await store.Counting.CountAsync(new(New(), line.LineId, [new(quantity, "piece")], line.Tally?.Id), Kitchen.Cook);
    }

    private async Task<(decimal, decimal)> ClosedAsync(SheetView sheet, Guid item)
    {
        await store.Counting.CloseAsync(new(New(), sheet.Id, false), Kitchen.Manager);
        await store.BalancesAsync();
        return await store.StockAsync(item);
    }

    private async Task<Stock> StockAsync(Guid item)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == item);
    }

    private static Guid New() => Guid.CreateVersion7();

    private static async Task RefusedAsync(string words, Func<Task> what) => Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(what)).Message, StringComparison.Ordinal);

    private sealed record SavedCase(decimal Of);
}
