using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class TicketWriterTests
{
    private static readonly Guid Tax = Guid.CreateVersion7();
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Guid Waiter = Guid.CreateVersion7();

    private readonly ModifierGroup sides = new()
    {
        Name = "Side",
        Min = 1,
        Max = 2,
        Modifiers =
        [
            new() { Name = "fries", Position = 0 }, new() { Name = "salad", Position = 1, PriceChange = 1.50m },
            new() { Name = "no side", Position = 2, Kind = ModifierKind.No, PriceChange = -3m }, new() { Name = "truffle mash", Position = 3, Active = false },
        ],
    };

    private readonly Dish steak;
    private readonly Dish cola = new() { Name = "Cola", Price = 3.90m, TaxClassId = Tax, Course = 0 };
    private readonly Order order = new() { Kind = OrderKind.Tab, Name = "Marlow", Covers = 4 };

    public TicketWriterTests()
    {
        steak = new Dish { Name = "Steak frites", KitchenName = "Steak", Price = 24.50m, TaxClassId = Tax, Course = 2 };
        steak.Steps.Add(new DishStep { Step = 1, StationId = Grill, PrepSeconds = 600 });
        steak.Steps.Add(new DishStep { Step = 1, StationId = Fry, PrepSeconds = 240 });
        steak.Steps.Add(new DishStep { Step = 2, StationId = Pass, PrepSeconds = 60 });
        steak.Groups.Add(new DishModifierGroup { DishId = steak.Id, GroupId = sides.Id, Group = sides });
    }

    [Fact]
    public void A_quantity_becomes_as_many_lines_each_with_its_tasks()
    {
        var send = new SendTicket(Guid.CreateVersion7(), order.Id, [Steak("fries") with { Quantity = 2, Seat = 1 }, new SendLine(cola.Id, 1, [])]);

        var ticket = Write(send);

        Assert.Equal((send.Id, order.Id, 1001, Tickets.Sent, Waiter), (ticket.Id, ticket.OrderId, ticket.Number, ticket.SentAt, ticket.SentBy));
        Assert.Equal([(1, "Steak frites", 24.50m), (2, "Steak frites", 24.50m), (3, "Cola", 3.90m)], ticket.Lines.Select(l => (l.Position, l.DishName, l.Price)));
        Assert.Equal([3, 3, 0], ticket.Lines.Select(l => l.Tasks.Count));
        Assert.All(ticket.Lines, line => Assert.All(line.Tasks, task => Assert.Equal((line.Id, ticket.Id), (task.LineId, task.TicketId))));
    }

    [Fact]
    public void A_later_step_is_expected_when_the_slowest_of_the_earlier_ones_is_done()
    {
        var tasks = Write(Send(Steak("fries"))).Lines[0].Tasks;

        Assert.Equal(
            [(1, Tickets.Sent, Tickets.Sent.AddSeconds(600)), (1, Tickets.Sent, Tickets.Sent.AddSeconds(240)), (2, Tickets.Sent.AddSeconds(600), Tickets.Sent.AddSeconds(660))],
            tasks.Select(t => (t.Step, t.StartAt!.Value, t.DueAt!.Value)));
        Assert.All(tasks, t => Assert.Equal((TaskState.Fired, Tickets.Sent, Waiter), (t.State, t.FiredAt, t.FiredBy)));
    }

    [Fact]
    public void What_is_held_is_neither_fired_nor_due()
    {
        var line = Write(Send(Steak("fries") with { Hold = true })).Lines[0];

        Assert.Equal((LineState.Held, null), (line.State, line.FiredAt));
        Assert.All(line.Tasks, t => Assert.Equal((TaskState.Held, null, null), (t.State, t.FiredAt, t.DueAt)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_needs_no_station_is_served_when_it_is_sent(bool hold)
    {
        var line = Write(Send(new SendLine(cola.Id, 1, [], Hold: hold))).Lines[0];

        Assert.Equal((LineState.Served, Tickets.Sent, 0), (line.State, line.ServedAt, line.Tasks.Count));
    }

    [Fact]
    public void The_line_keeps_price_tax_and_words_of_its_moment()
    {
        var line = Write(Send(Steak("salad", "no side") with { Course = 1, Seat = 4, Note = "  well rested\t" })).Lines[0];
        steak.Name = "Something else";
        steak.Price = 99;

        Assert.Equal((23.00m, 0.07m, Tax, "Steak frites", "Steak", 1, 4, "well rested"),
            (line.Price, line.TaxRate, line.TaxClassId, line.DishName, line.KitchenName, line.Course, line.Seat, line.Note));
        Assert.Equal(["salad 1.50", "no side -3"], line.Modifiers.Select(m => FormattableString.Invariant($"{m.Name} {m.PriceChange}")));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var refusal = Assert.Throws<Refusal>(() => Write(Send(
            Steak() with { Quantity = 0, Seat = 9, Course = 7, Note = new string('x', 201) },
            Steak("fries", "salad", "no side"),
            Steak("truffle mash"),
            new SendLine(Guid.CreateVersion7(), 1, []))));

        Assert.Equal(
            [
                "Steak frites: choose a quantity from 1 to 99.",
                "Steak frites: the note is too long for the kitchen. Keep it to 200 characters.",
                "Steak frites: there is no seat 9 at this table. Choose 1 to 4, or share.",
                "Steak frites: there is no course 7.",
                "Steak frites: choose “Side”.",
                "Steak frites: choose at most 2 of “Side”.",
                "Steak frites: choose “Side”.",
                "Steak frites: a choice is not offered with it any more. Choose again.",
                "A dish is not on the menu any more. Take it off the draft.",
            ],
            refusal.Reasons.Select(r => r.ToString()));
    }

    [Fact]
    public void A_price_that_has_changed_since_it_was_shown_is_named_old_and_new()
    {
        var refusal = Assert.Throws<Refusal>(() => Write(Send(Steak("fries") with { ShownPrice = 22.50m })));

        Assert.Equal("Steak frites costs 24.50 now, not 22.50. Look at the draft again and send it.", refusal.Message);
        Assert.Single(Write(Send(Steak("fries") with { ShownPrice = 24.5m })).Lines);
    }

    [Fact]
    public void No_choice_of_modifiers_makes_a_dish_cost_less_than_nothing()
    {
        steak.Price = 2;

        Assert.Contains("below zero", Assert.Throws<Refusal>(() => Write(Send(Steak("no side")))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 3, true)]
    [InlineData(99, 3, false)]
    [InlineData(75, 4, false)]
    [InlineData(1, 300, false)]
    [InlineData(1, 301, true)]
    [InlineData(-1, 301, true)]
    [InlineData(0, 100_000, true)]
    [InlineData(int.MaxValue, 4, true)]
    public void A_ticket_has_at_most_300_portions_however_they_are_split(int quantity, int lines, bool isRefused)
    {
        var send = new SendTicket(Guid.CreateVersion7(), order.Id, [.. Enumerable.Repeat(new SendLine(cola.Id, quantity, []), lines)]);

        if (isRefused) Assert.InRange(Assert.Throws<Refusal>(() => Write(send)).Reasons.Count, 1, 10);
        else Assert.Equal(quantity * lines, Write(send).Lines.Count);
    }

    private Ticket Write(SendTicket send)
    {
        var house = new Restaurant { Name = "Glimmholz", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };
        var dishes = new[] { steak, cola }.ToDictionary(d => d.Id);
        return new TicketWriter(send, order, new(house, dishes, new Dictionary<Guid, decimal> { [Tax] = 0.07m }, new HashSet<int> { 0, 1, 2, 3 }, [], Offer.Everything), Tickets.Sent).Write(1001, Waiter);
    }

    private SendTicket Send(params SendLine[] lines) => new(Guid.CreateVersion7(), order.Id, lines);

    private SendLine Steak(params string[] answers) => new(steak.Id, 1, [.. sides.Modifiers.Where(m => answers.Contains(m.Name)).Select(m => m.Id)]);
}
