using System.Text.Json;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class ChangeReaderTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private readonly LiveBoard board = new(TimeProvider.System);
    private NpgsqlConnection connection = null!;
    private ChangeReader reader = null!;

    public async Task InitializeAsync()
    {
        connection = await kitchen.ConnectAsync();
        reader = new ChangeReader(connection, KitchenBridge.Kinds);
    }

    [Fact]
    public async Task The_first_read_brings_the_house_the_menu_and_everything_that_is_open()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries", 2));

        var read = Read();

        Assert.True(read.IsFull);
        Assert.Equal("Glimmholz", Assert.Single(board.Snapshot.All<Restaurant>()).Name);
        Assert.Equal(kitchen.Dishes.Count, board.Snapshot.All<Dish>().Count());
        Assert.Equal(30, board.Snapshot.All<Area>().Sum(a => a.Tables.Count));
        Assert.Equal(7, board.Snapshot.All<Station>().Count());
        Assert.Contains(board.Snapshot.All<Person>(), p => p.Name == "Ana");
        var ticket = board.Snapshot.Find<TicketView>(sent.TicketId)!;
        Assert.Equal((2, "Ana"), (ticket.Lines.Count, ticket.SentBy));
        Assert.Equal(4, board.Snapshot.Find<OrderView>(ticket.OrderId)!.Covers);
    }

    [Fact]
    public async Task A_quiet_kitchen_costs_no_snapshot()
    {
        Read();
        var snapshot = board.Snapshot;

        Assert.True(Read().IsEmpty);
        Assert.Same(snapshot, board.Snapshot);
    }

    [Fact]
    public async Task Who_began_first_and_committed_last_is_seen_all_the_same()
    {
        var (early, late) = (await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync());
        Read();
        await using var first = await Writer.ConnectAsync(kitchen.Connections.Kitchen);
        await using var second = await Writer.ConnectAsync(kitchen.Connections.Kitchen);

        await first.DoAsync($"begin; update orders set covers = 11 where id = '{early}'");
        await second.DoAsync($"begin; update orders set covers = 22 where id = '{late}'; commit");
        Read();
        Assert.Equal((4, 22), (Covers(early), Covers(late)));

        await first.DoAsync("commit");
        Read();
        Assert.Equal((11, 22), (Covers(early), Covers(late)));
    }

    [Fact]
    public async Task A_transaction_that_stays_open_over_many_reads_is_seen_when_it_ends()
    {
        var (slow, quick) = (await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync());
        Read();
        await using var open = await Writer.ConnectAsync(kitchen.Connections.Kitchen);
        await open.DoAsync($"begin; update orders set covers = 99 where id = '{slow}'");

        for (var covers = 5; covers < 15; covers++)
        {
            await Sql.RunAsync(kitchen.Connections.Kitchen, $"update orders set covers = {covers} where id = '{quick}'");
            Read();
            Assert.Equal((4, covers), (Covers(slow), Covers(quick)));
        }

        await open.DoAsync("commit");
        Read();
        Assert.Equal(99, Covers(slow));
    }

    [Fact]
    public async Task A_transaction_that_began_before_the_read_and_wrote_after_it_is_seen()
    {
        var order = await kitchen.OpenTabAsync();
        await using var writer = await Writer.ConnectAsync(kitchen.Connections.Kitchen);
        await writer.DoAsync("begin; select pg_current_xact_id()");
        Read();

        await writer.DoAsync($"update orders set covers = 12 where id = '{order}'; commit");
        Read();

        Assert.Equal(12, Covers(order));
    }

    [Fact]
    public async Task What_a_savepoint_took_back_is_not_seen_and_what_it_kept_is()
    {
        var (before, undone, kept, after) = (await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync());
        Read();
        await using var writer = await Writer.ConnectAsync(kitchen.Connections.Kitchen);

        await writer.DoAsync($"""
            begin; update orders set covers = 5 where id = '{before}';
            savepoint a; update orders set covers = 6 where id = '{undone}'; rollback to a;
            savepoint b; update orders set covers = 7 where id = '{kept}'; release b
            """);
        Read();
        await writer.DoAsync($"update orders set covers = 8 where id = '{after}'; commit");
        Read();

        Assert.Equal((5, 4, 7, 8), (Covers(before), Covers(undone), Covers(kept), Covers(after)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_whatever_order_five_writers_begin_write_take_back_and_commit_the_board_is_like_the_database(int seed)
    {
        var random = new Random(seed);
        var writers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Writer.ConnectAsync(kitchen.Connections.Kitchen)));
        var orders = await Task.WhenAll(Enumerable.Range(0, writers.Length).Select(async _ => new List<Guid> { await kitchen.OpenTabAsync(), await kitchen.OpenTabAsync() }));
        var depth = new int[writers.Length];
        Read();

        for (var turn = 0; turn < 150; turn++)
        {
            var who = random.Next(writers.Length);
            // Each writer has orders of its own: nobody waits for anybody, so the order of events is the seed's alone.
            await writers[who].DoAsync(Next(who));
            if (random.Next(3) > 0) continue;
            Read();
            await IsLikeTheDatabaseAsync(OrderView.Loader);
        }
        foreach (var (writer, open) in writers.Zip(depth)) await writer.DoAsync(open > 0 ? "commit" : "select 1");
        Read();
        await IsLikeTheDatabaseAsync();
        foreach (var writer in writers) await writer.DisposeAsync();

        string Next(int who)
        {
            var order = orders[who][random.Next(orders[who].Count)];
            var choice = random.Next(10);
            if (depth[who] == 0)
            {
                if (choice < 5) { depth[who] = 1; return "begin"; }
                return Write(order);
            }
            switch (choice)
            {
                case 0: depth[who] = 0; return "commit";
                case 1: depth[who] = 0; return "rollback";
                case 2: depth[who]++; return $"savepoint s{depth[who]}";
                case 3 when depth[who] > 1: return $"rollback to s{depth[who]--}";
                case 4 when depth[who] > 1: return $"release s{depth[who]--}";
                default: return Write(order);
            }
        }

        string Write(Guid order) => random.Next(6) switch
        {
            0 => $"insert into guests values ('{order}', {random.Next(1, 9)}, array['Nuts']) on conflict (order_id, seat) do nothing",
            1 => $"delete from guests where order_id = '{order}' and seat < {random.Next(9)}",
            2 => $"update orders set closed_at = case when closed_at is null then opened_at end where id = '{order}'",
            _ => $"update orders set covers = {random.Next(1, 500)} where id = '{order}'",
        };
    }

    [Fact]
    public async Task What_is_deleted_leaves_the_board_with_all_that_hangs_on_it()
    {
        var (one, other) = (await kitchen.SendAsync(kitchen.Line("Fries", 2)), await kitchen.SendAsync(kitchen.Line("Fries")));
        Read();
        var order = board.Snapshot.Find<TicketView>(other.TicketId)!.OrderId;

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"delete from lines where ticket_id = '{one.TicketId}' and position = 1; delete from orders where id = '{order}'");
        Read();

        Assert.Single(board.Snapshot.Find<TicketView>(one.TicketId)!.Lines);
        Assert.Null(board.Snapshot.Find<TicketView>(other.TicketId));
        Assert.Null(board.Snapshot.Find<OrderView>(order));
    }

    [Fact]
    public async Task A_truncated_table_is_seen_by_a_full_read()
    {
        var order = await kitchen.OpenTabAsync();
        await kitchen.Orders.SetAllergyAsync(new SetAllergy(Guid.CreateVersion7(), order, 1, [Allergen.Nuts]), kitchen.Waiter);
        Read();
        Assert.Single(board.Snapshot.Find<OrderView>(order)!.Guests);

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "truncate guests");

        Assert.True(Read().IsFull);
        Assert.Empty(board.Snapshot.Find<OrderView>(order)!.Guests);
    }

    [Fact]
    public async Task More_than_a_thousand_roots_make_one_full_read()
    {
        Read();
        var write = $"insert into orders (id, kind, name, covers, business_day, waiter_id, opened_at) select gen_random_uuid(), 'Tab', 'Many', 1, '2026-07-14', '{kitchen.Waiter.PersonId}', '2026-07-14 19:30:00Z' from generate_series(1, ";

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"{write} {ChangeReader.MostRoots})");
        Assert.False(Read().IsFull);
        await Sql.RunAsync(kitchen.Connections.Kitchen, $"{write} {ChangeReader.MostRoots + 1})");
        Assert.True(Read().IsFull);

        Assert.Equal((2 * ChangeReader.MostRoots) + 1, board.Snapshot.All<OrderView>().Count(o => o.Name == "Many"));
        await Sql.RunAsync(kitchen.Connections.Kitchen, "delete from orders where name = 'Many'");
    }

    [Fact]
    public async Task The_tickets_of_a_closed_order_leave_the_board_and_come_back_if_it_opens_again()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Cola 0.33 l"));
        Read();
        var order = board.Snapshot.Find<TicketView>(sent.TicketId)!.OrderId;

        await kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), order), kitchen.Waiter);
        Read();
        Assert.Null(board.Snapshot.Find<TicketView>(sent.TicketId));
        Assert.Null(board.Snapshot.Find<OrderView>(order));

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"update orders set closed_at = null where id = '{order}'");
        Read();
        Assert.NotNull(board.Snapshot.Find<TicketView>(sent.TicketId));
    }

    [Theory]
    [InlineData("update people set name = 'Anna' where name = 'Ana'", "update people set name = 'Ana' where name = 'Anna'")]
    [InlineData("update dish_steps set prep_seconds = prep_seconds + 1", "update dish_steps set prep_seconds = prep_seconds - 1")]
    [InlineData("update modifiers set price_change = 9 where name = 'aioli'", "update modifiers set price_change = 1.5 where name = 'aioli'")]
    [InlineData("update dining_tables set name = 'Window' where name = '7'", "update dining_tables set name = '7' where name = 'Window'")]
    [InlineData("update courses set name = 'Sweets' where number = 3", "update courses set name = 'Desserts' where number = 3")]
    [InlineData("update dish_allergens set state = 'MayContain' where allergen = 'Nuts' and state = 'Contains'", "update dishes set position = position")]
    [InlineData("update restaurant set name = 'Glutholz'", "update restaurant set name = 'Glimmholz'")]
    [InlineData("update dishes set active = false where name = 'Negroni'", "update dishes set active = true where name = 'Negroni'")]
    [InlineData("update stations set name = 'Deep fry' where slug = 'fry'", "update stations set name = 'Fry' where slug = 'fry'")]
    [InlineData("update stations set taken_by_id = (select id from displays where slug = 'cold') where slug = 'fry'", "update stations set taken_by_id = null where slug = 'fry'")]
    [InlineData("update displays set name = 'Fryer' where slug = 'fry'", "update displays set name = 'Fry' where slug = 'fry'")]
    [InlineData("delete from display_stations where station_id = (select id from stations where slug = 'fry')", "insert into display_stations select d.id, s.id from displays d join stations s using (slug) where slug = 'fry'")]
    [InlineData("insert into timer_rules (id, due_minutes, late_minutes) values (gen_random_uuid(), 5, 10)", "delete from timer_rules")]
    [InlineData("insert into missing (id, task_id, ticket_id, station_id, since) select gen_random_uuid(), id, ticket_id, station_id, fired_at from prep_tasks limit 1", "update missing set until = since")]
    [InlineData("update tickets set rushed_at = sent_at", "update tickets set rushed_at = null")]
    [InlineData("update prep_tasks set seen_version = 0, allergies_seen = '{Milk}'", "update prep_tasks set seen_version = 1, allergies_seen = '{}'")]
    public async Task Whatever_screens_show_of_the_house_is_read_again_when_it_changes(string change, string back)
    {
        await kitchen.SendAsync(kitchen.Line("Fries"));
        Read();
        foreach (var sql in new[] { change, back })
        {
            await Sql.RunAsync(kitchen.Connections.Kitchen, sql);
            Assert.False(Read().IsEmpty);
            await IsLikeTheDatabaseAsync();
        }
    }

    [Fact]
    public async Task What_a_service_does_is_read_whole_and_becomes_the_card_on_the_wall()
    {
        Read();
        var sent = await kitchen.SendAsync(kitchen.Line("Fries", 2));
        Read();
        Assert.Equal(2, CardAt("fry", sent.TicketId)!.Lines.Sum(l => l.Quantity));

        await kitchen.Cooks.BumpAsync(new BumpTicket(Guid.CreateVersion7(), sent.TicketId, [kitchen.Station("fry")]), kitchen.Cook);
        Read();
        Assert.Null(CardAt("fry", sent.TicketId));
        Assert.NotNull(CardAt("pass", sent.TicketId));
    }

    [Fact]
    public async Task What_a_screen_has_seen_is_relayed_and_makes_no_snapshot()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries"));
        Read();
        var snapshot = board.Snapshot;

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"insert into sightings (line_id, version, station_id, ticket_id, at) select id, 1, '{kitchen.Station("fry")}', ticket_id, fired_at from lines where ticket_id = '{sent.TicketId}'");
        var read = Read();

        Assert.True(read.IsEmpty);
        Assert.Same(snapshot, board.Snapshot);
        Assert.Equal([sent.TicketId], Assert.Single(read.Relays, r => r.Kind == "sighting").Roots);
    }

    [Fact]
    public async Task A_task_that_is_not_on_screen_changes_its_ticket()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries"));
        Read();

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"insert into missing (id, task_id, ticket_id, station_id, since) select gen_random_uuid(), id, ticket_id, station_id, fired_at from prep_tasks where ticket_id = '{sent.TicketId}'");
        Read();

        Assert.All(board.Snapshot.Find<TicketView>(sent.TicketId)!.Lines[0].Tasks, t => Assert.Equal(t.FiredAt, t.MissingSince));
    }

    private BoardRead Read()
    {
        var read = reader.Read();
        board.Take(read);
        return read;
    }

    private int Covers(Guid order) => board.Snapshot.Find<OrderView>(order)!.Covers;

    private Card? CardAt(string station, Guid ticket) => new StationCards().On(board.Snapshot, WallScope.Of(kitchen.Station(station))).SingleOrDefault(c => c.TicketId == ticket);

    /// <summary>A reader that has seen nothing yet reads the same, of these kinds or of all.</summary>
    private async Task IsLikeTheDatabaseAsync(params RootLoader[] kinds)
    {
        var loaders = kinds.Length > 0 ? kinds : KitchenBridge.Kinds;
        var fresh = new LiveBoard(TimeProvider.System);
        await using var other = await kitchen.ConnectAsync();
        fresh.Take(new ChangeReader(other, loaders).Read());
        Assert.Equal(Json(fresh, loaders), Json(board, loaders));
    }

    private static string Json(LiveBoard board, IReadOnlyList<RootLoader> kinds) => string.Join('\n', kinds.SelectMany(kind =>
        board.Snapshot.Roots[kind.Type].OrderBy(root => root.Key).Select(root => JsonSerializer.Serialize(root.Value, kind.Type))));

    public async Task DisposeAsync() => await connection.DisposeAsync();
}
