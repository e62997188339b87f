using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>Writes the card of a ticket for a wall. Knows no database and no screen.</summary>
/// <param name="stations">All stations by id.</param>
/// <param name="courses">The names of the courses by number.</param>
public sealed class CardWriter(IReadOnlyDictionary<Guid, Station> stations, IReadOnlyDictionary<int, string> courses, Timers timers)
{
    /// <summary>The card, or null when the wall has nothing to do for this ticket.</summary>
    public Card? Write(TicketView ticket, OrderView order, WallScope scope)
    {
        var portions = ticket.Lines.OrderBy(l => l.Course).Select(line => new Portion(line, scope, order, NameOf)).ToList();
        var open = portions.Where(p => p.Open.Count > 0).ToList();
        var held = portions.Where(p => p.Line.State == LineState.Held && p.Here.Count > 0).ToList();
        if (open.Count + held.Count == 0) return null;
        var working = open.Where(p => p.Line.State != LineState.Void).SelectMany(p => p.Open).DefaultIfEmpty(open.FirstOrDefault()?.Open[0]).OfType<TaskView>().ToList();
        var times = working.ConvertAll(t => timers.For(t, order));
        return new Card
        {
            TicketId = ticket.Id,
            OrderId = order.Id,
            Number = ticket.Number,
            Table = order.Label,
            Kind = order.Kind,
            PromisedAt = order.PromisedAt,
            Covers = order.Covers,
            Waiter = ticket.SentBy,
            RushedAt = ticket.RushedAt,
            FiredAt = working.Min(t => t.FiredAt),
            NewAt = working.Max(t => t.FiredAt),
            FirstDueAt = times.Count == 0 ? null : times.Min(t => t.Due),
            DueAt = times.Count == 0 ? null : times.Max(t => t.Due),
            LateAt = times.Count == 0 ? null : times.Max(t => t.Late),
            Allergies = [.. order.Guests.SelectMany(g => g.Allergies.Select(a => new CardAllergy(a, g.Seat)))],
            IsUnconfirmed = open.Exists(p => p.IsUnconfirmed),
            Lines = [.. open.GroupBy(p => p.Likeness).Select(g => Row([.. g]))],
            Held = [.. held.GroupBy(p => p.Line.Course).Select(g => new HeldCourse(g.Key, NameOf(g.Key), g.Count()))],
            Away = [.. portions.SelectMany(p => p.Away, (p, t) => (p.Line.Id, t.StationId)).GroupBy(a => a.StationId).Select(g => new PushedAway(NameOf(g.Key), [.. g.Select(a => a.Id).Distinct()]))],
            Acting = scope.Stations is null ? null : [.. scope.Stations.Union(portions.SelectMany(p => p.Here).Select(t => t.StationId)).Order()],
            NotOnScreenAt = [.. open.SelectMany(p => p.Open).Where(t => scope.IsFallback(t) || scope.Stations is null && t.MissingSince is not null).Select(t => NameOf(t.StationId)).Distinct()],
        };
    }

    private CardLine Row(List<Portion> alike)
    {
        var first = alike[0];
        return new CardLine
        {
            LineIds = [.. alike.OrderBy(p => p.IsReady).ThenBy(p => p.WaitsFor is not null).Select(p => p.Line.Id)],
            Version = alike.Max(p => p.Line.Version),
            Ready = alike.Count(p => p.IsReady),
            State = StateOf(alike),
            Dish = first.Line.KitchenName ?? first.Line.DishName,
            Seats = SeatList.Write(alike.Select(p => p.Line.Seat)),
            Course = NameOf(first.Line.Course),
            CourseNumber = first.Line.Course,
            Modifiers = first.Line.Modifiers,
            Note = first.Line.Note,
            Allergies = [.. alike.SelectMany(p => p.Allergies).Distinct().Order()],
            Also = [.. alike.SelectMany(p => p.Also).Distinct()],
            WaitsFor = alike.Select(p => p.WaitsFor).FirstOrDefault(w => w is not null),
            From = alike.Select(p => p.From).FirstOrDefault(f => f is not null),
            Change = alike.Exists(p => p.IsUnseen) ? new CardChange(alike.Exists(p => p.IsAdded) && first.Line.State != LineState.Void ? alike.Count(p => !p.IsAdded) : null, first.Was) : null,
        };
    }

    private static CardLineState StateOf(List<Portion> alike) =>
        alike[0].Line.State == LineState.Void ? CardLineState.Void
        : alike.TrueForAll(p => p.IsReady) ? CardLineState.Ready
        : alike.TrueForAll(p => p.WaitsFor is not null) ? CardLineState.Waiting
        : alike.Exists(p => p.IsBegun) ? CardLineState.Cooking : CardLineState.Fired;

    // A course or a station that was taken out of the house must not take the wall with it.
    private string NameOf(int course) => courses.GetValueOrDefault(course, "");

    private string NameOf(Guid station) => stations.TryGetValue(station, out var known) ? known.Name : "";
}
