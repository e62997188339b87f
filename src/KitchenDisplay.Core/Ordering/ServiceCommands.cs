using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Ordering;

/// <summary>Changes what a line says after it was sent. Every station concerned has to say that it has seen it.</summary>
/// <param name="Modifiers">Ids of all modifiers that it now has.</param>
public sealed record ChangeLine(Guid Id, Guid LineId, IReadOnlyList<Guid> Modifiers, string? Note) : Command<LineChanged>(Id)
{
    // A client may leave it out, whatever its type says.
    public IReadOnlyList<Guid> Modifiers { get; init => field = value ?? []; } = Modifiers ?? [];
}

/// <summary>One more portion like this one, on the same ticket, at today's price.</summary>
public sealed record AddPortion(Guid Id, Guid LineId) : Command<LineChanged>(Id);

/// <summary>Takes a portion off. What the kitchen has already begun stays on its walls, struck through, until each station has taken it off.</summary>
/// <param name="Reason">For the manager; null if nobody asked.</param>
/// <param name="IsWasted">Once the kitchen has begun with it: whether what it is made of is wasted, or goes back into stock. Null when nobody said.</param>
public sealed record VoidLine(Guid Id, Guid LineId, string? Reason, bool? IsWasted = null) : Command<LineChanged>(Id);

/// <summary>The line as it now is.</summary>
public sealed record LineChanged(Guid LineId, int Version);

/// <summary>Fires what is held of a course, on every ticket of the order.</summary>
public sealed record FireCourse(Guid Id, Guid OrderId, int Course) : Command<CourseMoved>(Id);

/// <summary>Holds what nobody has begun of a course, on every ticket of the order.</summary>
public sealed record HoldCourse(Guid Id, Guid OrderId, int Course) : Command<CourseMoved>(Id);

/// <summary>How many portions were fired or held: 0 when somebody else was first.</summary>
public sealed record CourseMoved(int Portions);

/// <summary>Seats a party elsewhere. Its food follows by itself: tickets show where the order sits.</summary>
public sealed record MoveTable(Guid Id, Guid OrderId, IReadOnlyList<Guid> TableIds) : Command<TableMoved>(Id)
{
    public IReadOnlyList<Guid> TableIds { get; init => field = value ?? []; } = TableIds ?? [];
}

/// <summary>Where the party now sits.</summary>
public sealed record TableMoved(string Tables);
