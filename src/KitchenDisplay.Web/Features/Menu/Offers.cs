using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Menu;

/// <summary>What is out and what is left, as the board has it.</summary>
public sealed class Offers(BoardSnapshot board)
{
    // Few enough for a waiter to say so at the table.
    private const int Few = 5;

    /// <summary>Everything that is out, the newest first.</summary>
    public IReadOnlyList<OutView> Outs { get; } = [.. board.All<OutView>().OrderByDescending(o => o.At)];

    /// <summary>Whether the other snapshot says the same.</summary>
    public bool IsStillTrue(BoardSnapshot other) => ReferenceEquals(board.Of<OutView>(), other.Of<OutView>()) && ReferenceEquals(board.Of<PortionsLeft>(), other.Of<PortionsLeft>());

    /// <summary>Whether it cannot be had: by itself, by a station that makes it, by something that is in it, or because all that was counted is sold.</summary>
    public bool IsOut(Dish dish) => board.Find<PortionsLeft>(dish.Id)?.ByHand == 0 || Outs.Any(o => Concerns(o, dish.Id, dish.Steps.Select(s => s.StationId)));

    /// <summary>Portions; null when nobody knows.</summary>
    public int? Left(Guid dish) => board.Find<PortionsLeft>(dish)?.Left;

    /// <summary>Whether few are left.</summary>
    public bool IsNearlyOut(Guid dish) => board.Find<PortionsLeft>(dish) is { } known && (known.IsNearlyOut || known.Left <= Few);

    /// <summary>Whether the kitchen will not make these portions, though they were sent: what they need has been 86 since, and nobody has begun.</summary>
    public bool IsCalledOff(TicketView ticket, IEnumerable<LineView> lines) => Outs.Any(o => !o.MakesWhatWasSent && o.At > ticket.SentAt) && lines.Any(line =>
        line.State is LineState.Held or LineState.Fired && line.Tasks.All(t => t.State is TaskState.Held or TaskState.Fired)
        && Outs.Any(o => !o.MakesWhatWasSent && o.At > ticket.SentAt && Concerns(o, line.DishId, line.Tasks.Select(t => t.StationId))));

    private bool Concerns(OutView it, Guid dish, IEnumerable<Guid> stations) =>
        it.DishId == dish || it.StationId is { } station && stations.Contains(station) || it.ItemId is { } item && board.Find<PortionsLeft>(dish)?.Items.Contains(item) == true;
}
