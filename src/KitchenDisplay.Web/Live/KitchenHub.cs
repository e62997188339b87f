using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using Microsoft.AspNetCore.SignalR;

namespace KitchenDisplay.Web.Live;

/// <summary>The board for SignalR clients that are no Blazor screens: printers, pagers, other programs. The client calls <c>Join</c> and then receives <c>Changed</c>.</summary>
public sealed class KitchenHub(LiveBoard board, StationCards cards, IHubContext<KitchenHub> clients) : Hub
{
    private const string Watch = nameof(Watch);

    /// <summary>What the station shows now; every change after it follows. Joining again starts anew.</summary>
    /// <param name="station">The station's slug, or null for all.</param>
    /// <exception cref="HubException">There is no such station.</exception>
    public StationSnapshot Join(string? station)
    {
        Leave();
        var watch = new StationWatch(cards, ScopeOf(station), clients.Clients.Client(Context.ConnectionId));
        Context.Items[Watch] = watch;
        return watch.Begin(board);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Leave();
        return base.OnDisconnectedAsync(exception);
    }

    private void Leave() => (Context.Items[Watch] as IDisposable)?.Dispose();

    private WallScope ScopeOf(string? slug)
    {
        if (slug is null) return WallScope.Everywhere;
        var stations = board.Snapshot.All<Station>();
        return stations.FirstOrDefault(s => s.Slug == slug) is { } known ? WallScope.Of(known.Id)
            : throw new HubException($"There is no station “{slug}”. Choose one of: {string.Join(", ", stations.OrderBy(s => s.Position).Select(s => s.Slug))}.");
    }
}

/// <summary>What a station shows at a version.</summary>
/// <param name="Version">Grows with the node's board; the next change names it as <see cref="StationChange.Previous"/>.</param>
public sealed record StationSnapshot(long Version, IReadOnlyList<Card> Cards);

/// <summary>What has changed at a station.</summary>
/// <param name="Previous">The version that the change builds on: who has another one has missed something and joins again.</param>
/// <param name="Cards">New or changed ones, whole.</param>
/// <param name="Gone">Tickets that the station no longer shows.</param>
public sealed record StationChange(long Version, long Previous, IReadOnlyList<Card> Cards, IReadOnlyList<Guid> Gone);
