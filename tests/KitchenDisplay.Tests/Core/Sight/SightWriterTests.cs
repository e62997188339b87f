using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Sight;

public sealed class SightWriterTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 7, 14, 19, 2, 11, TimeSpan.Zero);

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);

    private SightWriter Writer => new(source);

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Of_a_line_a_version_and_a_station_the_first_sighting_counts()
    {
        var line = await LineAsync();
        var (grill, fry) = (kitchen.Station("grill"), kitchen.Station("fry"));

        await Writer.WriteAsync([Seen(line, 1, grill, 0), Seen(line, 1, grill, 5), Seen(line, 1, fry, 1)]);
        await Writer.WriteAsync([Seen(line, 1, grill, 9), Seen(line, 2, grill, 10)]);

        await using var db = await kitchen.OpenDatabaseAsync();
        var rows = await db.Sightings.Where(s => s.LineId == line).OrderBy(s => s.At).ToListAsync();
        Assert.Equal([(1, grill, Now), (1, fry, Now.AddSeconds(1)), (2, grill, Now.AddSeconds(10))], rows.Select(s => (s.Version, s.StationId, s.At)));
    }

    [Fact]
    public async Task A_line_that_was_deleted_takes_no_other_sighting_with_it()
    {
        var line = await LineAsync();

        await Writer.WriteAsync([Seen(Guid.CreateVersion7(), 1, kitchen.Station("grill"), 0), Seen(line, 1, kitchen.Station("grill"), 0)]);

        Assert.Equal(1, await kitchen.CountAsync($"sightings where line_id = '{line}'"));
    }

    [Fact]
    public async Task A_screen_is_written_once_and_then_changed()
    {
        var (task, display) = (Guid.CreateVersion7(), await Sql.ScalarAsync<Guid>(kitchen.Connections.Kitchen, "select id from displays where slug = 'grill'"));
        var screen = new Screen { Id = Guid.CreateVersion7(), DisplayId = display, StationIds = [kitchen.Station("grill"), kitchen.Station("fry")], OpenedAt = Now, HeardAt = Now, SeenAt = Now, IsVisible = true, Zoom = 1.25m, UsualZoom = 1 };
        var other = new Screen { Id = Guid.CreateVersion7(), DisplayId = Guid.CreateVersion7(), OpenedAt = Now, HeardAt = Now, IsAudible = false, HasWakeLock = true, Lacks = [task] };

        await Writer.WriteAsync([screen, other]);
        await Writer.WriteAsync([new Screen { Id = screen.Id, OpenedAt = Now.AddHours(1), HeardAt = Now.AddSeconds(2), SeenAt = Now }]);

        await using var db = await kitchen.OpenDatabaseAsync();
        var changed = await db.Screens.SingleAsync(s => s.Id == screen.Id);
        Assert.Equal((Now, Now.AddSeconds(2), Now, false, null), (changed.OpenedAt, changed.HeardAt, changed.SeenAt, changed.IsVisible, changed.StationIds));
        var kept = await db.Screens.SingleAsync(s => s.Id == other.Id);
        // A display that is gone must not keep the others from being written.
        Assert.Equal((null, false, true, null), (kept.DisplayId, kept.IsAudible, kept.HasWakeLock, kept.SeenAt));
        Assert.Equal([task], kept.Lacks);

        await Writer.ForgetAsync(Now.AddSeconds(1));
        Assert.Equal(0, await kitchen.CountAsync($"screens where id = '{other.Id}'"));
    }

    private async Task<Guid> LineAsync() => (await kitchen.ReadAsync((await kitchen.SendAsync(kitchen.Line("Fries"))).TicketId)).Lines[0].Id;

    private static Sighting Seen(Guid line, int version, Guid station, int second) => new() { LineId = line, Version = version, StationId = station, At = Now.AddSeconds(second) };

    public async Task DisposeAsync() => await source.DisposeAsync();
}
