using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>How far a task is.</summary>
public enum TaskState
{
    Held,
    Fired,
    Started,
    Ready,
    Bumped,
}

/// <summary>What one station does for one line. Bump and recall act on tasks; what a screen shows follows from them.</summary>
public sealed class PrepTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid LineId { get; init; }
    public Guid TicketId { get; init; }
    public Guid StationId { get; set; }

    /// <summary>The station that it was pushed away from; null while it is where it belongs.</summary>
    public Guid? HomeStationId { get; set; }

    /// <summary>Tasks of a line with a higher step can be done once the lower ones are bumped.</summary>
    public int Step { get; init; }

    /// <summary>How long the station takes, in seconds.</summary>
    public int PrepSeconds { get; init; }
    public TaskState State { get; set; }
    public DateTimeOffset? FiredAt { get; set; }
    public Guid? FiredBy { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public Guid? StartedBy { get; set; }

    /// <summary>The command that started it: an undo takes back what went together.</summary>
    public Guid? StartId { get; set; }
    public DateTimeOffset? ReadyAt { get; set; }
    public Guid? ReadyBy { get; set; }
    public Guid? ReadyId { get; set; }
    public DateTimeOffset? BumpedAt { get; set; }
    public Guid? BumpedBy { get; set; }

    /// <summary>The command that bumped it: a recall brings back what went together.</summary>
    public Guid? BumpId { get; set; }

    /// <summary>When work should begin: by default when it is fired, for a later step when the earlier ones are due.</summary>
    public DateTimeOffset? StartAt { get; set; }

    /// <summary><see cref="StartAt"/> plus <see cref="PrepSeconds"/>.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The version of the line that this station has seen; behind the line's own while a change waits to be acknowledged.</summary>
    public int SeenVersion { get; set; } = 1;

    /// <summary>The allergies of its guests that this station has confirmed.</summary>
    public IList<Allergen> AllergiesSeen { get; set; } = [];

    /// <summary>Fired and not yet bumped.</summary>
    public bool IsOpen => State is TaskState.Fired or TaskState.Started or TaskState.Ready;
}
