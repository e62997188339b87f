using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>One portion with its tasks, looked at from a wall.</summary>
/// <param name="nameOf">The name of a station.</param>
internal sealed class Portion(LineView line, WallScope scope, OrderView order, Func<Guid, string> nameOf)
{
    internal LineView Line { get; } = line;

    internal List<TaskView> Here { get; } = [.. line.Tasks.Where(scope.Shows)];

    internal List<TaskView> Open { get; } = [.. line.Tasks.Where(t => t.IsOpen && scope.Shows(t))];

    /// <summary>What this wall's stations have pushed away and others have not done yet.</summary>
    internal IEnumerable<TaskView> Away => Line.Tasks.Where(t => t.IsOpen && t.HomeStationId is { } home && scope.Stations is not null && scope.Shows(home) && !scope.Shows(t.StationId));

    /// <summary>What can be done now: a later step of the same line begins when these are bumped.</summary>
    private IEnumerable<TaskView> Next => Open.Where(t => t.Step == Open.Min(o => o.Step));

    internal bool IsReady => Next.All(t => t.State == TaskState.Ready);

    internal bool IsBegun => Next.Any(t => t.State is TaskState.Started or TaskState.Ready);

    internal bool IsUnseen => Open.Exists(t => t.SeenVersion < Line.Version);

    /// <summary>Whether it came to the ticket after the send, and somebody here has not seen it.</summary>
    internal bool IsAdded => Open.Exists(t => t.SeenVersion == 0);

    internal bool IsUnconfirmed => Line.State != LineState.Void && Open.Exists(t => Allergies.Except(t.AllergiesSeen).Any());

    /// <summary>What it said when somebody here last looked; null when it is new, void or unchanged.</summary>
    internal LineContent? Was => !IsUnseen || IsAdded || Line.State == LineState.Void ? null
        : Line.Changes.FirstOrDefault(c => c.Version > Open.Min(t => t.SeenVersion))?.Was;

    internal IEnumerable<Allergen> Allergies => order.Guests.Where(g => Line.Seat is null || g.Seat == Line.Seat).SelectMany(g => g.Allergies);

    internal IEnumerable<string> Also => scope.Stations is null
        ? Next.Where(t => t.State != TaskState.Ready).Select(t => nameOf(t.StationId))
        : Line.Tasks.Where(t => t.IsOpen && !Here.Contains(t) && Here.Exists(h => h.Step == t.Step)).Select(t => nameOf(t.StationId));

    /// <summary>Nobody waits for a void line.</summary>
    internal string? WaitsFor => Line.State == LineState.Void ? null
        : Line.Tasks.Where(t => t.State != TaskState.Bumped && t.Step < Open.Min(o => o.Step)).Select(t => nameOf(t.StationId)).FirstOrDefault();

    internal string? From => Open.Select(t => t.HomeStationId).OfType<Guid>().Select(nameOf).FirstOrDefault();

    /// <summary>Portions with an equal likeness stand in one row: the same work at the same time, with the same warnings. What was changed stands alone until it has been seen.</summary>
    internal object Likeness => (
        Line.DishId, Line.KitchenName ?? Line.DishName, Line.Course, Line.Note, string.Join('|', Line.Modifiers.Select(m => m.Id)),
        (string.Join('|', Allergies.Order()), Line.State == LineState.Void, From, IsUnseen && !IsAdded ? Line.Version : 0, Was is { } was ? string.Join('|', was.Modifiers.Select(m => m.Id)) + was.Note : ""));
}
