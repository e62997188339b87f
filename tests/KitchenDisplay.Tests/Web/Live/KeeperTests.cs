using KitchenDisplay.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class KeeperTests
{
    [Fact]
    public async Task Whatever_goes_wrong_it_is_tried_again()
    {
        using var keeper = new Clumsy();

        await keeper.StartAsync(CancellationToken.None);

        await keeper.Done.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(keeper.ExecuteTask!.IsFaulted);
        await keeper.StopAsync(CancellationToken.None);
    }

    private sealed class Clumsy() : Keeper(TimeSpan.FromMilliseconds(1), TimeProvider.System, NullLogger.Instance)
    {
        private int times;

        public TaskCompletionSource Done { get; } = new();

        protected override Task WorkAsync(CancellationToken cancel)
        {
            times++;
            if (times == 1) throw new DbUpdateException("Too much for a row.");
            if (times == 2) throw new FormatException("Nobody thought of this one.");
            Done.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
