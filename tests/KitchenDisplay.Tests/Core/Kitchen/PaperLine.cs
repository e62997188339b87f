using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>A line on paper.</summary>
internal sealed class PaperLine
{
    private PaperLine(PaperLine like, Func<PaperTask, bool> which)
    {
        (State, Version, Course, Seat, Note) = (like.State, like.Version, like.Course, like.Seat, like.Note);
        Tasks = [.. like.Tasks.Where(which).Select(t => new PaperTask(this, t))];
    }

    internal PaperLine(Line line)
    {
        (State, Version, Course, Seat, Note) = (line.State, line.Version, line.Course, line.Seat, line.Note);
        Tasks = [.. line.Tasks.Select(t => new PaperTask(this, t))];
    }

    internal LineState State { get; set; }
    internal int Version { get; set; }
    internal int Course { get; }
    internal int? Seat { get; }
    internal string? Note { get; set; }
    internal List<PaperTask> Tasks { get; }
    internal bool IsVoid => State == LineState.Void;

    internal string Text =>
        $"{State} v{Version} course {Course} seat {Seat} {Note}: {string.Join(" | ", Tasks.OrderBy(t => t.Step).ThenBy(t => t.Station).ThenBy(t => t.Home).ThenBy(t => t.State).Select(t => t.Text))}";

    internal PaperLine Copy() => new(this, _ => true);

    /// <summary>Another portion: as far as if it had been sent now, and nobody has seen it unless it is held.</summary>
    internal PaperLine Another()
    {
        var (isHeld, line) = (State == LineState.Held, new PaperLine(this, _ => true) { Version = 1 });
        line.State = isHeld ? LineState.Held : LineState.Fired;
        foreach (var task in line.Tasks)
        {
            (task.State, task.Seen, task.Confirmed) = (isHeld ? TaskState.Held : TaskState.Fired, isHeld ? 1 : 0, []);
            (task.StartId, task.ReadyId, task.BumpId) = (null, null, null);
        }
        return line;
    }
}

/// <summary>A task on paper.</summary>
internal sealed class PaperTask
{
    internal PaperTask(PaperLine line, PaperTask like)
    {
        (Line, Station, Home, Step, State, Seen, Confirmed) = (line, like.Station, like.Home, like.Step, like.State, like.Seen, like.Confirmed);
        (StartId, ReadyId, BumpId, BumpTurn) = (like.StartId, like.ReadyId, like.BumpId, like.BumpTurn);
    }

    internal PaperTask(PaperLine line, PrepTask task)
    {
        (Line, Station, Home, Step, State, Seen, Confirmed) = (line, task.StationId, task.HomeStationId, task.Step, task.State, task.SeenVersion, [.. task.AllergiesSeen]);
        (StartId, ReadyId, BumpId) = (task.StartId, task.ReadyId, task.BumpId);
    }

    internal PaperLine Line { get; }
    internal Guid Station { get; set; }
    internal Guid? Home { get; set; }
    internal int Step { get; }
    internal TaskState State { get; set; }
    internal int Seen { get; set; }
    internal HashSet<Allergen> Confirmed { get; set; }
    internal Guid? StartId { get; set; }
    internal Guid? ReadyId { get; set; }
    internal Guid? BumpId { get; set; }
    internal int BumpTurn { get; set; }
    internal bool IsBumped => State == TaskState.Bumped;

    internal string Text => $"{Step} {Station} home {Home} {State} seen {Seen} confirmed {string.Join(',', Confirmed.Order())} by {StartId} {ReadyId} {BumpId}";
}
