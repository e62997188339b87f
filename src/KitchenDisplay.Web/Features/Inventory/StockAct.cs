using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>What somebody is about to do with an item.</summary>
public enum Act
{
    Receive,
    Count,
    Waste,
    Change,
    Move,
    Split,
    Merge,
    KeepBack,
    Release,
    Reverse,
}

/// <summary>What somebody is about to do, and with what.</summary>
/// <param name="Lot">The lot that it is done with; null for the item as a whole.</param>
/// <param name="Row">The row of the ledger that is to be reversed.</param>
public sealed record StockAct(Act Act, LotRow? Lot = null, LedgerRow? Row = null)
{
    /// <summary>What else can be done with the same.</summary>
    public IReadOnlyList<Act> Choices => this switch
    {
        { Row: not null } => [Act.Reverse],
        { Lot.State: LotState.Usable } => [Act.Move, Act.Split, Act.Merge, Act.Waste, Act.KeepBack],
        { Lot.State: LotState.Expired } => [Act.Waste, Act.Move],
        { Lot: not null } => [Act.Release, Act.Waste, Act.Move, Act.Split, Act.Merge],
        _ => [Act.Receive, Act.Count, Act.Waste, Act.Change],
    };

    /// <summary>What one most often does with a lot that was chosen.</summary>
    public static StockAct With(LotRow lot) => new(lot.State switch { LotState.Usable => Act.Move, LotState.Expired => Act.Waste, _ => Act.Release }, lot);
}
