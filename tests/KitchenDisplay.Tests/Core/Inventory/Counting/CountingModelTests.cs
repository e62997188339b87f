using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Inventory.Counting;

/// <summary>Whatever is sold, thrown away, received and counted at once, on several sheets by several hands: what the ledger says in the end is what lies there.</summary>
public sealed class CountingModelTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private const int Hands = 4;

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public void Counting_while_selling_ends_at_the_physical_truth() =>
        Prop.ForAll(Sequences(), deeds => RunAsync(deeds).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private async Task RunAsync(Deed[] deeds)
    {
        var place = await store.PlaceAsync();
        var shelf = new List<PhysicalItem>();
        foreach (var dish in new[] { "Steak frites", "Fries" })
        {
            var item = await store.ItemAsync();
            await store.MakeOfAsync(dish, (item, 1));
            await store.ReceiveAsync(item, 20, 40, place: place);
            shelf.Add(new PhysicalItem(item, dish, 20));
        }
        using var sheets = new Sheets(store, place);
        foreach (var deed in deeds) deed.Of = shelf[deed.Which % shelf.Count];
        foreach (var together in deeds.Chunk(Hands)) await Task.WhenAll(together.Select(deed => Task.Run(() => DoAsync(deed, sheets, place))));
        // What has changed behind the ledger's back since it was counted last, nobody can know before it is counted again.
        foreach (var item in shelf.Where(i => i.IsUnseen)) await DoAsync(new(6, 0, 0) { Of = item }, sheets, place);
        // And while all sheets are closed the kitchen sells on.
        await Task.WhenAll([.. shelf.Select(item => Task.Run(() => DoAsync(new(0, 0, 2) { Of = item }, sheets, place))), Task.Run(() => sheets.CloseAsync(0)), Task.Run(() => sheets.CloseAsync(1))]);

        foreach (var item in shelf) Assert.Equal(item.There, (await store.StockAsync(item.Id)).OnHand);
        await store.BalancesAsync();
        foreach (var item in shelf) item.Dispose();
    }

    private async Task DoAsync(Deed deed, Sheets sheets, Guid place)
    {
        var item = deed.Of;
        var much = 1 + (deed.Much % 3);
        switch (deed.Kind)
        {
            case 0 or 1:
                await item.MovesAsync(-much, async () => await Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), (await Kitchen.SendAsync(Kitchen.Line(item.Dish, much))).TicketId, null), Kitchen.Cook));
                break;
            case 2:
                await item.MovesAsync(0, async () => item.Wait(await Kitchen.SendAsync(Kitchen.Line(item.Dish))));
                break;
            case 3 when item.Next() is { } ticket:
                if (!await item.MovesAsync(-1, () => Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Kitchen.Cook))) item.Wait(ticket);
                break;
            case 4:
                await item.MovesAsync(-much, () => store.Inventory.WasteAsync(new(Guid.CreateVersion7(), item.Id, null, much, "pc", "fell down"), Kitchen.Cook));
                break;
            case 5:
                await item.MovesAsync(much, () => store.ReceiveAsync(item.Id, much, much, place: place));
                break;
            case 6 or 7:
                await item.IsCountedAsync(there => sheets.CountAsync(deed.Which / 2 % 2, item.Id, there));
                break;
            case 8:
                await sheets.CloseAsync(deed.Which / 2 % 2);
                break;
            case 9:
                await item.IsCountedAsync(there => store.CountAsync(item.Id, there));
                break;
            default:
                await item.ChangesUnseenAsync(deed.Much - 4);
                break;
        }
    }

    private static Arbitrary<Deed[]> Sequences() => (
        from kind in Gen.Choose(0, 11)
        from which in Gen.Choose(0, 3)
        from much in Gen.Choose(0, 8)
        select new Deed(kind, which, much)).ArrayOf(28).ToArbitrary();

    private sealed record Deed(int Kind, int Which, int Much)
    {
        internal PhysicalItem Of { get; set; } = null!;
    }

    /// <summary>Two sheets at a time, each opened anew when it was closed.</summary>
    private sealed class Sheets(StoreRoom store, Guid place) : IDisposable
    {
        private readonly SheetView?[] open = new SheetView?[2];
        private readonly SemaphoreSlim door = new(1);

        internal async Task CountAsync(int which, Guid item, int there)
        {
            await door.WaitAsync();
            try
            {
                var sheet = open[which] ??= await store.OpenSheetAsync(isBlind: which == 0, place);
                var line = (await store.Sheets.SheetAsync(sheet.Id))!.Lines.Single(l => l.Item.Id == item);
                await store.Counting.CountAsync(new(Guid.CreateVersion7(), line.LineId, [new(there, "piece")], line.Tally?.Id), store.Kitchen.Cook);
            }
            finally
            {
                door.Release();
            }
        }

        internal async Task CloseAsync(int which)
        {
            await door.WaitAsync();
            var sheet = open[which];
            open[which] = null;
            door.Release();
            if (sheet is not null) await store.Counting.CloseAsync(new(Guid.CreateVersion7(), sheet.Id, LeavesUncounted: true), store.Kitchen.Manager);
        }

        public void Dispose() => door.Dispose();
    }

    /// <summary>What really lies there. Whoever looks sees no hand in the middle of something; hands among themselves wait for nobody.</summary>
    private sealed class PhysicalItem(Guid id, string dish, int there) : IDisposable
    {
        private readonly SemaphoreSlim hands = new(Hands), eyes = new(1);
        private readonly Queue<TicketSent> waiting = [];

        internal Guid Id => id;
        internal string Dish => dish;
        internal int There { get; private set; } = there;
        internal bool IsUnseen { get; private set; }

        internal async Task<bool> MovesAsync(int by, Func<Task> andIsWritten)
        {
            await hands.WaitAsync();
            try
            {
                if (!Change(by)) return false;
                try
                {
                    await andIsWritten();
                    return true;
                }
                catch (Refusal)
                {
                    Change(-by);
                    return false;
                }
            }
            finally
            {
                hands.Release();
            }
        }

        internal Task IsCountedAsync(Func<int, Task> count) => AloneAsync(async () =>
        {
            await count(There);
            IsUnseen = false;
        });

        internal Task ChangesUnseenAsync(int by) => AloneAsync(() =>
        {
            IsUnseen |= by != 0 && Change(by);
            return Task.CompletedTask;
        });

        internal void Wait(TicketSent ticket)
        {
            lock (waiting) waiting.Enqueue(ticket);
        }

        internal TicketSent? Next()
        {
            lock (waiting) return waiting.TryDequeue(out var ticket) ? ticket : null;
        }

        private bool Change(int by)
        {
            lock (waiting)
            {
                if (There + by < 0) return false;
                There += by;
                return true;
            }
        }

        private async Task AloneAsync(Func<Task> what)
        {
            await eyes.WaitAsync();
            for (var i = 0; i < Hands; i++) await hands.WaitAsync();
            try
            {
                await what();
            }
            finally
            {
                hands.Release(Hands);
                eyes.Release();
            }
        }

        public void Dispose()
        {
            hands.Dispose();
            eyes.Dispose();
        }
    }
}
