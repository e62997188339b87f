using System.Text;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Tells what a file is by how it begins, and reads its text.</summary>
internal static class TextFiles
{
    // Nul bytes show early what is no text.
    private const int Looked = 4096;

    private static readonly (byte[] Mark, Encoding Encoding)[] encodings =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, true)),
        ([0xFF, 0xFE], new UnicodeEncoding(false, false, true)),
        ([0xFE, 0xFF], new UnicodeEncoding(true, false, true)),
        ([], new UTF8Encoding(false, true)),
    ];

    public static bool IsZip(byte[] bytes) => bytes.AsSpan().StartsWith("PK\x03\x04"u8) || bytes.AsSpan().StartsWith("PK\x05\x06"u8);

    /// <summary>The text with line breaks of our own; its encoding is UTF-8, or UTF-16 where its mark says so.</summary>
    /// <exception cref="Refusal">It is no text, or in another encoding.</exception>
    public static string Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF"u8)) throw new Refusal("This is a PDF. Copy its text into a file with the ending .md, or type the recipe in.");
        var (mark, encoding) = encodings.First(e => bytes.AsSpan().StartsWith(e.Mark));
        if (encoding is UTF8Encoding && bytes.AsSpan(0, Math.Min(bytes.Length, Looked)).Contains((byte)0)) throw new Refusal("This is no text, but a picture or a program. Choose a file in Markdown, JSON or CSV.");
        try
        {
            return encoding.GetString(bytes.AsSpan(mark.Length)).ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            throw new Refusal("The letters of this file cannot be read. Save it with the encoding UTF-8; a spreadsheet calls that “CSV UTF-8”.");
        }
    }
}
