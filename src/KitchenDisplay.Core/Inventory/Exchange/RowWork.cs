using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What rows of a kind do.</summary>
internal interface IRowWork
{
    /// <summary>Finds out what rows would change and writes it onto them; and changes it, if they are to be applied.</summary>
    Task WorkAsync(IReadOnlyList<ImportRow> rows, bool isApplied, CancellationToken cancel);

    /// <summary>Takes applied rows back, where nobody has changed or used since what they made.</summary>
    /// <returns>How many stay.</returns>
    Task<int> UndoAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancel);
}

/// <summary>What earlier rows of a file are about: the same thing twice is a mistake.</summary>
internal sealed class RowsBefore
{
    private readonly Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);

    internal void Clear() => taken.Clear();

    /// <summary>Takes all of these for a row, or none.</summary>
    /// <returns>Why not; null when they are taken.</returns>
    internal Sentence? Take(int row, IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
            if (taken.TryGetValue(key, out var earlier) && earlier != row) return new("Row {0} is about the same. Take one of them away.", earlier);
        foreach (var key in keys) taken[key] = row;
        return null;
    }
}
