using System.Collections.Concurrent;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Every rule of the tickets at once, with the real services of two nodes on a real database.</summary>
public sealed class KitchenModelTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private static readonly string[] slugs = ["grill", "fry", "cold", "pass"];
    private static readonly RootLoader[] shown = [.. KitchenBridge.Kinds.Where(k => k.Type == typeof(TicketView) || k.Type == typeof(OrderView) || k.Type == typeof(Station))];

    private readonly LiveBoard board = new(TimeProvider.System);
    private readonly StationCards cards = new();
    private ServiceProvider otherNode = null!;
    private NpgsqlConnection connection = null!;
    private ChangeReader reader = null!;
    private Guid[] stations = [];
    private Display[] walls = [];
    private Actor owner = null!;

    public async Task InitializeAsync()
    {
        otherNode = TestKitchen.Provide(kitchen.Connections);
        connection = await kitchen.ConnectAsync();
        reader = new ChangeReader(connection, KitchenBridge.Kinds);
        stations = [.. slugs.Select(kitchen.Station)];
        owner = await kitchen.PersonAsync("Marlene");
        await using var db = await kitchen.OpenDatabaseAsync();
        var displays = await db.Displays.AsNoTracking().Include(d => d.Stations).ToDictionaryAsync(d => d.Slug);
        walls = [.. slugs.Append("expo").Select(slug => displays[slug])];
    }

    [Fact]
    public void One_after_the_other_everything_becomes_what_the_paper_says() =>
        Prop.ForAll(Press.Sequences(30), presses => OneHandAsync(presses).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Whatever_three_screens_of_two_nodes_do_at_once_the_ticket_keeps_its_rules_and_every_screen_shows_it() =>
        Prop.ForAll(Press.Sequences(30), presses => ManyHandsAsync(presses).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private async Task OneHandAsync(Press[] presses)
    {
        var (ticketId, orderId, guests) = await SendAsync();
        var ticket = await kitchen.ReadAsync(ticketId);
        var (paper, hand, done, taken) = (new PaperTicket(ticket, guests), Hand(0, ticketId, orderId), new List<Guid>(), new int?[slugs.Length]);
        var (last, before) = ((Deed?)null, "");
        foreach (var press in presses)
        {
            if (press.Key is Key.TakeOver or Key.GiveBack)
            {
                // The wall of all stations takes nothing over, and nothing need be taken over where it belongs.
                if (await TakeOverAsync(press, owner)) taken[press.What] = press.Key == Key.GiveBack || press.Wall == press.What ? null : press.Wall;
                continue;
            }
            Guid[]? at = press.Wall == Press.Everywhere ? null : [.. stations.Where((_, s) => (taken[s] ?? s) == press.Wall)];
            var deed = Deed.Of(press, ticket, stations, at, done);
            var now = JsonSerializer.Serialize(ticket);

            var answer = await hand.DoAsync(deed);
            ticket = await kitchen.ReadAsync(ticketId);

            Assert.Equal(paper.Do(deed), answer);
            Assert.Equal(paper.Text, PaperTicket.TextOf(ticket));
            TicketRules.Hold(await FactsAsync(ticket, guests));
            if (answer is null) Assert.Equal(now, JsonSerializer.Serialize(ticket));
            if (answer is not null && deed.Key == Key.Undo && last is { IsUndoable: true } && deed.DoneId == last.Id) Assert.Equal(before, JsonSerializer.Serialize(ticket));
            (last, before) = (deed, now);
            done.Add(deed.Id);
        }
        await EndAsync(ticketId);
    }

    private async Task ManyHandsAsync(Press[] presses)
    {
        var (ticketId, orderId, guests) = await SendAsync();
        ServiceHands[] hands = [Hand(0, ticketId, orderId), Hand(1, ticketId, orderId), Hand(2, ticketId, orderId)];
        var (ends, done) = (new ConcurrentDictionary<Guid, CommandOutcome>(), new List<Guid>());
        Look();
        foreach (var together in presses.Chunk(hands.Length))
        {
            var ticket = await kitchen.ReadAsync(ticketId);
            var deeds = together.Select(press => Deed.Of(press, ticket, stations, Scope(press.Wall).Own, done)).ToList();
            using var start = new Barrier(deeds.Count);
            await Task.WhenAll(together.Select((press, hand) => Task.Factory.StartNew(() =>
            {
                start.SignalAndWait();
                return DoAsync(press, deeds[hand], hand);
            }, TaskCreationOptions.LongRunning).Unwrap()));

            done.AddRange(deeds.Select(d => d.Id));
            TicketRules.Hold(await FactsAsync(await kitchen.ReadAsync(ticketId), guests));
            Look();
        }
        foreach (var (id, outcome) in ends) Assert.Equal(outcome, Assert.Single(await kitchen.RecordsAsync(id)).Outcome);
        await IsLikeTheDatabaseAsync();
        await EndAsync(ticketId);

        async Task DoAsync(Press press, Deed deed, int hand)
        {
            if (press.Key is Key.TakeOver or Key.GiveBack) await TakeOverAsync(press, hand == 0 ? kitchen.Manager : owner);
            else ends[deed.Id] = await hands[hand].DoAsync(deed) is null ? CommandOutcome.Refused : CommandOutcome.Done;
        }
    }

    /// <summary>A ticket that takes every way through the kitchen, for guests with and without allergies and for the table.</summary>
    private async Task<(Guid TicketId, Guid OrderId, IReadOnlyList<Guest> Guests)> SendAsync()
    {
        var order = await kitchen.OpenTabAsync();
        await kitchen.Orders.SetAllergyAsync(new SetAllergy(Guid.CreateVersion7(), order, 2, [Allergen.Nuts, Allergen.Milk]), kitchen.Waiter);
        var sent = await kitchen.Orders.SendAsync(TestKitchen.Ticket(order,
            kitchen.Line("Padrón peppers") with { Seat = 1 },
            kitchen.Line("Steak frites") with { Seat = 1 },
            kitchen.Line("Fries") with { Seat = 2 },
            kitchen.Line("Leeks in the embers"),
            kitchen.Line("Chicken liver parfait on toast") with { Seat = 2, Hold = true },
            kitchen.Line("Steak frites") with { Seat = 3, Hold = true }), kitchen.Waiter);
        return (sent.TicketId, order, [new Guest { OrderId = order, Seat = 2, Allergies = [Allergen.Nuts, Allergen.Milk] }]);
    }

    private ServiceHands Hand(int hand, Guid ticket, Guid order)
    {
        var book = otherNode.GetRequiredService<CommandBook>();
        return hand == 0 ? new(kitchen.Cooks, kitchen.Calls, kitchen.Manager, ticket, order) : new(new KitchenService(book), new ServiceCalls(book), owner, ticket, order);
    }

    private async Task<bool> TakeOverAsync(Press press, Actor actor)
    {
        try
        {
            await kitchen.Displays.TakeOverAsync(new(Guid.CreateVersion7(), stations[press.What], press.Key == Key.GiveBack ? null : walls[press.Wall].Id), actor);
            return true;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    private async Task<TicketFacts> FactsAsync(Ticket ticket, IReadOnlyList<Guest> guests)
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        var ids = ticket.Lines.Select(l => l.Id).ToList();
        return new(ticket, [.. guests], await db.LineChanges.AsNoTracking().Where(c => c.TicketId == ticket.Id).ToListAsync(), await db.CheckShares.AsNoTracking().Where(s => ids.Contains(s.LineId)).ToListAsync());
    }

    /// <summary>Reads what has changed, as a node does.</summary>
    private void Look()
    {
        board.Take(reader.Read());
        foreach (var wall in Enumerable.Range(0, walls.Length)) cards.On(board.Snapshot, Scope(wall));
    }

    private WallScope Scope(int wall) => WallScope.Of(walls[wall], board.Snapshot.All<Station>());

    /// <summary>A node that starts now reads the same, and shows the same on every wall.</summary>
    private async Task IsLikeTheDatabaseAsync()
    {
        var (fresh, afresh) = (new LiveBoard(TimeProvider.System), new StationCards());
        await using var other = await kitchen.ConnectAsync();
        fresh.Take(new ChangeReader(other, KitchenBridge.Kinds).Read());
        foreach (var type in shown.Select(k => k.Type)) Assert.Equal(Json(fresh.Snapshot.Roots[type]), Json(board.Snapshot.Roots[type]));
        foreach (var wall in Enumerable.Range(0, walls.Length))
            Assert.Equal(JsonSerializer.Serialize(afresh.On(fresh.Snapshot, Scope(wall))), JsonSerializer.Serialize(cards.On(board.Snapshot, Scope(wall))));

        static string Json(IEnumerable<KeyValuePair<Guid, object>> roots) => string.Join('\n', roots.OrderBy(r => r.Key).Select(r => JsonSerializer.Serialize(r.Value, r.Value.GetType())));
    }

    // The next sequence finds the kitchen as this one did: what it recalls last must not be this ticket.
    private Task EndAsync(Guid ticket) =>
        Sql.RunAsync(kitchen.Connections.KitchenOwner, $"delete from tickets where id = '{ticket}'; update stations set taken_by_id = null where taken_by_id is not null");

    public async Task DisposeAsync()
    {
        await connection.DisposeAsync();
        await otherNode.DisposeAsync();
    }
}
