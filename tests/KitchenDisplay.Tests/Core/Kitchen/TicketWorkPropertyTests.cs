using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class TicketWorkPropertyTests
{
    private static readonly Guid Cook = Guid.CreateVersion7();

    private readonly Guid[] stations = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void Whatever_several_stations_press_in_whatever_order_the_ticket_keeps_its_rules() =>
        Prop.ForAll(Press.Sequences(40), presses =>
        {
            var ticket = NewTicket();
            var times = TicketRules.Times(ticket).ToList();
            var before = new Dictionary<Guid, (TaskState State, DateTimeOffset? ReadyAt, Guid? ReadyBy)>();
            for (var turn = 0; turn < presses.Length; turn++)
            {
                Act(ticket, presses[turn], Tickets.Sent.AddSeconds(turn), before);
                TicketRules.Hold(ticket);
                Assert.Equal(times, TicketRules.Times(ticket));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_has_happened_a_bump_of_all_stations_serves_every_fired_line() =>
        Prop.ForAll(Press.Sequences(20), presses =>
        {
            var ticket = NewTicket();
            for (var turn = 0; turn < presses.Length; turn++) Act(ticket, presses[turn], Tickets.Sent.AddSeconds(turn), []);

            new TicketWork(new TicketAtStations(ticket, [], null), new(Guid.CreateVersion7(), Cook, Tickets.Sent.AddHours(1))).Bump();

            Assert.Equal(Press.Ways.Count - 1, ticket.Lines.Count(l => l.State == LineState.Served));
            Assert.Equal(LineState.Held, ticket.Lines[^1].State);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private void Act(Ticket ticket, Press press, DateTimeOffset now, Dictionary<Guid, (TaskState, DateTimeOffset?, Guid?)> before)
    {
        Guid? station = press.Station is { } index ? stations[index] : null;
        var here = ticket.Lines.SelectMany(l => l.Tasks).Where(t => station is null || t.StationId == station).ToList();
        var at = new TicketAtStations(ticket, [], station is { } only ? [only] : null);
        var (work, recall) = (new TicketWork(at, new(Guid.CreateVersion7(), Cook, now)), new TicketReturn(at));
        switch (press.Key)
        {
            case Key.Ready:
                var fired = here.Count(t => t.State == TaskState.Ready);
                Assert.Equal(work.Ready([ticket.Lines[press.Line].Id]), here.Count(t => t.State == TaskState.Ready) - fired);
                break;
            case Key.Bump:
                foreach (var task in here.Where(t => t.State != TaskState.Bumped)) before[task.Id] = (task.State, task.ReadyAt, task.ReadyBy);
                var open = here.Count(t => t.State == TaskState.Bumped);
                Assert.Equal(work.Bump(), here.Count(t => t.State == TaskState.Bumped) - open);
                Assert.All(here.Where(t => t.State is TaskState.Fired or TaskState.Ready), left => Assert.Contains(LineOf(left), l => l.Step < left.Step && l.State != TaskState.Bumped));
                break;
            case Key.Recall when here.Where(t => t.BumpedAt is not null).MaxBy(t => t.BumpedAt)?.BumpId is { } last && recall.BeyondRecall(last) is null:
                var back = here.Where(t => t.BumpId == last).ToList();
                Assert.Equal(back.Count, recall.Recall(last));
                if (before.Count > 0) Assert.All(back, task => Assert.Equal(before[task.Id], (task.State, task.ReadyAt, task.ReadyBy)));
                break;
        }

        IEnumerable<PrepTask> LineOf(PrepTask task) => ticket.Lines.Single(l => l.Tasks.Contains(task)).Tasks;
    }

    private Ticket NewTicket() => Tickets.Of([.. Press.Ways.Select((way, i) =>
    {
        var steps = way.Select(s => (s.Step, stations[s.Station])).ToArray();
        return i == Press.Ways.Count - 1 ? Tickets.Held(steps) : Tickets.Line(steps);
    })]);
}
