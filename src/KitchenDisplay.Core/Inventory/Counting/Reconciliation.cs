namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>What a line comes to when its sheet is closed. Quantities in base units.</summary>
/// <param name="Moved">What has come and gone at the place since it was counted, by the ledger.</param>
/// <param name="Booked">What the ledger has to be changed by: what was counted, less what the ledger said at that moment, less what it has learned of that since.</param>
/// <param name="IsOvertaken">Whether somebody has counted the same later: then nothing is booked.</param>
public sealed record Reconciled(decimal Moved, decimal Booked, bool IsOvertaken);

/// <summary>Brings what was counted at a moment together with what the ledger says now. Knows no database.</summary>
public static class Reconciliation
{
    /// <summary>Reconciles one line.</summary>
    /// <param name="tally">What was counted, and what the ledger said then.</param>
    /// <param name="now">What the ledger says now may be used at that place.</param>
    /// <param name="since">The rows of the item's ledger that came after the tally.</param>
    /// <param name="isUnplacedHere">Whether what was used though there was none in stock was taken from this place.</param>
    public static Reconciled Of(Tally tally, Guid place, decimal now, IReadOnlyCollection<Movement> since, bool isUnplacedHere)
    {
        var learned = since.Where(m => Learns(m, since) && (m.PlaceId == place || (m.PlaceId is null && isUnplacedHere))).Sum(m => m.OnHandDelta);
        // Of the place alone: a row without a place has changed nothing that lies there.
        var moved = now - tally.Expected - since.Where(m => Learns(m, since) && m.PlaceId == place).Sum(m => m.OnHandDelta);
        if (since.Any(m => IsCountOf(m, place))) return new(moved, 0, true);
        // Whoever has used more since than was counted has miscounted, or had it from elsewhere: less than nothing lies nowhere.
        return new(moved, Math.Max(-now, tally.Quantity - tally.Expected - learned), false);
    }

    /// <summary>Whether a row says that the ledger was wrong, and not that something came or went.</summary>
    private static bool Learns(Movement row, IReadOnlyCollection<Movement> since) => row.Kind switch
    {
        MovementKind.Counted => true,
        // What a manager takes back never happened. Together with the row that it takes back it comes to nothing; alone it corrects what was known when the line was counted.
        MovementKind.Corrected when row.LineId is null => since.FirstOrDefault(m => m.Id == row.ReversesId) is null or { Kind: MovementKind.Counted },
        // A portion that goes back onto the shelf is food that moves; that there was none in stock for it is not.
        MovementKind.Corrected => row is { LotId: null, ReservedDelta: 0 },
        _ => false,
    };

    private static bool IsCountOf(Movement row, Guid place) =>
        row.Kind == MovementKind.Counted && (row.Reason == CountWords.Everywhere || (row.Reason == CountWords.AtPlace && row.PlaceId == place));
}
