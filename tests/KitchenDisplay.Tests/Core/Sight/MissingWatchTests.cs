using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Sight;

public sealed class MissingWatchTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
    private DateTimeOffset fired;
    private Guid task;

    private Guid Fry => kitchen.Station("fry");

    private SightWriter Book => new(source);

    public async Task InitializeAsync()
    {
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "truncate screens; truncate orders cascade");
        await SendAsync();
    }

    [Fact]
    public async Task What_no_screen_holds_is_missing_after_ten_seconds_and_once()
    {
        await LookAsync(after: 9.9);
        Assert.Equal(0, await MissingAsync());

        await LookAsync(after: 10);
        await LookAsync(after: 11);

        Assert.Equal(1, await MissingAsync());
        Assert.Equal(1, await kitchen.CountAsync("missing"));
        Assert.Equal(fired, await Sql.ScalarAsync<DateTime>(kitchen.Connections.Kitchen, $"select since from missing where task_id = '{task}'"), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task It_is_found_when_a_screen_of_its_station_holds_it()
    {
        await LookAsync(after: 10);
        await ScreenAsync(after: 12, [Fry]);
        await LookAsync(after: 12.5);

        Assert.Equal(0, await MissingAsync());
        Assert.Equal(1, await kitchen.CountAsync("missing where until is not null"));
    }

    [Fact]
    public async Task It_is_found_when_it_is_bumped()
    {
        await LookAsync(after: 10);
        await Sql.RunAsync(kitchen.Connections.Kitchen, $"update prep_tasks set state = 'Bumped', bumped_at = fired_at where id = '{task}'");
        await LookAsync(after: 11);

        Assert.Equal(0, await MissingAsync());
    }

    [Fact]
    public async Task The_ten_seconds_begin_when_its_screen_was_last_seen()
    {
        await ScreenAsync(after: 300, [Fry]);
        await LookAsync(after: 309);
        Assert.Equal(0, await MissingAsync());

        await LookAsync(after: 310);
        Assert.Equal(1, await MissingAsync());
    }

    [Fact]
    public async Task A_hidden_screen_holds_nothing_however_loud_it_is()
    {
        await ScreenAsync(after: 400, [Fry], seenAfter: 385);
        await LookAsync(after: 400);

        Assert.Equal(1, await MissingAsync());
    }

    [Fact]
    public async Task A_page_that_does_not_hold_it_does_not_count()
    {
        await ScreenAsync(after: 20, [Fry], lacks: [task]);
        await LookAsync(after: 20);

        Assert.Equal(1, await MissingAsync());
    }

    [Fact]
    public async Task The_fallback_that_shows_it_does_not_end_it_and_whoever_takes_the_station_over_does()
    {
        await LookAsync(after: 10);
        await ScreenAsync(after: 20, [kitchen.Station("saute")]);
        await LookAsync(after: 20);
        Assert.Equal(1, await MissingAsync());

        await ScreenAsync(after: 21, [kitchen.Station("saute"), Fry]);
        await LookAsync(after: 21);
        Assert.Equal(0, await MissingAsync());
    }

    [Fact]
    public async Task A_screen_of_all_stations_holds_what_has_no_screen_of_its_own()
    {
        await ScreenAsync(after: 30, null);
        await LookAsync(after: 30);

        Assert.Equal(0, await MissingAsync());
    }

    [Fact]
    public async Task When_the_stations_own_screen_falls_silent_the_pass_is_alarmed_though_it_shows_everything()
    {
        await ScreenAsync(after: 5, [Fry]);
        await ScreenAsync(after: 16, null);
        await LookAsync(after: 16);

        Assert.Equal(1, await MissingAsync());
    }

    [Fact]
    public async Task What_is_held_is_never_missing()
    {
        await Sql.RunAsync(kitchen.Connections.Kitchen, $"update prep_tasks set state = 'Held', fired_at = null, start_at = null, due_at = null where id = '{task}'");
        await LookAsync(after: 600);

        Assert.Equal(0, await MissingAsync());
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_write_it_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LookAsync(after: 10)));
        Assert.Equal(1, await kitchen.CountAsync($"missing where task_id = '{task}'"));

        await ScreenAsync(after: 12, [Fry]);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LookAsync(after: 12)));
        Assert.Equal(0, await MissingAsync());
        Assert.Equal(1, await kitchen.CountAsync($"missing where task_id = '{task}'"));
    }

    [Fact]
    public async Task While_another_node_has_the_turn_nothing_is_lost_and_nothing_found()
    {
        await using var other = await ConnectAsync();
        await other.DoAsync("begin; select pg_advisory_xact_lock(hashtext('kitchendisplay.missing'))");
        await LookAsync(after: 10);
        Assert.Equal(0, await MissingAsync());
        await other.DoAsync("commit");

        await LookAsync(after: 10);
        await other.DoAsync("begin; select pg_advisory_xact_lock(hashtext('kitchendisplay.missing'))");
        await LookAsync(after: 11);
        Assert.Equal(1, await MissingAsync());
    }

    private async Task SendAsync()
    {
        var ticket = await kitchen.SendAsync(kitchen.Line("Fries"));
        // What the pass has to do is not looked at here.
        await Sql.RunAsync(kitchen.Connections.Kitchen, $"delete from prep_tasks where ticket_id = '{ticket.TicketId}' and station_id <> '{Fry}'");
        var sent = (await kitchen.ReadAsync(ticket.TicketId)).Lines[0].Tasks[0];
        (task, fired) = (sent.Id, sent.FiredAt!.Value);
    }

    private Task<long> LookAsync(double after) => new MissingWatch(source).LookAsync(fired.AddSeconds(after), fired.AddHours(-1));

    private Task ScreenAsync(double after, Guid[]? stations, double? seenAfter = null, params Guid[] lacks)
    {
        var heard = fired.AddSeconds(after);
        return Book.WriteAsync([new Screen { Id = Guid.CreateVersion7(), StationIds = stations, OpenedAt = heard, HeardAt = heard, SeenAt = fired.AddSeconds(seenAfter ?? after), IsVisible = seenAfter is null, Zoom = 1, UsualZoom = 1, Lacks = lacks }]);
    }

    private Task<long> MissingAsync() => kitchen.CountAsync("missing where until is null");

    private Task<Writer> ConnectAsync() => Writer.ConnectAsync(kitchen.Connections.Kitchen);

    public async Task DisposeAsync() => await source.DisposeAsync();
}
