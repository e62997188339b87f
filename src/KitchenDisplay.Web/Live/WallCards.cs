using System.Buffers.Binary;
using System.Collections;
using KitchenDisplay.Core.Kitchen;

namespace KitchenDisplay.Web.Live;

/// <summary>The cards of a wall at one moment, the same object for all screens that show it: what is worked out for one of them need not be again.</summary>
public sealed class WallCards(IReadOnlyList<Card> cards) : IReadOnlyList<Card>
{
    public static readonly WallCards None = new([]);

    // The same whoever is first, so that nobody has to wait.
    private Dictionary<Guid, (Card Card, CardLine Row)>? rows;
    private long? sum;

    public int Count => cards.Count;

    public Card this[int index] => cards[index];

    /// <summary>How many lines they show.</summary>
    public int LineCount => Rows.Count;

    /// <summary>The ids of all their lines in one number, as the page adds them up.</summary>
    public long LineSum => sum ??= Rows.Keys.Aggregate(0u, (sum, id) => sum ^ BinaryPrimitives.ReadUInt32BigEndian(id.ToByteArray(bigEndian: true).AsSpan(12)));

    private Dictionary<Guid, (Card Card, CardLine Row)> Rows => rows ??= cards.SelectMany(c => c.Lines, (card, row) => (card, row))
        .SelectMany(r => r.row.LineIds, (r, line) => (line, r)).DistinctBy(r => r.line).ToDictionary(r => r.line, r => r.r);

    /// <summary>The row that shows a line, and its card; null when no row does.</summary>
    public (Card Card, CardLine Row)? Find(Guid line) => Rows.TryGetValue(line, out var row) ? row : null;

    public IEnumerator<Card> GetEnumerator() => cards.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
