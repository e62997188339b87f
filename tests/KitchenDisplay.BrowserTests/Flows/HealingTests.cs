using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>A wall has nobody to press F5. Each fault ends at a moment that the test can see, and from there on the wall has two seconds.</summary>
public sealed class HealingTests(House house) : Flow(house)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_wall_heals_when_every_connection_to_the_database_was_cut()
    {
        var wall = await WallAsync("grill");
        var order = await Staff.SeatAsync("6");
        var before = await Staff.SendAsync(order, new Wish("Ribeye 300 g"));
        await Expect(wall.Card(before.Number)).ToBeVisibleAsync();

        await Sql.RunAsync(Connections.KitchenOwner, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'KitchenDisplay'");
        var end = DateTimeOffset.UtcNow;
        var after = await Staff.SendAsync(order, new Wish("Rump steak 250 g"));

        await ExpectHealedAsync(wall, end, before, after);
    }

    [Fact]
    public async Task A_wall_heals_when_the_database_server_was_killed_and_has_come_back()
    {
        ExpectLostConnections();
        await using var server = await LocalPostgres.StartAsync(LocalPostgresOptions.ThrowAway(durable: true), NullLogger.Instance, CancellationToken.None);
        await House.FurnishAsync(server.Connections);
        await using var staff = new FloorStaff(server.Connections);
        await using var node = await AppProcess.StartAsync(server.Connections);
        var wall = await WallAsync("grill", node);
        var order = await staff.SeatAsync("6");
        var before = await staff.SendAsync(order, new Wish("Ribeye 300 g"));
        await Expect(wall.Card(before.Number)).ToBeVisibleAsync();

        var killed = server.PostmasterPid;
        Kill(killed);
        var end = await AcceptsAgainAsync(server, killed);
        var after = await staff.SendAsync(order, new Wish("Rump steak 250 g"));

        await ExpectHealedAsync(wall, end, before, after);
    }

    [Fact]
    public async Task A_wall_heals_when_its_node_was_killed_and_started_again()
    {
        ExpectLostConnections();
        var wall = await WallAsync("grill");
        var order = await Staff.SeatAsync("6");
        var before = await Staff.SendAsync(order, new Wish("Ribeye 300 g"));
        await Expect(wall.Card(before.Number)).ToBeVisibleAsync();

        await House.Node.KillAsync();
        var meanwhile = await Staff.SendAsync(order, new Wish("Whole sea bream"));
        await Expect(wall.Page.Locator("#connection")).ToBeVisibleAsync();
        // The last state stays readable: the cook goes on with what is known.
        await Expect(wall.Card(before.Number)).ToBeVisibleAsync();
        await House.Node.StartAgainAsync();
        var end = DateTimeOffset.UtcNow;
        var after = await Staff.SendAsync(order, new Wish("Rump steak 250 g"));

        await ExpectHealedAsync(wall, end, before, meanwhile, after);
    }

    private static async Task ExpectHealedAsync(Wall wall, DateTimeOffset end, params TicketSent[] acknowledged)
    {
        var slowest = DateTimeOffset.MinValue;
        foreach (var ticket in acknowledged)
        {
            var came = await wall.CameAsync(ticket.Number);
            if (came > slowest) slowest = came;
        }

        Assert.InRange(slowest - end, TimeSpan.MinValue, Soon);
        await wall.ExpectLiveAsync();
        await Expect(wall.Page.Locator("#connection")).ToBeHiddenAsync();
        Assert.Equal(acknowledged.Select(t => t.Number).Order(), await wall.NumbersAsync());
        Assert.Empty(await wall.TwiceAsync());
    }

    private static void Kill(int pid)
    {
        using var postmaster = System.Diagnostics.Process.GetProcessById(pid);
        postmaster.Kill();
    }

    private static async Task<DateTimeOffset> AcceptsAgainAsync(LocalPostgres server, int killed)
    {
        await Until.TrueAsync(async () =>
        {
            if (server.PostmasterPid == killed) return false;
            try
            {
                await using var connection = new NpgsqlConnection(server.Connections.KitchenOwner + ";Pooling=false");
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(30));
        return DateTimeOffset.UtcNow;
    }
}
