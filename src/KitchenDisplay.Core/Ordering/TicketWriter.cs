using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What a send is checked against, as the database has it at that moment.</summary>
public sealed record MenuOfTheMoment(
    Restaurant Restaurant, IReadOnlyDictionary<Guid, Dish> Dishes, IReadOnlyDictionary<Guid, decimal> TaxRates, IReadOnlySet<int> Courses, IReadOnlyList<Detour> Detours, Offer Offer)
{
    /// <summary>Whether a portion cannot be had now.</summary>
    internal bool IsOut(Dish dish, IEnumerable<Guid> modifiers, OrderKind kind, DateTimeOffset now) =>
        Offer.IsOut(dish.Id, dish.Steps.Select(s => StationFor(s, dish, kind, now)), modifiers);

    /// <summary>The station that does a step of a dish now: the menu's, or where the first detour that fits leads.</summary>
    internal Guid StationFor(DishStep step, Dish dish, OrderKind kind, DateTimeOffset now) =>
        Detours.FirstOrDefault(d => d.Fits(dish.Id, step.StationId, kind.ToString(), Restaurant.TimeOfDay(now)))?.ToStationId ?? step.StationId;
}

/// <summary>Turns a send into a ticket with its lines and tasks, or says everything that is wrong with it. Knows no database.</summary>
public sealed class TicketWriter(SendTicket send, Order order, MenuOfTheMoment menu, DateTimeOffset now)
{
    private readonly List<Sentence> reasons = [];
    private readonly HashSet<Guid> outs = [];

    /// <exception cref="Refusal">Names every line that cannot be sent.</exception>
    public Ticket Write(long number, Guid sentBy)
    {
        var ticket = new Ticket { Id = send.Id, OrderId = order.Id, Number = number, SentAt = now, SentBy = sentBy };
        if (send.Lines.Count == 0) Wrong("There is nothing to send. Choose a dish first.");
        // Lines of nothing count too: a refusal that names a hundred thousand of them helps nobody.
        if (send.Lines.Sum(l => (long)Math.Max(l.Quantity, 1)) > SendTicket.MaxPortions)
            Wrong("That is more than {0} portions at once. Send it in smaller parts.", SendTicket.MaxPortions);
        else
            foreach (var line in send.Lines) Add(line, ticket, sentBy);
        if (reasons.Count == 0) return ticket;
        // When nothing else is wrong, the rest can be sent without them.
        throw new Refusal(reasons) { ShortDishes = reasons.Count == send.Lines.Count(l => outs.Contains(l.DishId)) ? [.. outs.Select(id => new ShortDish(id, 0))] : [] };
    }

    private void Add(SendLine line, Ticket ticket, Guid sentBy)
    {
        var wrongBefore = reasons.Count;
        if (!menu.Dishes.TryGetValue(line.DishId, out var dish) || !dish.Active)
        {
            Wrong("{0} is not on the menu any more. Take it off the draft.", dish?.Name ?? "A dish");
            return;
        }
        if (menu.IsOut(dish, line.Modifiers, order.Kind, now))
        {
            outs.Add(dish.Id);
            Wrong("{0} is 86: it is out for now. Take it off the draft.", dish.Name);
        }
        if (line.Quantity is < 1 or > SendTicket.MaxQuantity)
            Wrong("{0}: choose a quantity from 1 to {1}.", dish.Name, SendTicket.MaxQuantity);
        if (line.Note?.Length > SendTicket.MaxNote)
            Wrong("{0}: the note is too long for the kitchen. Keep it to {1} characters.", dish.Name, SendTicket.MaxNote);
        if (line.Seat is { } seat && (seat < 1 || seat > order.Covers))
            Wrong("{0}: there is no seat {1} at this table. Choose 1 to {2}, or share.", dish.Name, seat, order.Covers);
        if (line.Course is { } course && !menu.Courses.Contains(course))
            Wrong("{0}: there is no course {1}.", dish.Name, course);
        var modifiers = ModifierChoice.Of(dish, line.Modifiers, had: [], reasons.Add);
        var price = dish.Price + modifiers.Sum(m => m.PriceChange);
        if (price < 0)
            Wrong("{0}: with these changes its price would be below zero.", dish.Name);
        if (line.ShownPrice is { } shown && shown != price)
            Wrong("{0} costs {1} now, not {2}. Look at the draft again and send it.", dish.Name, menu.Restaurant.Format(price), menu.Restaurant.Format(shown));
        if (reasons.Count > wrongBefore) return;

        for (var portion = 0; portion < line.Quantity; portion++)
        {
            var written = Portion(line, dish, modifiers, price, ticket);
            foreach (var task in TasksFor(written, dish)) written.Tasks.Add(task);
            if (dish.Steps.Count > 0 && !line.Hold) LineWork.Fire(written, now, sentBy);
            ticket.Lines.Add(written);
        }
    }

    private Line Portion(SendLine line, Dish dish, List<LineModifier> modifiers, decimal price, Ticket ticket)
    {
        var servedAtOnce = dish.Steps.Count == 0;
        return new Line
        {
            TicketId = ticket.Id,
            OrderId = order.Id,
            Position = ticket.Lines.Count + 1,
            DishId = dish.Id,
            DishName = dish.Name,
            KitchenName = dish.KitchenName,
            Seat = line.Seat,
            Course = line.Course ?? dish.Course,
            Modifiers = modifiers,
            Note = OrderRules.Tidy(line.Note),
            Price = price,
            TaxClassId = dish.TaxClassId,
            TaxRate = menu.TaxRates[dish.TaxClassId],
            State = servedAtOnce ? LineState.Served : LineState.Held,
            FiredAt = servedAtOnce ? now : null,
            ServedAt = servedAtOnce ? now : null,
            // Nobody begins with it: what it is made of goes at once.
            ConsumedId = servedAtOnce ? send.Id : null,
        };
    }

    // A detour may lead two steps to one station: there it is one task.
    private IEnumerable<PrepTask> TasksFor(Line line, Dish dish) => dish.Steps
        .GroupBy(s => (s.Step, StationId: menu.StationFor(s, dish, order.Kind, now)), s => s.PrepSeconds)
        .Select(together => new PrepTask { LineId = line.Id, TicketId = line.TicketId, StationId = together.Key.StationId, Step = together.Key.Step, PrepSeconds = together.Max() });

    private void Wrong(string text, params object[] args) => reasons.Add(new Sentence(text, args));
}
