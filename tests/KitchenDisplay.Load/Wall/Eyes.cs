using System.Threading.Channels;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Screens;
using KitchenDisplay.Web.Features.Kitchen;

namespace KitchenDisplay.Load.Wall;

/// <summary>What the script of a wall's page does: a tenth of a second after rows have been put up, each screen reports them.</summary>
internal sealed class Eyes : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<Channel<(long Note, SeenRow Row)>> changes;
    private readonly CancellationTokenSource closed = new();
    private readonly Task looking;

    public Eyes(Watchers watchers)
    {
        changes = [.. watchers.Screens.Select(_ => Channel.CreateUnbounded<(long, SeenRow)>())];
        looking = Task.WhenAll(changes.Select((change, i) => LookAsync(watchers.Screens[i], watchers.OnScreens[i], change.Reader, Every * i / changes.Count)));
    }

    /// <summary>Tells the screens in which row a note stands.</summary>
    public void Expect(long note, SeenRow row)
    {
        foreach (var change in changes) change.Writer.TryWrite((note, row));
    }

    private async Task LookAsync(HeadlessScreen screen, Sightings seen, ChannelReader<(long Note, SeenRow Row)> made, TimeSpan late)
    {
        // No two pages were opened at the same time.
        await Task.Delay(late, closed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Every);
        List<(long Note, SeenRow Row)> waiting = [];
        try
        {
            while (await timer.WaitForNextTickAsync(closed.Token))
            {
                while (made.TryRead(out var change)) waiting.Add(change);
                var here = waiting.FindAll(change => seen.Of(change.Note) is not null);
                if (here.Count == 0) continue;
                waiting.RemoveAll(here.Contains);
                await screen.SawAsync([.. here.Select(change => change.Row)], closed.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await looking;
        closed.Dispose();
    }
}
