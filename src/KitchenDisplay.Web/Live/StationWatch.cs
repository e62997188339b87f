using KitchenDisplay.Core.Kitchen;
using Microsoft.AspNetCore.SignalR;

namespace KitchenDisplay.Web.Live;

/// <summary>Keeps one hub client like the board: sends what is new since it was last sent to. A slow client delays nobody and skips to the newest state.</summary>
internal sealed class StationWatch(StationCards cards, WallScope scope, ISingleClientProxy client) : IDisposable
{
    private readonly Lock door = new();
    private IReadOnlyList<Card> sent = [];
    private long version;
    private IDisposable? eye;

    /// <summary>Starts to watch. The snapshot and the watching begin together: nothing falls in between.</summary>
    internal StationSnapshot Begin(LiveBoard board)
    {
        lock (door)
        {
            eye = board.Subscribe(LookAsync);
            var snapshot = board.Snapshot;
            sent = cards.On(snapshot, scope);
            version = snapshot.Version;
            return new StationSnapshot(version, sent);
        }
    }

    private Task LookAsync(BoardSnapshot snapshot)
    {
        StationChange change;
        lock (door)
        {
            var now = cards.On(snapshot, scope);
            if (ReferenceEquals(now, sent) || snapshot.Version <= version) return Task.CompletedTask;
            var known = sent.ToHashSet<object>(ReferenceEqualityComparer.Instance);
            var open = now.Select(c => c.TicketId).ToHashSet();
            change = new StationChange(snapshot.Version, version, [.. now.Where(c => !known.Contains(c))], [.. sent.Select(c => c.TicketId).Where(id => !open.Contains(id))]);
            (sent, version) = (now, snapshot.Version);
        }
        return client.SendAsync("Changed", change);
    }

    public void Dispose() => eye?.Dispose();
}
