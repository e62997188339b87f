using System.Diagnostics;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class DoorbellTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> working = [];
    private NpgsqlDataSource source = null!;
    private Doorbell bell = null!;

    public Task InitializeAsync()
    {
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(kitchen.Connections.Kitchen) { ApplicationName = "doorbell" });
        bell = Hang();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("insert into areas (id, name, position) values (gen_random_uuid(), 'Roof', 9)")]
    [InlineData("update dishes set price = price where name = 'Fries'")]
    [InlineData("delete from areas where name = 'Roof'")]
    [InlineData("truncate guests")]
    public async Task Another_program_that_writes_rings(string sql)
    {
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, sql);

        Assert.True(Rings(bell, Long));
    }

    [Fact]
    public async Task The_app_itself_never_notifies_inside_its_transactions()
    {
        await using var connection = await source.OpenConnectionAsync();
        var heard = new List<string>();
        connection.Notification += (_, notice) => heard.Add(notice.Payload);
        await RunAsync(connection, "listen kitchen");

        await kitchen.SendAsync(kitchen.Line("Fries"));
        await Sql.RunAsync(kitchen.Connections.Kitchen, "update dishes set price = price where name = 'Fries'; notify kitchen, 'the end'");
        await Until.TrueAsync(async () => { await RunAsync(connection, "select 1"); return heard.Count > 0; }, Long);

        Assert.Equal(["the end"], heard);
    }

    [Fact]
    public void The_nodes_own_ring_wakes_it_once()
    {
        bell.Ring();
        bell.Ring();

        Assert.True(Rings(bell, Long));
        Assert.False(Rings(bell, Short));
    }

    [Fact]
    public void The_other_nodes_hear_it_and_the_own_one_does_not_hear_itself()
    {
        var elsewhere = Hang();

        bell.Ring();

        Assert.True(Rings(bell, Long));
        Assert.True(Rings(elsewhere, Long));
        Assert.False(Rings(bell, Short));
        Assert.False(Rings(elsewhere, Short));
    }

    [Fact]
    public async Task A_burst_of_rings_becomes_few_notifications()
    {
        await using var connection = await source.OpenConnectionAsync();
        var heard = 0;
        connection.Notification += (_, _) => heard++;
        await RunAsync(connection, "listen kitchen");
        var watch = Stopwatch.StartNew();

        while (watch.ElapsedMilliseconds < 100) bell.Ring();
        await Until.TrueAsync(async () => { await RunAsync(connection, "select 1"); return heard > 0; }, Long);

        Assert.InRange(heard, 1, (watch.ElapsedMilliseconds / 5) + 1);
    }

    [Fact]
    public async Task It_works_again_by_itself_after_its_lines_were_cut()
    {
        var elsewhere = Hang();

        await Sql.RunAsync(kitchen.Connections.Kitchen, "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'doorbell' and datname = current_database()");

        // Who has been deaf takes it that somebody has rung.
        Assert.True(Rings(bell, Long));
        Assert.True(Rings(elsewhere, Long));
        await Until.TrueAsync(() => { bell.Ring(); return Task.FromResult(Rings(elsewhere, Short)); }, Long);
    }

    [Fact]
    public async Task A_node_that_closes_waits_for_nobody()
    {
        var waiting = Task.Run(() => bell.Wait(TimeSpan.FromMinutes(2), closing.Token));

        await closing.CancelAsync();

        await waiting.WaitAsync(Long);
        await Task.WhenAll(working).WaitAsync(Long);
    }

    /// <summary>A node's bell, once it sends and hears.</summary>
    private Doorbell Hang()
    {
        var hung = new Doorbell(source, NullLogger<Doorbell>.Instance);
        working.Add(Task.Factory.StartNew(() => hung.Send(closing.Token), TaskCreationOptions.LongRunning));
        working.Add(Task.Factory.StartNew(() => hung.Listen(closing.Token), TaskCreationOptions.LongRunning));
        // It rings once when it begins to hear.
        Assert.True(Rings(hung, Long));
        return hung;
    }

    private static bool Rings(Doorbell bell, TimeSpan within) => bell.Wait(within, CancellationToken.None);

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(working);
        await source.DisposeAsync();
    }

    public void Dispose()
    {
        bell.Dispose();
        closing.Dispose();
    }
}
