using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Support;

/// <summary>Tickets for tests that need no database: written line by line as "which station at which step".</summary>
public static class Tickets
{
    public static readonly DateTimeOffset Sent = new(2026, 7, 14, 19, 30, 0, TimeSpan.Zero);

    public static Ticket Of(params Line[] lines)
    {
        var ticket = new Ticket { Id = Guid.CreateVersion7(), OrderId = Guid.CreateVersion7(), Number = 1001, SentAt = Sent };
        foreach (var line in lines) ticket.Lines.Add(line);
        return ticket;
    }

    public static Line Line(params (int Step, Guid Station)[] steps) => Line(1, 2, null, LineState.Fired, steps);

    public static Line Held(params (int Step, Guid Station)[] steps) => Line(1, 2, null, LineState.Held, steps);

    /// <summary>A portion as a send writes it, at its place on the ticket.</summary>
    public static Line Line(int position, int course, int? seat, LineState state, params (int Step, Guid Station)[] steps)
    {
        var line = new Line { DishName = "Ribeye", Position = position, Course = course, Seat = seat, State = state, FiredAt = state == LineState.Held ? null : Sent };
        foreach (var (step, station) in steps)
        {
            line.Tasks.Add(new PrepTask
            {
                LineId = line.Id,
                StationId = station,
                Step = step,
                PrepSeconds = 60 * step,
                State = state == LineState.Held ? TaskState.Held : TaskState.Fired,
                FiredAt = state == LineState.Held ? null : Sent,
                StartAt = state == LineState.Held ? null : Sent.AddMinutes(step),
                DueAt = state == LineState.Held ? null : Sent.AddMinutes(2 * step),
            });
        }
        return line;
    }

    public static LineModifier Modifier(string name) => new(Guid.CreateVersion7(), name, ModifierKind.Option, 0);
}
