using System.Collections.Concurrent;
using System.Collections.Immutable;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Live;

/// <summary>The cards of each station, written once per node and change, whatever the number of screens that show them.</summary>
public sealed class StationCards
{
    private readonly ConcurrentDictionary<Guid, Place> places = [];

    /// <summary>The open cards, the one that was fired first in front. A card is the same object as long as its ticket, its order and the house are; the list is, as long as its cards are.</summary>
    /// <param name="stationId">Null for a wall of all stations.</param>
    public IReadOnlyList<Card> On(BoardSnapshot snapshot, Guid? stationId) =>
        places.GetOrAdd(stationId ?? Guid.Empty, _ => new Place(stationId)).On(snapshot);

    private sealed class Place(Guid? id)
    {
        private readonly Lock door = new();
        private BoardSnapshot seen = BoardSnapshot.Empty;
        private CardWriter writer = new(ImmutableDictionary<Guid, Station>.Empty, ImmutableDictionary<int, string>.Empty);
        private Dictionary<Guid, Written> written = [];
        private IReadOnlyList<Card> cards = [];

        internal IReadOnlyList<Card> On(BoardSnapshot snapshot)
        {
            lock (door)
            {
                // Screens ask in any order: one that was late sees what the others already see, never the past.
                if (snapshot.Version > seen.Version) Take(snapshot);
                return cards;
            }
        }

        private void Take(BoardSnapshot snapshot)
        {
            if (!IsSame<Station>(snapshot) || !IsSame<Course>(snapshot))
            {
                writer = new CardWriter(snapshot.All<Station>().ToDictionary(s => s.Id), snapshot.All<Course>().ToDictionary(c => c.Number, c => c.Name));
                written = [];
                Write(snapshot);
            }
            else if (!IsSame<TicketView>(snapshot) || !IsSame<OrderView>(snapshot))
            {
                Write(snapshot);
            }
            seen = snapshot;
        }

        private bool IsSame<T>(BoardSnapshot snapshot) where T : class => ReferenceEquals(seen.Of<T>(), snapshot.Of<T>());

        private void Write(BoardSnapshot snapshot)
        {
            var now = new Dictionary<Guid, Written>();
            foreach (var ticket in snapshot.All<TicketView>())
            {
                if (snapshot.Find<OrderView>(ticket.OrderId) is not { } order) continue;
                now[ticket.Id] = written.GetValueOrDefault(ticket.Id) is { } before && before.IsOf(ticket, order)
                    ? before
                    : new Written(ticket, order, writer.Write(ticket, order, id));
            }
            written = now;
            List<Card> sorted = [.. now.Values.Select(w => w.Card).OfType<Card>().OrderBy(c => c.FiredAt).ThenBy(c => c.Number)];
            if (!sorted.SequenceEqual<object>(cards, ReferenceEqualityComparer.Instance)) cards = sorted;
        }
    }

    /// <summary>What was written for a ticket, if only that there is nothing to do for it here.</summary>
    private sealed record Written(TicketView Ticket, OrderView Order, Card? Card)
    {
        internal bool IsOf(TicketView ticket, OrderView order) => ReferenceEquals(Ticket, ticket) && ReferenceEquals(Order, order);
    }
}
