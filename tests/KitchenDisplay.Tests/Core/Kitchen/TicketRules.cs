using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>What is true of every ticket, whoever pressed what in which order.</summary>
public static class TicketRules
{
    public static void Hold(Ticket ticket)
    {
        foreach (var line in ticket.Lines)
        {
            if (line.State == LineState.Held)
            {
                Assert.All(line.Tasks, task => Assert.Equal(TaskState.Held, task.State));
                continue;
            }
            foreach (var bumped in line.Tasks.Where(t => t.State == TaskState.Bumped))
                Assert.All(line.Tasks.Where(t => t.Step < bumped.Step), earlier => Assert.Equal(TaskState.Bumped, earlier.State));
            Assert.Equal(line.Tasks.All(t => t.State == TaskState.Bumped), line.State == LineState.Served);
            Assert.Equal(line.State == LineState.Served, line.ServedAt is not null);
            Assert.All(line.Tasks, AgreesWithItself);
        }
    }

    private static void AgreesWithItself(PrepTask task)
    {
        var isBumped = task.State == TaskState.Bumped;
        Assert.Equal((isBumped, isBumped, isBumped), (task.BumpedAt is not null, task.BumpedBy is not null, task.BumpId is not null));
        if (task.State == TaskState.Ready) Assert.NotNull(task.ReadyAt);
        if (task.State == TaskState.Fired) Assert.Null(task.ReadyAt);
    }

    /// <summary>The times that no touch may ever change.</summary>
    public static IEnumerable<object?> Times(Ticket ticket) =>
        ticket.Lines.OrderBy(l => l.Id).SelectMany(l => l.Tasks).OrderBy(t => t.Id).Select(t => (object?)(t.Id, t.FiredAt, t.StartAt, t.DueAt));
}
