namespace KitchenDisplay.Client;

/// <summary>What a station shows, as far as this program knows.</summary>
/// <param name="Version">The node's version of it.</param>
/// <param name="Cards">The open cards in the order in which they should be cooked: rush, then what is due first; those that only wait to be fired come last.</param>
/// <param name="Trouble">Why this may be out of date, in the words of the failure; null while the connection is live.</param>
public sealed record KitchenBoard(long Version, IReadOnlyList<KitchenCard> Cards, string? Trouble)
{
    internal static readonly KitchenBoard Unknown = new(0, [], "Not connected yet.");

    /// <summary>True while changes arrive as they happen.</summary>
    public bool IsLive => Trouble is null;

    internal static KitchenBoard Of(StationSnapshot snapshot) => new(snapshot.Version, InOrder(snapshot.Cards), null);

    /// <summary>The board after a change, or null when a change before it was missed.</summary>
    internal KitchenBoard? After(StationChange change)
    {
        if (change.Version <= Version)
            return this; // sent while the snapshot, which has it, was on its way
        if (change.Previous != Version)
            return null;
        var replaced = change.Cards.Select(card => card.TicketId).Concat(change.Gone).ToHashSet();
        return this with { Version = change.Version, Cards = InOrder(Cards.Where(card => !replaced.Contains(card.TicketId)).Concat(change.Cards)) };
    }

    private static KitchenCard[] InOrder(IEnumerable<KitchenCard> cards) =>
        [.. cards.OrderBy(card => card.IsHeld).ThenBy(card => card.RushedAt ?? DateTimeOffset.MaxValue).ThenBy(card => card.FirstDueAt).ThenBy(card => card.Number)];
}
