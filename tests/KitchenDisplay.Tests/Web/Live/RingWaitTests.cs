using System.Diagnostics;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class RingWaitTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private NpgsqlDataSource source = null!;
    private Doorbell bell = null!;
    private NpgsqlConnection connection = null!;
    private RingWait ringing = null!;

    public async Task InitializeAsync()
    {
        source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
        bell = new Doorbell(source, NullLogger<Doorbell>.Instance);
        connection = await source.OpenConnectionAsync();
        ringing = new RingWait(connection, bell);
        await RunAsync("listen kitchen");
    }

    [Theory]
    [InlineData("insert into areas (id, name, position) values (gen_random_uuid(), 'Roof', 9)")]
    [InlineData("update dishes set price = price where name = 'Fries'")]
    [InlineData("delete from areas where name = 'Roof'")]
    [InlineData("truncate guests")]
    public async Task Another_program_that_writes_wakes_the_bridge(string sql)
    {
        var waiting = ringing.WaitAsync(Long, CancellationToken.None);

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, sql);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_app_itself_never_notifies_inside_its_transactions()
    {
        var heard = new List<string>();
        connection.Notification += (_, notice) => heard.Add(notice.Payload);

        await kitchen.SendAsync(kitchen.Line("Fries"));
        await Sql.RunAsync(kitchen.Connections.Kitchen, "update dishes set price = price where name = 'Fries'; notify kitchen, 'the end'");
        await Until.TrueAsync(async () => { await RunAsync("select 1"); return heard.Count > 0; }, TimeSpan.FromSeconds(10));

        Assert.Equal(["the end"], heard);
    }

    [Fact]
    public async Task The_nodes_own_ring_wakes_it_without_the_database()
    {
        var waiting = ringing.WaitAsync(Long, CancellationToken.None);

        bell.Ring();

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_ring_while_nobody_waits_is_remembered()
    {
        bell.Ring();
        bell.Ring();
        await ringing.WaitAsync(Long, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "notify kitchen");
        await RunAsync("select pg_sleep(0)");
        await ringing.WaitAsync(Long, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task No_ring_is_ever_swallowed_however_closely_they_follow()
    {
        for (var i = 0; i < 500; i++)
        {
            var waiting = ringing.WaitAsync(Long, CancellationToken.None);
            var ring = Task.Run(bell.Ring);
            if (i % 3 == 0) await Sql.RunAsync(kitchen.Connections.KitchenOwner, "notify kitchen");
            await ring;
            await waiting.WaitAsync(TimeSpan.FromSeconds(10));
            bell.Ring();
            await ringing.WaitAsync(Long, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task The_doorbell_rings_at_the_other_nodes_and_the_own_node_does_not_answer_it()
    {
        using var closing = new CancellationTokenSource();
        var sending = bell.SendAsync(closing.Token);
        await Until.TrueAsync(() => Task.FromResult(bell.ProcessId != 0), TimeSpan.FromSeconds(10));
        await using var far = await source.OpenConnectionAsync();
        var elsewhere = new RingWait(far, new Doorbell(source, NullLogger<Doorbell>.Instance));
        await using (var listen = new NpgsqlCommand("listen kitchen", far)) await listen.ExecuteNonQueryAsync();

        bell.Ring();
        await ringing.WaitAsync(Long, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        await elsewhere.WaitAsync(Long, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));

        var watch = Stopwatch.StartNew();
        await ringing.WaitAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        Assert.True(watch.Elapsed > TimeSpan.FromMilliseconds(190));
        await closing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_burst_of_rings_becomes_few_notifications()
    {
        using var closing = new CancellationTokenSource();
        var sending = bell.SendAsync(closing.Token);
        var heard = 0;
        connection.Notification += (_, _) => heard++;
        var watch = Stopwatch.StartNew();

        while (watch.ElapsedMilliseconds < 100) bell.Ring();
        await Until.TrueAsync(async () => { await RunAsync("select 1"); return heard > 0; }, TimeSpan.FromSeconds(10));

        Assert.InRange(heard, 1, (watch.ElapsedMilliseconds / 5) + 1);
        await closing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_connection_that_is_lost_while_it_waits_says_so()
    {
        var waiting = ringing.WaitAsync(Long, CancellationToken.None);

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"select pg_terminate_backend({connection.ProcessID})");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_node_that_closes_does_not_wait_for_a_ring()
    {
        using var closing = new CancellationTokenSource();
        var waiting = ringing.WaitAsync(Long, closing.Token);

        await closing.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
