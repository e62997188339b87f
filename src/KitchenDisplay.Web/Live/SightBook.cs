using KitchenDisplay.Core.Sight;

namespace KitchenDisplay.Web.Live;

/// <summary>What this node's screens have seen: the first report of a line, in one version, at one station. The others say nothing new.</summary>
public sealed class SightBook
{
    private readonly Lock door = new();
    private readonly Dictionary<Guid, HashSet<(Guid Line, int Version, Guid Station)>> known = [];
    private List<Sighting> unwritten = [];

    public void Note(Sighting seen)
    {
        lock (door)
        {
            if (!known.TryGetValue(seen.TicketId, out var lines)) known[seen.TicketId] = lines = [];
            if (lines.Add((seen.LineId, seen.Version, seen.StationId))) unwritten.Add(seen);
        }
    }

    /// <summary>What is to be written now.</summary>
    public IReadOnlyList<Sighting> Take()
    {
        lock (door)
        {
            var taken = unwritten;
            if (taken.Count > 0) unwritten = [];
            return taken;
        }
    }

    /// <summary>It could not be written now.</summary>
    public void PutBack(IReadOnlyList<Sighting> taken)
    {
        lock (door) unwritten.InsertRange(0, taken);
    }

    /// <summary>Forgets the tickets that are through. Should one come back, the database takes no sighting twice.</summary>
    public void KeepOnly(Func<Guid, bool> isOpen)
    {
        lock (door)
            foreach (var ticket in known.Keys.Where(t => !isOpen(t)).ToList()) known.Remove(ticket);
    }
}
