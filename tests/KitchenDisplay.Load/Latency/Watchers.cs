using System.Diagnostics;
using KitchenDisplay.Client;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Load.Screens;
using KitchenDisplay.Load.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Load.Latency;

/// <summary>Everybody who looks at one station: headless screens, and hub clients as printers and pagers are; in turn on each node.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    private readonly CancellationTokenSource done = new();
    private readonly List<IDisposable> boards = [];
    private readonly List<HeadlessScreen> screens = [];
    private readonly List<Task> clients = [];

    /// <summary>In the order of <see cref="OnScreens"/>.</summary>
    public IReadOnlyList<HeadlessScreen> Screens => screens;
    public List<Sightings> OnBoards { get; } = [];
    public List<Sightings> OnScreens { get; } = [];
    public List<Sightings> AtClients { get; } = [];

    /// <summary>Render batches of all screens.</summary>
    public int Batches => screens.Sum(screen => screen.Batches);

    /// <summary>Bytes of all of them.</summary>
    public long Bytes => screens.Sum(screen => screen.Bytes);

    /// <summary>Why screens have died.</summary>
    public IEnumerable<string> Deaths => screens.Where(screen => screen.Died.IsCompleted).Select(screen => screen.Died.Result);

    /// <param name="tickets">How many tickets there will be at most.</param>
    public static async Task<Watchers> OpenAsync(IReadOnlyList<KitchenNode> nodes, string station, int screens, int clients, int tickets, CancellationToken cancel)
    {
        var watchers = new Watchers();
        foreach (var node in nodes)
            watchers.Watch(node.Board, tickets);
        for (var i = 0; i < screens; i++)
        {
            var seen = new Sightings(tickets);
            watchers.OnScreens.Add(seen);
            watchers.screens.Add(await HeadlessScreen.OpenAsync(new Uri(nodes[i % nodes.Count].Address, $"/kitchen/{station}"), seen.Read, cancel));
        }
        for (var i = 0; i < clients; i++)
            await watchers.JoinAsync(new KitchenClient(nodes[i % nodes.Count].Address), station, tickets, cancel);
        return watchers;
    }

    private void Watch(LiveBoard board, int tickets)
    {
        var seen = new Sightings(tickets);
        OnBoards.Add(seen);
        boards.Add(board.Subscribe(snapshot =>
        {
            var arrived = Stopwatch.GetTimestamp();
            foreach (var ticket in snapshot.All<TicketView>())
                seen.See(ticket.Number, arrived);
            return Task.CompletedTask;
        }));
    }

    private async Task JoinAsync(KitchenClient client, string station, int tickets, CancellationToken cancel)
    {
        var seen = new Sightings(tickets);
        var joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AtClients.Add(seen);
        clients.Add(WatchAsync(client, station, seen, joined));
        await joined.Task.WaitAsync(cancel);
    }

    private async Task WatchAsync(KitchenClient client, string station, Sightings seen, TaskCompletionSource joined)
    {
        await foreach (var board in client.WatchAsync(station, done.Token))
        {
            var arrived = Stopwatch.GetTimestamp();
            foreach (var card in board.Cards)
                seen.See(card.Number, arrived);
            if (board.IsLive)
                joined.TrySetResult();
        }
    }

    /// <summary>Waits until every watcher has seen the ticket, or until the patience is over.</summary>
    public async Task SettleAsync(IEnumerable<SentTicket> tickets, TimeSpan patience, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var ticket in tickets)
            while (OnScreens.Concat(AtClients).Any(seen => seen.Of(ticket.Number) is null) && Stopwatch.GetElapsedTime(began) < patience)
                await Task.Delay(20, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        boards.ForEach(board => board.Dispose());
        await done.CancelAsync();
        await Task.WhenAll(clients).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
        done.Dispose();
    }
}
