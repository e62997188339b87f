using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>What the order pad asks on top of itself.</summary>
public enum PadSheet
{
    None,
    Dish,
    Allergies,
    Close,
    Line,
    Calls,
    Inside,
}

/// <summary>What a waiter has in hand at the pad: the seat, the page of the menu, a dish that asks something.</summary>
public sealed class PadHand(PadBoard board, DraftPad pad)
{
    private Guid? page;
    private Guid sentLine, inside;

    /// <summary>Whether the next dish that is tapped is only asked what is in it.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Whose dishes are tapped now; null when the table shares them.</summary>
    public int? Seat { get; set; }

    public PadSheet Sheet { get; private set; }

    /// <summary>The dish that is asked about.</summary>
    public DishChoice? Choice { get; private set; }

    /// <summary>The menu's page: the first one until another is chosen.</summary>
    public Guid Page
    {
        get => page ?? (board.Menu.Categories is [var first, ..] ? first.Id : Guid.Empty);
        set => page = value;
    }

    /// <summary>A line that was sent, as it is on the board now; null when it has left it.</summary>
    public LineView? SentLine => board.Tickets.SelectMany(t => t.Lines).FirstOrDefault(l => l.Id == sentLine);

    /// <summary>The dish that somebody wants to know the inside of.</summary>
    public Dish? Inside => board.Menu.Dish(inside);

    public void Ask(PadSheet sheet) => Sheet = sheet;

    public void AskInside() => IsAsking = !IsAsking;

    /// <summary>Takes a line in hand that was sent.</summary>
    public void TapSent(Guid line) => (sentLine, Sheet) = (line, PadSheet.Line);

    public void PutDown() => Sheet = PadSheet.None;

    /// <summary>Adds a portion for the seat; a dish with a required question asks it first.</summary>
    public async Task TapAsync(Guid dishId)
    {
        if (board.Menu.Dish(dishId) is not { } dish) return;
        if (IsAsking)
        {
            (inside, IsAsking, Sheet) = (dishId, false, PadSheet.Inside);
            return;
        }
        var groups = board.Menu.Groups(dish);
        if (groups.Any(g => g.Min > 0)) (Choice, Sheet) = (new DishChoice(dish, groups, Seat), PadSheet.Dish);
        else await pad.EditAsync(d => d.Add(DraftLine.Of(dish, [], Seat)));
    }

    /// <summary>Takes a line of the draft in hand again.</summary>
    public async Task TapAsync(DraftLine line)
    {
        if (pad.Draft.IsFrozen) return;
        if (board.Menu.Dish(line.DishId) is { } dish) (Choice, Sheet) = (new DishChoice(dish, board.Menu.Groups(dish), line), PadSheet.Dish);
        // What has left the menu can only be taken off.
        else await pad.EditAsync(d => d.Remove(line.Id));
    }

    public Task SaveAsync(DishChoice chosen)
    {
        PutDown();
        return pad.EditAsync(d => chosen.IsNew ? d.Add(chosen.ToLine()) : d.Replace(chosen.ToLine()));
    }

    public Task RemoveAsync(DishChoice chosen)
    {
        PutDown();
        return pad.EditAsync(d => d.Remove(chosen.LineId));
    }
}
