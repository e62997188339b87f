using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Ordering;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Kitchen;

/// <summary>What cooks do to the stock: whoever begins with a portion takes what it is made of. Nothing here is ever refused for stock.</summary>
internal sealed class TicketStock(KitchenContext db, Ticket ticket, Stamp stamp)
{
    /// <summary>Takes what the portions are made of with which somebody has begun.</summary>
    internal void Begin()
    {
        var begun = ticket.Lines.Where(l => l.ConsumedId is null && l.State != LineState.Void && l.Tasks.Any(IsBegun)).ToList();
        foreach (var line in begun) line.ConsumedId = stamp.CommandId;
        AtLast(begun, (stock, lines, cancel) => stock.ConsumeAsync(lines, cancel));
    }

    /// <summary>Puts back what that command took, where nobody else has begun meanwhile.</summary>
    internal void Undo(Guid doneId)
    {
        var untouched = ticket.Lines.Where(l => l.ConsumedId == doneId && l.State != LineState.Void && !l.Tasks.Any(IsBegun)).ToList();
        foreach (var line in untouched) line.ConsumedId = null;
        AtLast(untouched, (stock, lines, cancel) => stock.UndoAsync(lines, doneId, cancel));
    }

    /// <summary>Books what was taken for portions that are made once more as wasted, and promises the same to them again.</summary>
    internal void MakeAgain()
    {
        var again = ticket.Lines.Where(l => l.ConsumedId is not null && l.State != LineState.Void && l.Tasks.Any(t => t.FiredAt == stamp.Now)).ToList();
        foreach (var line in again) line.ConsumedId = null;
        AtLast(again, (stock, lines, cancel) => stock.WasteAsync(lines, "made again", again: true, cancel));
    }

    private void AtLast(List<Line> lines, Func<LineStock, Guid[], CancellationToken, Task> work)
    {
        if (lines.Count == 0) return;
        db.AtLast(async cancel =>
        {
            var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(cancel);
            await work(new LineStock(db, stamp, ticket.SentAt, restaurant.BusinessDay(stamp.Now)), [.. lines.Select(l => l.Id)], cancel);
        });
    }

    private static bool IsBegun(PrepTask task) => task.State is TaskState.Started or TaskState.Ready or TaskState.Bumped;
}
