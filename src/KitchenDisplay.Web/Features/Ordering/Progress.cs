using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>How far a table, a ticket or a line is, in the order in which a waiter meets it.</summary>
public enum Progress
{
    Free,
    Seated,
    Held,
    InKitchen,
    Cooking,
    Ready,
    Served,
    Void,
}

/// <summary>Derives how far something is from what the kitchen has done.</summary>
public static class ProgressOf
{
    public static Progress Line(LineView line) => line.State switch
    {
        LineState.Void => Progress.Void,
        LineState.Served => Progress.Served,
        LineState.Held => Progress.Held,
        _ when line.IsReady => Progress.Ready,
        _ when line.IsCooking => Progress.Cooking,
        _ => Progress.InKitchen,
    };

    /// <summary>What a waiter must know of a party first: food that is up, then food that is being made.</summary>
    public static Progress Party(IEnumerable<TicketView> tickets)
    {
        var lines = tickets.SelectMany(t => t.Lines).Select(Line).Where(p => p != Progress.Void).ToHashSet();
        if (lines.Count == 0) return Progress.Seated;
        if (lines.Contains(Progress.Ready)) return Progress.Ready;
        if (lines.Contains(Progress.Cooking)) return Progress.Cooking;
        if (lines.Contains(Progress.InKitchen)) return Progress.InKitchen;
        return lines.Contains(Progress.Held) ? Progress.Held : Progress.Served;
    }
}
