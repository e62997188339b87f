using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Every rule of the tickets at once, without a database.</summary>
public sealed class TicketModelTests
{
    private static readonly Guest[] Guests = [new() { OrderId = Guid.CreateVersion7(), Seat = 2, Allergies = [Allergen.Nuts, Allergen.Milk] }];

    private readonly Guid[] stations = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void Whatever_is_pressed_in_whatever_order_becomes_what_the_paper_says_and_keeps_the_rules() =>
        Prop.ForAll(Press.Sequences(40), presses => { Play(presses); }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Whatever_has_happened_once_all_is_seen_and_confirmed_a_bump_of_all_stations_serves_every_fired_line() =>
        Prop.ForAll(Press.Sequences(20), presses =>
        {
            var hands = Play(presses);
            foreach (var place in Enumerable.Range(0, hands.Ticket.Lines.Count)) Do(Key.Acknowledge, place);
            Do(Key.Confirm, 0);
            Do(Key.Bump, 0);

            Assert.DoesNotContain(hands.Ticket.Lines, l => l.State == LineState.Fired);
            Assert.All(hands.Ticket.Lines.Where(l => l.State == LineState.Void), l => Assert.All(l.Tasks, t => Assert.Equal(TaskState.Bumped, t.State)));

            void Do(Key key, int place) => Assert.NotNull(hands.Do(Deed.Of(new Press(key, Press.Everywhere, place, 0), hands.Ticket, stations, null, [])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private MemoryHands Play(Press[] presses)
    {
        var hands = new MemoryHands(NewTicket(), Guests);
        var paper = new PaperTicket(hands.Ticket, Guests);
        var done = new List<Guid>();
        var (last, before) = ((Deed?)null, "");
        foreach (var press in presses)
        {
            var deed = Deed.Of(press, hands.Ticket, stations, press.Wall == Press.Everywhere ? null : [stations[press.Wall]], done);
            var now = JsonSerializer.Serialize(hands.Ticket);

            var answer = hands.Do(deed);

            Assert.Equal(paper.Do(deed), answer);
            Assert.Equal(paper.Text, PaperTicket.TextOf(hands.Ticket));
            TicketRules.Hold(Facts(hands));
            if (answer is null) Assert.Equal(now, JsonSerializer.Serialize(hands.Ticket));
            if (answer is not null && deed.Key == Key.Undo && last is { IsUndoable: true } && deed.DoneId == last.Id) Assert.Equal(before, JsonSerializer.Serialize(hands.Ticket));
            (last, before) = (deed, now);
            done.Add(deed.Id);
        }
        return hands;
    }

    private static TicketFacts Facts(MemoryHands hands) =>
        new(hands.Ticket, Guests, hands.Changes, [.. hands.Ticket.Lines.Select(l => new CheckShare { LineId = l.Id, Fraction = 1 })]);

    /// <summary>The ways through the kitchen that a dish may take, for guests with and without allergies and for the table.</summary>
    private Ticket NewTicket()
    {
        var (grill, fry, cold, pass) = (stations[0], stations[1], stations[2], stations[3]);
        return Tickets.Of(
            Tickets.Line(1, 1, 1, LineState.Fired, (1, grill)),
            Tickets.Line(2, 2, 1, LineState.Fired, (1, grill), (1, fry), (2, pass)),
            Tickets.Line(3, 2, 2, LineState.Fired, (1, fry), (2, grill), (3, pass)),
            Tickets.Line(4, 1, null, LineState.Fired, (1, cold), (2, cold), (3, grill)),
            Tickets.Line(5, 1, 1, LineState.Held, (1, grill), (2, pass)),
            Tickets.Line(6, 2, 2, LineState.Held, (1, cold), (1, fry), (2, fry), (2, pass)));
    }
}
