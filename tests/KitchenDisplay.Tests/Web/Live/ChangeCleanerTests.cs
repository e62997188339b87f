using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class ChangeCleanerTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime, IDisposable
{
    private readonly HandClock clock = new();
    private NpgsqlDataSource source = null!;
    private ChangeCleaner cleaner = null!;

    public async Task InitializeAsync()
    {
        source = NpgsqlDataSource.Create(kitchen.Connections.Kitchen);
        cleaner = new ChangeCleaner(source, clock, NullLogger<ChangeCleaner>.Instance);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "delete from changes");
    }

    [Fact]
    public async Task A_change_is_kept_for_ten_minutes_and_not_much_longer()
    {
        var order = await kitchen.OpenTabAsync();
        await CleanAfterAsync(0);
        await CleanAfterAsync(9.9);
        Assert.NotEqual(0, await ChangesAsync(order));
        var later = await kitchen.OpenTabAsync();

        await CleanAfterAsync(0.1);

        Assert.NotEqual(0, await ChangesAsync(later));
        await IsCleanedAsync(() => ChangesAsync(order));
    }

    [Fact]
    public async Task An_old_transaction_that_is_still_open_keeps_everything_since()
    {
        var order = await kitchen.OpenTabAsync();
        await using var slow = await Writer.ConnectAsync(kitchen.Connections.Kitchen);
        await slow.DoAsync($"begin; update orders set covers = 9 where id = '{order}'");
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "delete from changes");
        var quick = await kitchen.OpenTabAsync();

        for (var minutes = 0; minutes < 30; minutes += 5) await CleanAfterAsync(5);
        Assert.NotEqual(0, await ChangesAsync(quick));

        // Its own entry is written with its first number, however late it commits.
        await slow.DoAsync("commit");
        await CleanAfterAsync(0);
        Assert.NotEqual(0, await ChangesAsync(order));
        await CleanAfterAsync(10);
        await IsCleanedAsync(() => kitchen.CountAsync("changes"));
    }

    // A snapshot knows every transaction of the server, and other tests have theirs: one of them at the wrong moment costs the cleaner a turn.
    private Task<TimeSpan> IsCleanedAsync(Func<Task<long>> left) => Until.TrueAsync(async () =>
    {
        if (await left() == 0) return true;
        await CleanAfterAsync(10);
        return false;
    }, TimeSpan.FromSeconds(20));

    private async Task CleanAfterAsync(double minutes)
    {
        clock.Pass(TimeSpan.FromMinutes(minutes));
        await cleaner.CleanAsync(CancellationToken.None);
    }

    private Task<long> ChangesAsync(Guid root) => kitchen.CountAsync($"changes where root_id = '{root}'");

    public Task DisposeAsync() => source.DisposeAsync().AsTask();

    public void Dispose() => cleaner.Dispose();
}
