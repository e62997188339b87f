using System.Collections.Concurrent;
using System.Collections.Immutable;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Live;

/// <summary>The cards of each station, written once per node and change, whatever the number of screens that show them.</summary>
public sealed class StationCards
{
    private readonly ConcurrentDictionary<WallScope, Place> places = [];

    /// <summary>The cards of a wall in the order in which they should be cooked: rush, then what is due first; those that only wait to be fired come last. A card is the same object as long as its ticket, its order and the house are; the list is, as long as its cards are.</summary>
    public WallCards On(BoardSnapshot snapshot, WallScope scope) => places.GetOrAdd(scope, _ => new Place(scope)).On(snapshot);

    private sealed class Place(WallScope scope)
    {
        private readonly Lock door = new();
        private BoardSnapshot seen = BoardSnapshot.Empty;
        private CardWriter writer = new(ImmutableDictionary<Guid, Station>.Empty, ImmutableDictionary<int, string>.Empty, Timers.Usual);
        private Dictionary<Guid, Written> written = [];
        private WallCards cards = WallCards.None;

        internal WallCards On(BoardSnapshot snapshot)
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
            if (!IsSame<Station>(snapshot) || !IsSame<Course>(snapshot) || !IsSame<TimerRule>(snapshot))
            {
                writer = new CardWriter(snapshot.All<Station>().ToDictionary(s => s.Id), snapshot.All<Course>().ToDictionary(c => c.Number, c => c.Name), new Timers([.. snapshot.All<TimerRule>()]));
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
                    : new Written(ticket, order, writer.Write(ticket, order, scope));
            }
            written = now;
            List<Card> sorted = [.. now.Values.Select(w => w.Card).OfType<Card>()
                .OrderBy(c => c.IsHeld).ThenBy(c => c.RushedAt ?? DateTimeOffset.MaxValue).ThenBy(c => c.FirstDueAt).ThenBy(c => c.Number)];
            if (!sorted.SequenceEqual<object>(cards, ReferenceEqualityComparer.Instance)) cards = new WallCards(sorted);
        }
    }

    /// <summary>What was written for a ticket, if only that there is nothing to do for it here.</summary>
    private sealed record Written(TicketView Ticket, OrderView Order, Card? Card)
    {
        internal bool IsOf(TicketView ticket, OrderView order) => ReferenceEquals(Ticket, ticket) && ReferenceEquals(Order, order);
    }
}
