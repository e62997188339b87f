namespace KitchenDisplay.Load.Latency;

/// <summary>A dining table: a party orders a few times and goes, and the next one sits down.</summary>
public sealed class RushTable(Guid id)
{
    /// <summary>How often a party orders.</summary>
    public const int TicketsPerParty = 4;

    private readonly Lock turn = new();
    private TaskCompletionSource<Guid> party = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int sent;
    private int bumped;

    public Guid Id => id;

    /// <summary>A party has sat down and opened this order.</summary>
    public void Seat(Guid order)
    {
        lock (turn)
            party.SetResult(order);
    }

    /// <summary>The order for the next ticket, once there is a party.</summary>
    public Task<Guid> NextTicket()
    {
        lock (turn)
        {
            var order = party.Task;
            if (++sent < TicketsPerParty)
                return order;
            sent = 0;
            party = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return order;
        }
    }

    /// <summary>Counts a ticket that the kitchen has finished.</summary>
    /// <returns>True when it was the party's last.</returns>
    public bool IsOverAfterBump()
    {
        lock (turn)
        {
            bumped = (bumped + 1) % TicketsPerParty;
            return bumped == 0;
        }
    }
}
