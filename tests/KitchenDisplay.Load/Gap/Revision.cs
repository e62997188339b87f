using KitchenDisplay.Core.Ordering;
using Npgsql;

namespace KitchenDisplay.Load.Gap;

/// <summary>
/// How far a root has come. The writers only ever raise these numbers, so "at least as new" can be asked of a state that was read
/// while others write on: the newest name or number, the first and the last child, and what the last child has been changed to.
/// </summary>
internal readonly record struct Revision(long Head, long First, long Last, long Detail, long Task)
{
    public bool IsAtLeast(Revision other) =>
        Head >= other.Head && First >= other.First && Last >= other.Last && Detail >= other.Detail && Task >= other.Task;

    public static Revision Of(object root) => root switch
    {
        OrderView order => new(long.Parse(order.Name!, null), order.Guests.Select(guest => guest.Seat).FirstOrDefault(), order.Guests.Select(guest => guest.Seat).LastOrDefault(), 0, 0),
        TicketView { Lines: [] } ticket => new(ticket.Number, 0, 0, 0, 0),
        TicketView ticket => new(
            ticket.Number,
            Decode(ticket.Lines[0]),
            Decode(ticket.Lines[^1]),
            ticket.Lines.Max(line => line.Version),
            ticket.Lines.Max(line => line.Tasks.Max(task => task.Step))),
        _ => throw new ArgumentException($"Nobody writes a {root.GetType().Name} here.", nameof(root)),
    };

    // A line's place is not on the board; the writers repeat it as the line's course.
    private static long Decode(LineView line) => line.Course;

    /// <summary>From a row of the view <c>gap_roots</c>, whose columns have the same order.</summary>
    public static Revision Read(NpgsqlDataReader row) => new(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5));
}
