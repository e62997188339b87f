using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What a cook's touch does to a ticket at some stations.</summary>
/// <param name="StationIds">The stations of the wall that was touched; null for every station.</param>
public abstract record TicketCommand(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds) : Command<TasksDone>(Id);

/// <summary>The same, to some portions of the ticket.</summary>
public abstract record PortionsCommand(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds) : TicketCommand(Id, TicketId, StationIds)
{
    // A client may leave it out, whatever its type says.
    public IReadOnlyList<Guid> LineIds { get; init => field = value ?? []; } = LineIds ?? [];
}

/// <summary>Starts portions; one that is not fired here, or already begun, is left as it is.</summary>
public sealed record StartLines(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds) : PortionsCommand(Id, TicketId, StationIds, LineIds);

/// <summary>Marks portions as ready at a station; a portion that is not fired there, or already ready, is left as it is.</summary>
/// <param name="Leaves">Whether the ticket is bumped as well when nothing is left to do for it here.</param>
public sealed record MarkReady(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds, bool Leaves = false) : PortionsCommand(Id, TicketId, StationIds, LineIds);

/// <summary>Bumps a ticket off a station: its fired lines only, never a held one.</summary>
public sealed record BumpTicket(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds) : TicketCommand(Id, TicketId, StationIds);

/// <summary>Takes a start, a ready or a bump back, with its original times; what others have done since stays.</summary>
/// <param name="DoneId">The command that is taken back.</param>
public sealed record UndoWork(Guid Id, Guid TicketId, Guid DoneId) : TicketCommand(Id, TicketId, null);

/// <summary>Brings back what was bumped last at a station, with its original times.</summary>
/// <param name="StationIds">Null for every station.</param>
public sealed record RecallLast(Guid Id, IReadOnlyList<Guid>? StationIds) : Command<TasksDone>(Id);

/// <summary>Brings back all that was bumped of a ticket at a station.</summary>
/// <param name="Restart">Whether its time starts anew.</param>
/// <param name="Confirmed">Whether it also comes back to the stations that have already bumped what follows; otherwise that refuses it.</param>
public sealed record RecallTicket(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, bool Restart = false, bool Confirmed = false) : TicketCommand(Id, TicketId, StationIds);

/// <summary>Gives portions to another station, which has not begun with them yet.</summary>
public sealed record PushLines(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds, Guid ToStationId) : PortionsCommand(Id, TicketId, StationIds, LineIds);

/// <summary>Takes portions back that were pushed away from these stations.</summary>
public sealed record PullLines(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds) : PortionsCommand(Id, TicketId, StationIds, LineIds);

/// <summary>Says that these stations have seen what was changed; a voided portion goes off them.</summary>
public sealed record AcknowledgeChanges(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds, IReadOnlyList<Guid> LineIds) : PortionsCommand(Id, TicketId, StationIds, LineIds);

/// <summary>Says that these stations know every allergy that concerns their portions of the ticket, as it stands now.</summary>
public sealed record ConfirmAllergies(Guid Id, Guid TicketId, IReadOnlyList<Guid>? StationIds) : TicketCommand(Id, TicketId, StationIds);

/// <summary>Puts a ticket before all others, or back among them.</summary>
public sealed record RushTicket(Guid Id, Guid TicketId, bool On) : TicketCommand(Id, TicketId, null);

/// <summary>What a cook's touch did: 0 tasks when somebody else was first.</summary>
public sealed record TasksDone(Guid TicketId, long Number, int Tasks);
