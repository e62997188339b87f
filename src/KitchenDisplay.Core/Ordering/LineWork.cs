using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What may happen to a line after it was sent. Knows no database.</summary>
public static class LineWork
{
    /// <summary>Sends the line's tasks to their stations, each due when its step and all before it can be through.</summary>
    public static void Fire(Line line, DateTimeOffset now, Guid by)
    {
        (line.State, line.FiredAt) = (LineState.Fired, now);
        foreach (var task in line.Tasks)
        {
            (task.State, task.FiredAt, task.FiredBy) = (TaskState.Fired, now, by);
            Plan(task, line, now);
        }
    }

    /// <summary>Sets when the task should begin and be done: behind every earlier step that is still to do.</summary>
    internal static void Plan(PrepTask task, Line line, DateTimeOffset from)
    {
        task.StartAt = from + Before(task, line);
        task.DueAt = task.StartAt + TimeSpan.FromSeconds(task.PrepSeconds);
    }

    /// <summary>Takes the line back from its stations.</summary>
    /// <returns>False, with nothing changed, when a station has already begun.</returns>
    public static bool Hold(Line line)
    {
        if (line.State != LineState.Fired || line.Tasks.Any(t => t.State != TaskState.Fired)) return false;
        (line.State, line.FiredAt) = (LineState.Held, null);
        foreach (var task in line.Tasks) (task.State, task.FiredAt, task.FiredBy, task.StartAt, task.DueAt) = (TaskState.Held, null, null, null, null);
        return true;
    }

    /// <summary>Says what the line now is.</summary>
    /// <param name="price">Of the portion with these modifiers.</param>
    /// <returns>What was changed; null when it already is so.</returns>
    /// <exception cref="Refusal">It is too late.</exception>
    public static LineChange? Change(Line line, LineContent content, decimal price, DateTimeOffset now, Guid by)
    {
        if (line.State is LineState.Served or LineState.Void || line.Tasks.Any(t => t.State is TaskState.Ready or TaskState.Bumped))
            throw new Refusal("{0} is already made, so it can no longer be changed. Void it and send a new one.", line.DishName);
        if (line.Modifiers.SequenceEqual(content.Modifiers) && line.Note == content.Note) return null;
        var change = Note(line, now, by);
        (line.Modifiers, line.Note, line.Price) = (content.Modifiers, content.Note, price);
        // Nobody has seen a held one yet.
        foreach (var task in line.Tasks.Where(t => t.State == TaskState.Held)) task.SeenVersion = line.Version;
        return change;
    }

    /// <summary>Takes the portion off.</summary>
    /// <returns>What was changed; null when it already is void.</returns>
    /// <exception cref="Refusal">It has been served.</exception>
    public static LineChange? Void(Line line, string? reason, DateTimeOffset now, Guid by)
    {
        if (line.State == LineState.Void) return null;
        if (line.State == LineState.Served) throw new Refusal("{0} has been served. A manager takes it off the check.", line.DishName);
        var change = Note(line, now, by);
        (line.State, line.VoidedAt, line.VoidReason) = (LineState.Void, now, reason);
        foreach (var unseen in line.Tasks.Where(t => t.State == TaskState.Held).ToList()) line.Tasks.Remove(unseen);
        return change;
    }

    /// <summary>Another portion like this one.</summary>
    /// <param name="price">Of today.</param>
    public static (Line Line, LineChange Change) Again(Line like, int position, decimal price, DateTimeOffset now, Guid by)
    {
        var line = new Line
        {
            TicketId = like.TicketId,
            OrderId = like.OrderId,
            Position = position,
            DishId = like.DishId,
            DishName = like.DishName,
            KitchenName = like.KitchenName,
            Seat = like.Seat,
            Course = like.Course,
            Modifiers = like.Modifiers,
            Note = like.Note,
            Price = price,
            TaxClassId = like.TaxClassId,
            TaxRate = like.TaxRate,
            State = LineState.Held,
        };
        foreach (var task in like.Tasks)
            line.Tasks.Add(new PrepTask { LineId = line.Id, TicketId = line.TicketId, StationId = task.StationId, HomeStationId = task.HomeStationId, Step = task.Step, PrepSeconds = task.PrepSeconds, SeenVersion = 0 });
        if (like.State != LineState.Held) Fire(line, now, by);
        else foreach (var task in line.Tasks) task.SeenVersion = line.Version;
        if (line.Tasks.Count == 0) (line.State, line.ServedAt) = (LineState.Served, now);
        return (line, new LineChange { TicketId = line.TicketId, LineId = line.Id, Version = line.Version, Was = null, At = now, ChangedBy = by });
    }

    private static LineChange Note(Line line, DateTimeOffset now, Guid by) => new()
    {
        TicketId = line.TicketId,
        LineId = line.Id,
        Version = ++line.Version,
        Was = new LineContent(line.Modifiers, line.Note),
        At = now,
        ChangedBy = by,
    };

    /// <summary>How long the earlier steps take: those with the same number are done at once, so the slowest counts.</summary>
    private static TimeSpan Before(PrepTask task, Line line) =>
        TimeSpan.FromSeconds(line.Tasks.Where(t => t.Step < task.Step && t.State != TaskState.Bumped).GroupBy(t => t.Step).Sum(together => together.Max(t => t.PrepSeconds)));
}
