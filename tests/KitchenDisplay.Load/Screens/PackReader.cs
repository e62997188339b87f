using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KitchenDisplay.Load.Screens;

/// <summary>Reads the part of MessagePack that SignalR uses: nil, booleans, integers, strings, bytes, arrays and maps.</summary>
public ref struct PackReader(ReadOnlySequence<byte> message)
{
    private SequenceReader<byte> input = new(message);

    public int ReadArrayLength()
    {
        var code = ReadByte();
        return code switch
        {
            >= 0x90 and <= 0x9f => code & 0x0f,
            0xdc => (int)ReadUnsigned(2),
            0xdd => (int)ReadUnsigned(4),
            _ => throw Unexpected(code, "an array"),
        };
    }

    public bool TryReadNil()
    {
        if (!input.IsNext(0xc0))
            return false;
        input.Advance(1);
        return true;
    }

    public bool ReadBoolean()
    {
        var code = ReadByte();
        return code is 0xc2 or 0xc3 ? code == 0xc3 : throw Unexpected(code, "true or false");
    }

    public long ReadInteger()
    {
        var code = ReadByte();
        return code switch
        {
            <= 0x7f => code,
            >= 0xe0 => (sbyte)code,
            0xcc => (long)ReadUnsigned(1),
            0xcd => (long)ReadUnsigned(2),
            0xce => (long)ReadUnsigned(4),
            0xcf => checked((long)ReadUnsigned(8)),
            0xd0 => (sbyte)ReadUnsigned(1),
            0xd1 => (short)ReadUnsigned(2),
            0xd2 => (int)ReadUnsigned(4),
            0xd3 => (long)ReadUnsigned(8),
            _ => throw Unexpected(code, "an integer"),
        };
    }

    public string? ReadString() => TryReadNil() ? null : Encoding.UTF8.GetString(ReadText());

    public ReadOnlySequence<byte> ReadText()
    {
        var code = ReadByte();
        return Take(code switch
        {
            >= 0xa0 and <= 0xbf => code & 0x1fu,
            0xd9 => ReadUnsigned(1),
            0xda => ReadUnsigned(2),
            0xdb => ReadUnsigned(4),
            _ => throw Unexpected(code, "a string"),
        });
    }

    public ReadOnlySequence<byte> ReadBytes()
    {
        var code = ReadByte();
        return Take(code switch
        {
            0xc4 => ReadUnsigned(1),
            0xc5 => ReadUnsigned(2),
            0xc6 => ReadUnsigned(4),
            _ => throw Unexpected(code, "bytes"),
        });
    }

    public void Skip()
    {
        input.TryPeek(out var code);
        switch (code)
        {
            case 0xc0 or 0xc2 or 0xc3:
                ReadByte();
                break;
            case <= 0x7f or >= 0xe0 or (>= 0xcc and <= 0xd3):
                ReadInteger();
                break;
            case (>= 0xa0 and <= 0xbf) or (>= 0xd9 and <= 0xdb):
                ReadText();
                break;
            case >= 0xc4 and <= 0xc6:
                ReadBytes();
                break;
            case (>= 0x90 and <= 0x9f) or 0xdc or 0xdd:
                SkipMany(ReadArrayLength());
                break;
            case (>= 0x80 and <= 0x8f) or 0xde or 0xdf:
                SkipMany(2 * ReadMapLength());
                break;
            default:
                throw Unexpected(code, "anything of SignalR's");
        }
    }

    private int ReadMapLength()
    {
        var code = ReadByte();
        return code <= 0x8f ? code & 0x0f : (int)ReadUnsigned(code == 0xde ? 2 : 4);
    }

    private void SkipMany(int values)
    {
        for (; values > 0; values--)
            Skip();
    }

    private byte ReadByte() => input.TryRead(out var code) ? code : throw Torn();

    private ulong ReadUnsigned(int bytes)
    {
        Span<byte> bigEndian = stackalloc byte[8];
        if (!input.TryCopyTo(bigEndian[(8 - bytes)..]))
            throw Torn();
        input.Advance(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bigEndian);
    }

    private ReadOnlySequence<byte> Take(ulong length) =>
        length <= int.MaxValue && input.TryReadExact((int)length, out var bytes) ? bytes : throw Torn();

    private static InvalidDataException Torn() => new("The message ends in the middle of a value.");

    private static InvalidDataException Unexpected(byte code, string wanted) => new($"Expected {wanted}, found MessagePack code 0x{code:x2}.");
}
