using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>What a wall's page should hold, and what its reports mean. Believes it nothing that the wall does not show.</summary>
public sealed class WallSight(WallView view)
{
    /// <summary>The open tasks of the wall's own stations that the page does not hold.</summary>
    /// <param name="holds">The lines that it says it holds; null for those that the wall has rendered.</param>
    public IReadOnlyList<Guid> Lacks(BoardSnapshot board, IReadOnlyList<Guid>? holds)
    {
        var held = holds is null ? null : holds.ToHashSet();
        return [.. board.All<TicketView>().SelectMany(t => t.Lines).Where(l => held is null ? view.All.Find(l.Id) is null : !held.Contains(l.Id))
            .SelectMany(l => l.Tasks).Where(t => t.IsOpen && view.Scope.Shows(t.StationId)).Select(t => t.Id)];
    }

    /// <summary>The lines that were seen, each at the stations of this wall that work on it.</summary>
    public IEnumerable<Sighting> Sightings(BoardSnapshot board, IReadOnlyList<SeenRow> seen, DateTimeOffset now) =>
        from row in seen
        from id in row.Lines ?? []
        let shown = view.All.Find(id)
        where shown?.Row.Version == row.Version
        let line = board.Find<TicketView>(shown.Value.Card.TicketId)?.Lines.FirstOrDefault(l => l.Id == id)
        // Changed since: the page shows the old one, and reports the new one when it is there.
        where line?.Version <= row.Version
        from station in StationsOf(line)
        select new Sighting { LineId = id, Version = line.Version, StationId = station, TicketId = shown.Value.Card.TicketId, DisplayId = view.Display?.Id, At = now };

    private IEnumerable<Guid> StationsOf(LineView line) => view.Scope.Stations is null
        ? [SightService.Everywhere]
        : line.Tasks.Where(t => t.IsOpen && view.Scope.Shows(t.StationId)).Select(t => t.StationId).Distinct();
}
