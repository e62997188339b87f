using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>Marks portions as ready at a station; a portion that is not fired there, or already ready, is left as it is.</summary>
/// <param name="StationId">Null for every station.</param>
public sealed record MarkReady(Guid Id, Guid TicketId, Guid? StationId, IReadOnlyList<Guid> LineIds) : Command<TasksDone>(Id)
{
    // A client may leave it out, whatever its type says.
    public IReadOnlyList<Guid> LineIds { get; init => field = value ?? []; } = LineIds ?? [];
}

/// <summary>Bumps a ticket off a station: its fired lines only, never a held one.</summary>
/// <param name="StationId">Null for every station.</param>
public sealed record BumpTicket(Guid Id, Guid TicketId, Guid? StationId) : Command<TasksDone>(Id);

/// <summary>Brings back what was bumped last at a station, with its original times.</summary>
/// <param name="StationId">Null for every station.</param>
public sealed record RecallLast(Guid Id, Guid? StationId) : Command<TasksDone>(Id);

/// <summary>What a cook's touch did: 0 tasks when somebody else was first.</summary>
public sealed record TasksDone(Guid TicketId, long Number, int Tasks);
