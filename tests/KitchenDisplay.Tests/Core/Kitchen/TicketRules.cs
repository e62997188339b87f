using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>A ticket with all that belongs to it, as the rules look at it.</summary>
public sealed record TicketFacts(Ticket Ticket, IReadOnlyCollection<Guest> Guests, IReadOnlyCollection<LineChange> Changes, IReadOnlyCollection<CheckShare> Shares);

/// <summary>What is true of every ticket, whoever pressed what in which order.</summary>
public static class TicketRules
{
    // Who waits for a lock has looked at the clock before: two who press at once may be written in the other order.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, Func<TicketFacts, bool>> rules = new()
    {
        ["A held line has held tasks only, and no other line has any"] = f => Tasks(f, (line, task) => (line.State == LineState.Held) == (task.State == TaskState.Held)),
        ["A line is served when its last task is bumped, and not before"] = f => f.Ticket.Lines.All(l => IsVoid(l) || (l.State == LineState.Served) == l.Tasks.All(t => t.State == TaskState.Bumped)),
        ["What is served says when, and nothing else does"] = f => f.Ticket.Lines.All(l => (l.State == LineState.Served) == l.ServedAt is not null),
        ["What is void says when, and nothing else does"] = f => f.Ticket.Lines.All(l => IsVoid(l) == l.VoidedAt is not null),
        ["What is fired says when, and what is held does not"] = f => f.Ticket.Lines.All(l => IsVoid(l) || (l.State == LineState.Held) == l.FiredAt is null),
        ["No step is bumped before the ones that come earlier"] = f => Tasks(f, (line, task) =>
            IsVoid(line) || task.State != TaskState.Bumped || line.Tasks.Where(t => t.Step < task.Step).All(t => t.State == TaskState.Bumped)),
        ["What is ready or bumped was seen as it is"] = f => Tasks(f, (line, task) => IsVoid(line) || !IsDone(task) || task.SeenVersion == line.Version),
        ["What is ready or bumped has its allergies confirmed"] = f => Tasks(f, (line, task) =>
            IsVoid(line) || !IsDone(task) || !Guest.AllergiesAt(line.Seat, f.Guests).Except(task.AllergiesSeen).Any()),
        ["Nobody has seen a version that there is not"] = f => Tasks(f, (line, task) => task.SeenVersion >= 0 && task.SeenVersion <= line.Version),
        ["A task has been pushed away from another station"] = f => Tasks(f, (_, task) => task.HomeStationId != task.StationId),
        ["A held task has no times"] = f => Tasks(f, (_, t) => t.State != TaskState.Held || (t.FiredAt, t.StartAt, t.DueAt, t.StartedAt, t.ReadyAt) == default),
        ["A fired task is due when it has had its time"] = f => Tasks(f, (_, t) => t.State == TaskState.Held || (t.StartAt >= t.FiredAt && t.DueAt == t.StartAt + TimeSpan.FromSeconds(t.PrepSeconds))),
        ["The state of a task is the last thing that was done to it"] = f => Tasks(f, (_, t) => t.State == LastDone(t)),
        ["What was done to a task says when, by whom and by which command"] = f => Tasks(f, (_, t) =>
            AllOrNone(t.StartedAt, t.StartedBy, t.StartId) && AllOrNone(t.ReadyAt, t.ReadyBy, t.ReadyId) && AllOrNone(t.BumpedAt, t.BumpedBy, t.BumpId)),
        ["What is done to a task is done one after the other"] = f => Tasks(f, (_, t) => new[] { t.FiredAt, t.StartedAt, t.ReadyAt, t.BumpedAt }.OfType<DateTimeOffset>().ToList() is var times
            && times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second + AtOnce)),
        ["Every version of a line after the first was written down"] = f => f.Ticket.Lines.All(l =>
            f.Changes.Where(c => c.LineId == l.Id && c.Was is not null).Select(c => c.Version).Order().SequenceEqual(Enumerable.Range(2, l.Version - 1))),
        ["Somebody pays for every line, once"] = f => f.Ticket.Lines.All(l => f.Shares.Where(s => s.LineId == l.Id).Sum(s => s.Fraction) == 1),
        ["Every line has a place of its own"] = f => f.Ticket.Lines.Select(l => l.Position).Order().SequenceEqual(Enumerable.Range(1, f.Ticket.Lines.Count)),
    };

    public static IEnumerable<string> Names => rules.Keys;

    public static IEnumerable<string> Broken(TicketFacts facts) => rules.Where(rule => !rule.Value(facts)).Select(rule => rule.Key);

    public static void Hold(TicketFacts facts) => Assert.Empty(Broken(facts));

    private static bool Tasks(TicketFacts facts, Func<Line, PrepTask, bool> rule) => facts.Ticket.Lines.All(l => l.Tasks.All(t => rule(l, t)));

    private static bool IsVoid(Line line) => line.State == LineState.Void;

    private static bool IsDone(PrepTask task) => task.State is TaskState.Ready or TaskState.Bumped;

    private static TaskState LastDone(PrepTask task) =>
        task.BumpedAt is not null ? TaskState.Bumped : task.ReadyAt is not null ? TaskState.Ready : task.StartedAt is not null ? TaskState.Started : task.FiredAt is not null ? TaskState.Fired : TaskState.Held;

    private static bool AllOrNone(params object?[] facts) => facts.All(f => f is null) || facts.All(f => f is not null);
}
