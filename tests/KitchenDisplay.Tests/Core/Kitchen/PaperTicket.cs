using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>The rules once more, on paper: what must become of a ticket. Written from the issue and not from the code, as plainly as possible.</summary>
public sealed class PaperTicket
{
    private readonly List<PaperLine> lines;
    private readonly ILookup<int, Allergen> allergies;
    private int turn;
    private bool isRushed;

    public PaperTicket(Ticket ticket, IEnumerable<Guest> guests)
    {
        lines = [.. ticket.Lines.OrderBy(l => l.Position).Select(l => new PaperLine(l))];
        allergies = guests.SelectMany(g => g.Allergies, (g, a) => (g.Seat, a)).ToLookup(g => g.Seat, g => g.a);
    }

    /// <summary>Does it on paper.</summary>
    /// <returns>What the kitchen must answer; null when it must refuse.</returns>
    public int? Do(Deed deed)
    {
        turn++;
        return deed.Key switch
        {
            Key.Start => Finish(deed, TaskState.Started, TaskState.Fired),
            Key.Ready => Finish(deed, TaskState.Ready, TaskState.Fired, TaskState.Started),
            Key.ReadyAndLeave => ReadyAndLeave(deed),
            Key.Bump => Bump(deed) is not 0 and var bumped ? bumped : Open(deed).Any(t => Earlier(t).Any()) ? null : 0,
            Key.Acknowledge => Acknowledge(deed),
            Key.Confirm => Count(Here(deed).Where(t => !t.IsBumped && IsUnconfirmed(t)), t => t.Confirmed = [.. Needed(t)]),
            Key.Undo => Undo(deed.DoneId),
            Key.RecallLast => RecallLast(deed),
            Key.Recall => Recall(Bumped(deed), isSure: false),
            Key.RecallAnew => Recall(Bumped(deed), isSure: false, isNew: true),
            Key.RecallSurely => Recall(Bumped(deed), isSure: true),
            Key.Push => Push(deed),
            Key.Pull => Count(Chosen(deed, t => t.Home is { } home && Has(deed, home)).Where(MayMove), t => Move(t, t.Home!.Value)),
            Key.Rush or Key.Calm => Rush(deed.Key == Key.Rush),
            Key.Change => Change(LineOf(deed), deed.Note),
            Key.Void => Void(LineOf(deed)),
            Key.Add => Add(LineOf(deed)),
            Key.Fire => Count(lines.Where(l => l.Course == deed.Course && l.State == LineState.Held), l => Set(l, LineState.Fired, TaskState.Fired)),
            _ => Hold(deed.Course),
        };
    }

    /// <summary>All that the paper says, to be compared.</summary>
    public string Text => $"rushed: {isRushed}\n{string.Join('\n', lines.Select(l => l.Text))}";

    /// <summary>The same of a real ticket.</summary>
    public static string TextOf(Ticket ticket) => new PaperTicket(ticket, []) { isRushed = ticket.RushedAt is not null }.Text;

    private int? Finish(Deed deed, TaskState to, params TaskState[] from)
    {
        var tasks = Chosen(deed, t => Has(deed, t.Station)).Where(t => from.Contains(t.State) && !t.Line.IsVoid && !Earlier(t).Any()).ToList();
        if (tasks.Exists(IsInTheWay)) return null;
        foreach (var task in tasks)
        {
            task.State = to;
            if (to == TaskState.Started) task.StartId = deed.Id;
            else task.ReadyId = deed.Id;
        }
        return tasks.Count;
    }

    private int? ReadyAndLeave(Deed deed)
    {
        var before = lines.ConvertAll(l => l.Copy());
        var ready = Finish(deed, TaskState.Ready, TaskState.Fired, TaskState.Started);
        if (ready is null or 0 || !Open(deed).All(t => t.State == TaskState.Ready && !t.Line.IsVoid)) return ready;
        if (Bump(deed) is { } bumped) return bumped;
        lines.Clear();
        lines.AddRange(before);
        return null;
    }

    private int? Bump(Deed deed)
    {
        var open = Open(deed).OrderBy(t => t.Step).ToList();
        if (open.Exists(t => !t.Line.IsVoid && IsInTheWay(t) && Earlier(t).All(open.Contains))) return null;
        var bumped = 0;
        foreach (var task in open.Where(t => t.Line.IsVoid || !Earlier(t).Any())) bumped += TakeOff(task, deed);
        return bumped;
    }

    private int TakeOff(PaperTask task, Deed deed)
    {
        (task.State, task.BumpId, task.BumpTurn) = (TaskState.Bumped, deed.Id, turn);
        if (task.Line is { State: LineState.Fired } line && line.Tasks.TrueForAll(t => t.IsBumped)) line.State = LineState.Served;
        return 1;
    }

    private int Acknowledge(Deed deed)
    {
        var tasks = Chosen(deed, t => Has(deed, t.Station)).Where(t => !t.IsBumped && IsUnseen(t)).ToList();
        foreach (var task in tasks)
            if (task.Line.IsVoid) TakeOff(task, deed);
            else task.Seen = task.Line.Version;
        return tasks.Count;
    }

    private int? Undo(Guid doneId)
    {
        var back = All.Where(t => t.IsBumped && t.BumpId == doneId).ToList();
        if (IsBeyond(back)) return null;
        foreach (var task in back) PutBack(task);
        var ready = Count(All.Where(t => t.State == TaskState.Ready && t.ReadyId == doneId), t => (t.State, t.ReadyId) = (t.StartId is null ? TaskState.Fired : TaskState.Started, null));
        return back.Count + ready + Count(All.Where(t => t.State == TaskState.Started && t.StartId == doneId), t => (t.State, t.StartId) = (TaskState.Fired, null));
    }

    private int? RecallLast(Deed deed)
    {
        var tasks = Bumped(deed);
        return tasks.Count == 0 ? null : Recall(tasks.FindAll(t => t.BumpTurn == tasks.Max(b => b.BumpTurn)), isSure: false);
    }

    private static int? Recall(List<PaperTask> tasks, bool isSure, bool isNew = false)
    {
        if (!isSure && IsBeyond(tasks)) return null;
        tasks = [.. tasks.Concat(tasks.SelectMany(Later).Where(t => t.IsBumped)).Distinct()];
        foreach (var task in tasks)
        {
            if (isNew) (task.StartId, task.ReadyId) = (null, null);
            PutBack(task);
        }
        return tasks.Count;
    }

    private static void PutBack(PaperTask task)
    {
        (task.State, task.BumpId) = (task.ReadyId is not null ? TaskState.Ready : task.StartId is not null ? TaskState.Started : TaskState.Fired, null);
        if (task.Line.State == LineState.Served) task.Line.State = LineState.Fired;
    }

    private int? Push(Deed deed)
    {
        var tasks = Chosen(deed, t => Has(deed, t.Station)).Where(t => MayMove(t) && t.Station != deed.Station).ToList();
        if (tasks.Exists(t => t.Line.Tasks.Exists(o => o.Step == t.Step && o.Station == deed.Station))) return null;
        return Count(tasks, t => Move(t, deed.Station));
    }

    private static bool MayMove(PaperTask task) => task.State is TaskState.Held or TaskState.Fired or TaskState.Started && !task.Line.IsVoid;

    private static void Move(PaperTask task, Guid to)
    {
        var home = task.Home ?? task.Station;
        (task.Station, task.Home, task.Confirmed) = (to, home == to ? null : home, []);
        if (task.State == TaskState.Started) (task.State, task.StartId) = (TaskState.Fired, null);
    }

    private int Rush(bool on)
    {
        if (isRushed == on) return 0;
        isRushed = on;
        return 1;
    }

    private static int? Change(PaperLine line, string? note)
    {
        if (line.State is LineState.Served or LineState.Void || line.Tasks.Exists(t => t.State is TaskState.Ready or TaskState.Bumped)) return null;
        if (line.Note == note) return line.Version;
        (line.Note, line.Version) = (note, line.Version + 1);
        foreach (var task in line.Tasks.Where(t => t.State == TaskState.Held)) task.Seen = line.Version;
        return line.Version;
    }

    private static int? Void(PaperLine line)
    {
        if (line.State == LineState.Served) return null;
        if (line.IsVoid) return line.Version;
        line.State = LineState.Void;
        line.Tasks.RemoveAll(t => t.State == TaskState.Held);
        return ++line.Version;
    }

    private int? Add(PaperLine like)
    {
        if (like.IsVoid) return null;
        lines.Add(like.Another());
        return 1;
    }

    private int? Hold(int course)
    {
        var fired = lines.FindAll(l => l.Course == course && l.State == LineState.Fired);
        var unbegun = fired.FindAll(l => l.Tasks.TrueForAll(t => t.State == TaskState.Fired));
        if (fired.Count > 0 && unbegun.Count == 0) return null;
        return Count(unbegun, l => Set(l, LineState.Held, TaskState.Held));
    }

    private static void Set(PaperLine line, LineState state, TaskState tasks)
    {
        line.State = state;
        foreach (var task in line.Tasks) task.State = tasks;
    }

    private IEnumerable<PaperTask> All => lines.SelectMany(l => l.Tasks);

    private IEnumerable<PaperTask> Here(Deed deed) => All.Where(t => Has(deed, t.Station));

    private IEnumerable<PaperTask> Open(Deed deed) => Here(deed).Where(t => t.State is TaskState.Fired or TaskState.Started or TaskState.Ready);

    private List<PaperTask> Bumped(Deed deed) => [.. Here(deed).Where(t => t.IsBumped && !t.Line.IsVoid)];

    private PaperLine LineOf(Deed deed) => lines[deed.Place];

    private List<PaperTask> Chosen(Deed deed, Predicate<PaperTask> which) => LineOf(deed).Tasks.FindAll(which);

    private static bool Has(Deed deed, Guid station) => deed.At?.Contains(station) ?? true;

    private static IEnumerable<PaperTask> Earlier(PaperTask task) => task.Line.IsVoid ? [] : task.Line.Tasks.Where(t => t.Step < task.Step && !t.IsBumped);

    private static IEnumerable<PaperTask> Later(PaperTask task) => task.Line.Tasks.Where(t => t.Step > task.Step);

    private static bool IsBeyond(List<PaperTask> tasks) => tasks.Where(t => !t.Line.IsVoid).SelectMany(Later).Any(t => t.IsBumped && !tasks.Contains(t));

    private bool IsInTheWay(PaperTask task) => IsUnseen(task) || IsUnconfirmed(task);

    private static bool IsUnseen(PaperTask task) => task.Seen < task.Line.Version;

    private bool IsUnconfirmed(PaperTask task) => Needed(task).Except(task.Confirmed).Any();

    private IEnumerable<Allergen> Needed(PaperTask task) => task.Line.Seat is { } seat ? allergies[seat] : allergies.SelectMany(a => a).Distinct();

    private static int Count<T>(IEnumerable<T> what, Action<T> act)
    {
        var list = what.ToList();
        list.ForEach(act);
        return list.Count;
    }
}
