using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KitchenDisplay.Load.Screens;

/// <summary>Writes the part of MessagePack that a screen has to say: nil, booleans, integers, strings, bytes and arrays.</summary>
public readonly struct PackWriter(IBufferWriter<byte> output)
{
    public void WriteNil() => WriteByte(0xc0);

    public void WriteEmptyMap() => WriteByte(0x80);

    public void WriteArrayLength(int length)
    {
        if (length <= 0x0f)
            WriteByte((byte)(0x90 | length));
        else
            WriteUnsigned(0xdc, (ushort)length, bytes: 2);
    }

    public void WriteBoolean(bool value) => WriteByte(value ? (byte)0xc3 : (byte)0xc2);

    public void WriteInteger(long value)
    {
        if (value is >= -32 and <= 0x7f)
            WriteByte((byte)value);
        else
            WriteUnsigned(0xd3, (ulong)value, bytes: 8);
    }

    public void WriteString(string? text)
    {
        if (text is null)
        {
            WriteNil();
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        if (length <= 0x1f)
            WriteByte((byte)(0xa0 | length));
        else
            WriteUnsigned(0xdb, (ulong)length, bytes: 4);
        Encoding.UTF8.GetBytes(text, output.GetSpan(length));
        output.Advance(length);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteUnsigned(0xc6, (ulong)bytes.Length, bytes: 4);
        output.Write(bytes);
    }

    public void WriteArgument(object? value)
    {
        switch (value)
        {
            case null:
                WriteNil();
                break;
            case bool flag:
                WriteBoolean(flag);
                break;
            case int or long:
                WriteInteger(Convert.ToInt64(value, null));
                break;
            case string text:
                WriteString(text);
                break;
            case byte[] bytes:
                WriteBytes(bytes);
                break;
            default:
                throw new NotSupportedException($"A screen sends no {value.GetType().Name}.");
        }
    }

    private void WriteByte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private void WriteUnsigned(byte code, ulong value, int bytes)
    {
        Span<byte> bigEndian = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bigEndian, value);
        WriteByte(code);
        output.Write(bigEndian[(8 - bytes)..]);
    }
}
