using System.Data.Common;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Where the lines of one order are on screen. Reads again when the kitchen's screens have seen one of its tickets, and not with each change of the board.</summary>
public sealed class PadSight : IDisposable
{
    private readonly SightService sights;
    private readonly Func<IReadOnlyList<TicketView>> tickets;
    private readonly IDisposable relay;
    private IReadOnlyDictionary<Guid, IReadOnlyList<SeenAt>> seen = new Dictionary<Guid, IReadOnlyList<SeenAt>>();

    /// <param name="tickets">The order's tickets as they now are.</param>
    public PadSight(LiveBoard board, SightService sights, Func<IReadOnlyList<TicketView>> tickets)
    {
        (this.sights, this.tickets) = (sights, tickets);
        relay = board.SubscribeRelay("sighting", roots => roots is null || tickets().Any(t => roots.Contains(t.Id)) ? ReadAsync() : Task.CompletedTask);
    }

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    public async Task ReadAsync()
    {
        try
        {
            var ids = tickets().Select(t => t.Id).ToArray();
            if (ids.Length == 0) return;
            seen = (await sights.SeenAsync(ids)).GroupBy(s => s.LineId).ToDictionary(g => g.Key, g => (IReadOnlyList<SeenAt>)[.. g]);
            Changed?.Invoke();
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException { InnerException: DbException })
        {
            // It is said when the database answers again: the bridge then reads everything, and so does this.
        }
    }

    /// <summary>Where all these portions are on screen as they now are, and since when; by station, the first one first.</summary>
    public IReadOnlyList<(Guid Station, DateTimeOffset At)> Of(IReadOnlyList<LineView> lines) =>
    [
        .. lines.SelectMany(line => (seen.GetValueOrDefault(line.Id) ?? []).Where(s => s.Version == line.Version))
            .GroupBy(s => s.StationId).Where(g => g.Count() == lines.Count)
            .Select(g => (g.Key, At: g.Max(s => s.At))).OrderBy(s => s.At),
    ];

    public void Dispose() => relay.Dispose();
}
