namespace KitchenDisplay.Core.Inventory;

/// <summary>How far a count of one item reached, as its rows in the ledger say it: whoever books an older count looks at them.</summary>
public static class CountWords
{
    /// <summary>Everything of the item, wherever it lies.</summary>
    public const string Everywhere = "counted everywhere";

    /// <summary>All that lies at the row's place.</summary>
    public const string AtPlace = "counted";

    /// <summary>The row's lot alone.</summary>
    public const string Lot = "lot counted";

    internal static string Of(CountStock command) => command.LotId is not null ? Lot : command.PlaceId is not null ? AtPlace : Everywhere;
}
