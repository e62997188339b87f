using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>Writes the card of a ticket for a station. Knows no database and no screen.</summary>
/// <param name="stations">All stations by id.</param>
/// <param name="courses">The names of the courses by number.</param>
public sealed class CardWriter(IReadOnlyDictionary<Guid, Station> stations, IReadOnlyDictionary<int, string> courses)
{
    /// <summary>The card, or null when the station has nothing fired to do for this ticket.</summary>
    /// <param name="stationId">Null for a wall of all stations.</param>
    public Card? Write(TicketView ticket, OrderView order, Guid? stationId)
    {
        var portions = ticket.Lines.Where(l => l.State is LineState.Fired or LineState.Held)
            .OrderBy(l => l.Course).Select(line => new Portion(line, stationId, order, this)).ToList();
        var open = portions.Where(p => p.Open.Count > 0).ToList();
        if (open.Count == 0) return null;
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
            FiredAt = open.Min(p => p.Open.Min(t => t.FiredAt!.Value)),
            DueAt = open.Max(p => p.Open.Max(t => t.DueAt)),
            Allergies = [.. order.Guests.SelectMany(g => g.Allergies.Select(a => new CardAllergy(a, g.Seat)))],
            Lines = [.. open.GroupBy(p => p.Likeness).Select(g => Row([.. g]))],
            Held = [.. portions.Where(p => p.Line.State == LineState.Held && p.Here.Count > 0).GroupBy(p => p.Line.Course).Select(g => new HeldCourse(NameOf(g.Key), g.Count()))],
        };
    }

    private CardLine Row(List<Portion> alike)
    {
        var first = alike[0];
        return new CardLine
        {
            LineIds = [.. alike.OrderBy(p => p.IsReady).ThenBy(p => p.WaitsFor is not null).Select(p => p.Line.Id)],
            Ready = alike.Count(p => p.IsReady),
            State = alike.All(p => p.IsReady) ? CardLineState.Ready : alike.All(p => p.WaitsFor is not null) ? CardLineState.Waiting : CardLineState.Cooking,
            Dish = first.Line.KitchenName ?? first.Line.DishName,
            Seats = SeatList.Write(alike.Select(p => p.Line.Seat)),
            Course = NameOf(first.Line.Course),
            Modifiers = first.Line.Modifiers,
            Note = first.Line.Note,
            Allergies = [.. alike.SelectMany(p => p.Allergies).Distinct().Order()],
            Also = [.. alike.SelectMany(p => p.Also).Distinct()],
            WaitsFor = alike.Select(p => p.WaitsFor).FirstOrDefault(w => w is not null),
        };
    }

    /// <summary>One portion with its tasks at the station.</summary>
    private sealed class Portion(LineView line, Guid? stationId, OrderView order, CardWriter writer)
    {
        internal LineView Line { get; } = line;

        internal List<TaskView> Here { get; } = [.. line.Tasks.Where(t => stationId is null || t.StationId == stationId)];

        internal List<TaskView> Open { get; } = [.. line.Tasks.Where(t => t.IsOpen && (stationId is null || t.StationId == stationId))];

        /// <summary>What can be done now: a later step of the same line begins when these are bumped.</summary>
        private IEnumerable<TaskView> Next => Open.Where(t => t.Step == Open.Min(o => o.Step));

        internal bool IsReady => Next.All(t => t.State == TaskState.Ready);

        /// <summary>Shared dishes go to everybody, so they concern every allergy of the table.</summary>
        internal IEnumerable<Allergen> Allergies => order.Guests.Where(g => Line.Seat is null || g.Seat == Line.Seat).SelectMany(g => g.Allergies);

        internal IEnumerable<string> Also => stationId is null
            ? Next.Where(t => t.State != TaskState.Ready).Select(writer.NameOf)
            : Line.Tasks.Where(t => t.IsOpen && !Here.Contains(t) && Here.Exists(h => h.Step == t.Step)).Select(writer.NameOf);

        internal string? WaitsFor => Line.Tasks.Where(t => t.State != TaskState.Bumped && t.Step < Open.Min(o => o.Step)).Select(writer.NameOf).FirstOrDefault();

        /// <summary>Portions with an equal likeness stand in one row: the same work at the same time, with the same warnings.</summary>
        internal object Likeness => (Line.DishId, Line.KitchenName ?? Line.DishName, Line.Course, Line.Note, string.Join('|', Line.Modifiers.Select(m => m.Id)), string.Join('|', Allergies.Order()));
    }

    // A course or a station that was taken out of the house must not take the wall with it.
    private string NameOf(int course) => courses.GetValueOrDefault(course, "");

    private string NameOf(TaskView task) => stations.TryGetValue(task.StationId, out var station) ? station.Name : "";
}
