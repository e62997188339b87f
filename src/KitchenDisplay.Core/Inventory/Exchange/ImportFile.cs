using System.Text;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>A file that somebody hands in as a table. It is looked at as a whole before a row of it counts.</summary>
public static class ImportFile
{
    public const int MostBytes = 50_000_000, MostRows = 500_000, MostColumns = 200, MostCell = 10_000;

    private const int Looked = 4096;
    private static readonly UTF8Encoding strict = new(false, true);

    static ImportFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>In which encoding its letters are: what its mark says, UTF-8 if all of it can be read so, else Windows-1252.</summary>
    /// <exception cref="Refusal">It is no text, whatever its name says.</exception>
    public static async Task<Encoding> EncodingAsync(Stream file, CancellationToken cancel)
    {
        var head = new byte[Looked];
        var length = await file.ReadAtLeastAsync(head, Looked, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        var start = head.AsSpan(0, length);
        if (start.Length == 0) throw new Refusal("The file is empty. Choose another one.");
        if (start.StartsWith("PK"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) throw new Refusal("This is a zip or a spreadsheet's own file, whatever its name says. Open it and save it as CSV.");
        if (start.StartsWith("%PDF"u8)) throw new Refusal("This is a PDF. Ask for the table as CSV.");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (start.Contains((byte)0)) return Wide(start) ?? throw new Refusal("This is no text, but a picture or a program. Choose a file in CSV.");
        return await IsUtf8Async(file, cancel) ? strict : Encoding.GetEncoding(1252);
    }

    // Without its mark, western text in UTF-16 has a zero in every other byte.
    private static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var n = 0; n < start.Length; n++)
            if (start[n] == 0 && n % 2 == 0) even++;
            else if (start[n] == 0) odd++;
        return odd > start.Length / 4 && even == 0 ? Encoding.Unicode : even > start.Length / 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static async Task<bool> IsUtf8Async(Stream file, CancellationToken cancel)
    {
        var (decoder, bytes, letters) = (strict.GetDecoder(), new byte[64 * 1024], new char[64 * 1024 + 2]);
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(bytes, cancel);
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
