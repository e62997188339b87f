using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Breaks each rule once on purpose: a rule that nothing can break guards nothing.</summary>
public sealed class TicketRulesTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Guid Henk = Guid.CreateVersion7();
    private static readonly DateTimeOffset Later = Tickets.Sent.AddMinutes(3);

    /// <summary>Fired, held, void and served, in this order; the first one is ready at the grill.</summary>
    private static readonly Dictionary<string, Func<TicketFacts, TicketFacts>> breaches = new()
    {
        ["A held line has held tasks only, and no other line has any"] = f => With(f, t => t.Lines[1].State = LineState.Fired),
        ["A line is served when its last task is bumped, and not before"] = f => With(f, t => t.Lines[0].State = LineState.Served),
        ["What is served says when, and nothing else does"] = f => With(f, t => t.Lines[3].ServedAt = null),
        ["What is void says when, and nothing else does"] = f => With(f, t => t.Lines[2].VoidedAt = null),
        ["What is fired says when, and what is held does not"] = f => With(f, t => t.Lines[0].FiredAt = null),
        ["No step is bumped before the ones that come earlier"] = f => With(f, t => Bump(t.Lines[0].Tasks[1])),
        ["What is ready or bumped was seen as it is"] = f => With(f, t => t.Lines[0].Tasks[0].SeenVersion = 0),
        ["What is ready or bumped has its allergies confirmed"] = f => With(f, t => t.Lines[0].Tasks[0].AllergiesSeen = [Allergen.Milk]),
        ["Nobody has seen a version that there is not"] = f => With(f, t => t.Lines[0].Tasks[1].SeenVersion = 2),
        ["A task has been pushed away from another station"] = f => With(f, t => t.Lines[0].Tasks[0].HomeStationId = Grill),
        ["A held task has no times"] = f => With(f, t => t.Lines[1].Tasks[0].DueAt = Later),
        ["A fired task is due when it has had its time"] = f => With(f, t => t.Lines[0].Tasks[0].DueAt = Later.AddHours(1)),
        ["The state of a task is the last thing that was done to it"] = f => With(f, t => t.Lines[0].Tasks[0].State = TaskState.Started),
        ["What was done to a task says when, by whom and by which command"] = f => With(f, t => t.Lines[0].Tasks[0].ReadyId = null),
        ["What is done to a task is done one after the other"] = f => With(f, t => t.Lines[3].Tasks[0].BumpedAt = Tickets.Sent.AddMinutes(-1)),
        ["Every version of a line after the first was written down"] = f => f with { Changes = [] },
        ["Somebody pays for every line, once"] = f => f with { Shares = [.. f.Shares.Skip(1)] },
        ["Every line has a place of its own"] = f => With(f, t => t.Lines.RemoveAt(0)),
    };

    public static TheoryData<string> Rules => [.. TicketRules.Names];

    [Fact]
    public void A_ticket_as_it_should_be_breaks_none() => Assert.Empty(TicketRules.Broken(Facts()));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_ticket_that_breaks_a_rule_is_found_out_by_it(string rule) => Assert.Contains(rule, TicketRules.Broken(breaches[rule](Facts())));

    private static TicketFacts Facts()
    {
        var ticket = Tickets.Of(
            Tickets.Line(1, 1, 2, LineState.Fired, (1, Grill), (2, Pass)), Tickets.Line(2, 1, 1, LineState.Held, (1, Grill)),
            Tickets.Line(3, 1, 1, LineState.Fired, (1, Grill), (2, Pass)), Tickets.Line(4, 1, null, LineState.Fired, (1, Grill)));
        var ready = ticket.Lines[0].Tasks[0];
        (ready.State, ready.ReadyAt, ready.ReadyBy, ready.ReadyId, ready.AllergiesSeen) = (TaskState.Ready, Later, Henk, Guid.CreateVersion7(), [Allergen.Nuts]);
        var change = LineWork.Void(ticket.Lines[2], null, Later, Henk)!;
        Bump(ticket.Lines[2].Tasks[1]);
        Bump(ticket.Lines[3].Tasks[0]);
        ticket.Lines[3].Tasks[0].AllergiesSeen = [Allergen.Nuts];
        (ticket.Lines[3].State, ticket.Lines[3].ServedAt) = (LineState.Served, Later);
        return new(ticket, [new() { Seat = 2, Allergies = [Allergen.Nuts] }], [change], [.. ticket.Lines.Select(l => new CheckShare { LineId = l.Id, Fraction = 1 })]);
    }

    private static void Bump(PrepTask task) => (task.State, task.BumpedAt, task.BumpedBy, task.BumpId) = (TaskState.Bumped, Later, Henk, Guid.CreateVersion7());

    private static TicketFacts With(TicketFacts facts, Action<Ticket> breach)
    {
        breach(facts.Ticket);
        return facts;
    }
}
