using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.Inventory;

/// <summary>Whatever is done to an item, one after the other or at once: the sums are the ledger's, and what is strict is never promised twice.</summary>
public sealed class StockModelTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const string Dish = "Steak frites";

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public void Any_sequence_keeps_the_books() =>
        Prop.ForAll(Sequences(), deeds => RunAsync(deeds, hands: 1).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void So_does_whatever_several_hands_do_at_once() =>
        Prop.ForAll(Sequences(), deeds => RunAsync(deeds, hands: 4).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private async Task RunAsync(Deed[] deeds, int hands)
    {
        var item = await store.ItemAsync();
        await store.MakeOfAsync(Dish, (item, 2));
        var (tickets, lots) = (new List<TicketSent>(), new List<Guid> { await store.ReceiveAsync(item, 20, 40) });
        foreach (var together in deeds.Chunk(hands))
        {
            await Task.WhenAll(together.Select(deed => Task.Run(() => TryAsync(() => DoAsync(deed, item, tickets, lots)))));
            await HoldsAsync(item);
        }
        // The next sequence begins with nothing on the stove.
        foreach (var ticket in tickets.ToList()) await TryAsync(() => Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook));
        await HoldsAsync(item);
        Assert.Equal(0, (await store.StockAsync(item)).Reserved);
    }

    private async Task HoldsAsync(Guid item)
    {
        await store.BalancesAsync();
        await using var db = await Kitchen.OpenDatabaseAsync();
        var stock = await db.Stock.AsNoTracking().SingleAsync(s => s.ItemId == item);
        Assert.True(stock.OnHand >= 0 && stock.Reserved >= 0);
        Assert.True(stock.AllowShort || stock.Reserved <= stock.OnHand);
        // What lies there and what it is worth are the same quantity.
        Assert.Equal(await db.StockLots.Where(s => s.ItemId == item).SumAsync(s => s.OnHand), await db.CostLayers.Where(l => l.ItemId == item).SumAsync(l => l.Remaining));
    }

    private async Task DoAsync(Deed deed, Guid item, List<TicketSent> tickets, List<Guid> lots)
    {
        var (ticket, lot) = (Pick(tickets, deed.Which), Pick(lots, deed.Which));
        switch (deed.Kind)
        {
            case 0: Note(lots, await store.ReceiveAsync(item, deed.Much, deed.Much * 3, deed.Which % 2 == 0 ? DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2 + deed.Which) : null, pack: deed.Which % 3 == 0 ? 1 : null)); break;
            case 1 or 2: Note(tickets, await Kitchen.SendAsync(Kitchen.Line(Dish, 1 + (deed.Which % 3)))); break;
            case 3 when ticket is not null: await Kitchen.Cooks.StartAsync(new(Guid.CreateVersion7(), ticket.TicketId, null, await LinesAsync(ticket)), Kitchen.Cook); break;
            case 4 when ticket is not null: await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook); break;
            case 5 when ticket is not null: await Kitchen.Calls.VoidAsync(new(Guid.CreateVersion7(), (await LinesAsync(ticket))[0], "no", deed.Which % 2 == 0), Kitchen.Waiter); break;
            case 6 when ticket is not null: await Kitchen.Cooks.RecallAsync(new(Guid.CreateVersion7(), ticket.TicketId, null, Restart: deed.Which % 2 == 0, Confirmed: true), Kitchen.Cook); break;
            case 7: await store.CountAsync(item, deed.Much); break;
            case 8: await store.Inventory.WasteAsync(new(Guid.CreateVersion7(), item, deed.Which % 2 == 0 ? lot : null, deed.Much / 4m, "pc", "fell down"), Kitchen.Cook); break;
            case 9: await store.Lots.QuarantineAsync(new(Guid.CreateVersion7(), lot, "smells"), Kitchen.Cook); break;
            case 10: await store.Lots.ReleaseAsync(new(Guid.CreateVersion7(), lot), deed.Which % 2 == 0 ? Kitchen.Manager : Kitchen.Cook); break;
            case 11: await store.Lots.SplitAsync(new(Guid.CreateVersion7(), lot, store.Shelf, Guid.CreateVersion7(), "part", 1, "pc"), Kitchen.Cook); break;
            case 12: await store.Lots.MergeAsync(new(Guid.CreateVersion7(), lot, Pick(lots, deed.Much)), Kitchen.Cook); break;
            case 13: await UndoAsync(ticket); break;
            default: break;
        }
    }

    private async Task UndoAsync(TicketSent? ticket)
    {
        if (ticket is null) return;
        var start = new KitchenDisplay.Core.Kitchen.StartLines(Guid.CreateVersion7(), ticket.TicketId, null, await LinesAsync(ticket));
        await Kitchen.Cooks.StartAsync(start, Kitchen.Cook);
        await Kitchen.Cooks.UndoAsync(new(Guid.CreateVersion7(), ticket.TicketId, start.Id), Kitchen.Cook);
    }

    private async Task<Guid[]> LinesAsync(TicketSent ticket) => [.. (await Kitchen.ReadAsync(ticket.TicketId)).Lines.Select(l => l.Id)];

    private static T? Pick<T>(List<T> from, int which)
    {
        lock (from) return from.Count == 0 ? default : from[which % from.Count];
    }

    private static void Note<T>(List<T> to, T what)
    {
        lock (to) to.Add(what);
    }

    // What the rules forbid is refused; what they allow must keep the books.
    private static async Task TryAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Refusal)
        {
        }
    }

    private static Arbitrary<Deed[]> Sequences() => (
        from kind in Gen.Choose(0, 13)
        from which in Gen.Choose(0, 9)
        from much in Gen.Choose(0, 12)
        select new Deed(kind, which, much)).ArrayOf(16).ToArbitrary();

    private sealed record Deed(int Kind, int Which, int Much);
}
