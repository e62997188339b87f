using System.Buffers;

namespace KitchenDisplay.Load.Screens;

/// <summary>SignalR's binary framing: the length of a message in groups of seven bits, lowest first, then the message.</summary>
public static class MessageFrame
{
    private const int LongestPrefix = 5;

    public static bool TryTake(ref ReadOnlySequence<byte> input, out ReadOnlySequence<byte> message)
    {
        message = default;
        var reader = new SequenceReader<byte>(input);
        var length = 0L;
        for (var i = 0; i < LongestPrefix; i++)
        {
            if (!reader.TryRead(out var group))
                return false;
            length |= (long)(group & 0x7f) << (7 * i);
            if ((group & 0x80) == 0)
                return TryTake(ref input, ref reader, length, out message);
        }
        throw new InvalidDataException("The length of a message has more than 32 bits.");
    }

    private static bool TryTake(ref ReadOnlySequence<byte> input, ref SequenceReader<byte> reader, long length, out ReadOnlySequence<byte> message)
    {
        message = default;
        if (reader.Remaining < length)
            return false;
        message = input.Slice(reader.Position, length);
        input = input.Slice(message.End);
        return true;
    }

    public static void Write(ReadOnlySpan<byte> message, IBufferWriter<byte> output)
    {
        Span<byte> prefix = stackalloc byte[LongestPrefix];
        var used = 0;
        var rest = (uint)message.Length;
        do
        {
            prefix[used++] = (byte)(rest > 0x7f ? rest | 0x80 : rest);
            rest >>= 7;
        } while (rest > 0);
        output.Write(prefix[..used]);
        output.Write(message);
    }
}
