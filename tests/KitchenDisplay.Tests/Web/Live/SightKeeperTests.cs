using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class SightKeeperTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime, IDisposable
{
    private readonly HandClock clock = new();
    private readonly SightBook sightings = new();
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
    private readonly Guid screen = Guid.CreateVersion7();
    private ScreenBook screens = null!;
    private Doorbell bell = null!;
    private SightKeeper keeper = null!;

    public Task InitializeAsync()
    {
        (screens, bell) = (new ScreenBook(clock), new Doorbell(source, NullLogger<Doorbell>.Instance));
        keeper = new SightKeeper(new SightWriter(source), new MissingWatch(source), sightings, screens, Boards.Open(), bell, clock, NullLogger<SightKeeper>.Instance);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_many_screens_saw_is_one_row_and_one_transaction()
    {
        var ticket = await kitchen.ReadAsync((await kitchen.SendAsync(kitchen.Line("Fries", 20))).TicketId);
        for (var reporter = 0; reporter < 10; reporter++)
            foreach (var line in ticket.Lines) sightings.Note(new Sighting { LineId = line.Id, Version = 1, StationId = kitchen.Station("fry"), TicketId = ticket.Id, At = clock.GetUtcNow() });

        await keeper.KeepAsync(CancellationToken.None);
        await keeper.KeepAsync(CancellationToken.None);

        Assert.Equal(20, await kitchen.CountAsync($"sightings where ticket_id = '{ticket.Id}'"));
        Assert.Equal(1, await Sql.ScalarAsync<long>(kitchen.Connections.Kitchen, $"select count(distinct xmin::text) from sightings where ticket_id = '{ticket.Id}'"));
    }

    [Fact]
    public async Task Screens_are_written_every_two_seconds_and_at_once_when_something_changes()
    {
        Hear(visible: true);
        await keeper.KeepAsync(CancellationToken.None);
        var first = await HeardAsync();

        Pass(0.5);
        Hear(visible: true);
        await keeper.KeepAsync(CancellationToken.None);
        Assert.Equal(first, await HeardAsync());

        Hear(visible: false);
        await keeper.KeepAsync(CancellationToken.None);
        Assert.Equal(first.AddSeconds(0.5), await HeardAsync());

        Pass(2);
        Hear(visible: false);
        await keeper.KeepAsync(CancellationToken.None);
        Assert.Equal(first.AddSeconds(2.5), await HeardAsync());
    }

    [Fact]
    public async Task After_a_start_screens_have_ten_seconds_to_say_that_they_are_there()
    {
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "truncate screens; truncate orders cascade");
        await kitchen.SendAsync(kitchen.Line("Fries"));
        await Sql.RunAsync(kitchen.Connections.Kitchen, "update prep_tasks set fired_at = '2026-07-14 19:00:00Z'");

        for (var second = 0; second < 10; second++)
        {
            await keeper.KeepAsync(CancellationToken.None);
            Assert.Equal(0, await kitchen.CountAsync("missing"));
            Pass(1);
        }
        await keeper.KeepAsync(CancellationToken.None);
        Assert.NotEqual(0, await kitchen.CountAsync("missing"));
    }

    private void Hear(bool visible) => screens.Hear(new Screen { Id = screen, IsVisible = visible, StationIds = [] }, []);

    private void Pass(double seconds) => clock.Pass(TimeSpan.FromSeconds(seconds));

    private async Task<DateTimeOffset> HeardAsync() => await Sql.ScalarAsync<DateTime>(kitchen.Connections.Kitchen, $"select heard_at from screens where id = '{screen}'");

    public async Task DisposeAsync() => await source.DisposeAsync();

    public void Dispose()
    {
        keeper.Dispose();
        bell.Dispose();
    }
}
