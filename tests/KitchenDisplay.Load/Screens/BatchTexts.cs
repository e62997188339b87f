using System.Buffers.Binary;

namespace KitchenDisplay.Load.Screens;

/// <summary>
/// The UTF-8 texts of a render batch: names and values of attributes, text nodes and markup, in no promised order.
/// A batch ends with the place of each text, and, last, with the place of this list; nothing else needs to be decoded.
/// </summary>
public ref struct BatchTexts
{
    private const int Trailer = 5 * sizeof(int);

    private readonly ReadOnlySpan<byte> batch;
    private ReadOnlySpan<byte> places;

    public BatchTexts(ReadOnlySpan<byte> batch)
    {
        this.batch = batch;
        var list = BinaryPrimitives.ReadInt32LittleEndian(batch[^sizeof(int)..]);
        places = batch[list..^Trailer];
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly BatchTexts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (places.IsEmpty)
            return false;
        var at = BinaryPrimitives.ReadInt32LittleEndian(places);
        places = places[sizeof(int)..];
        Current = TextAt(batch[at..]);
        return true;
    }

    private static ReadOnlySpan<byte> TextAt(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var group = bytes[0];
            bytes = bytes[1..];
            length |= (group & 0x7f) << shift;
            if ((group & 0x80) == 0)
                return bytes[..length];
        }
    }
}
