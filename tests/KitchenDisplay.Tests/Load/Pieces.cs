using System.Buffers;

namespace KitchenDisplay.Tests.Load;

/// <summary>Bytes as a socket hands them over: one after another in small buffers.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(ReadOnlyMemory<byte> bytes, Pieces? before)
    {
        Memory = bytes;
        if (before is null)
            return;
        RunningIndex = before.RunningIndex + before.Memory.Length;
        before.Next = this;
    }

    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, int size)
    {
        var first = new Pieces(bytes[..Math.Min(size, bytes.Length)], null);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
            last = new Pieces(bytes[at..Math.Min(at + size, bytes.Length)], last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
