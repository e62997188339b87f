using System.Globalization;
using System.Text;

namespace KitchenDisplay.Core.Words;

/// <summary>Words as the search compares them: in small letters and without accents, as PostgreSQL's unaccent writes them.</summary>
internal static class Folding
{
    /// <summary>The words of a text, in order, each of letters and digits.</summary>
    internal static IEnumerable<string> Words(string? text) => Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text in small letters without accents; whatever is no letter and no digit is a blank.</summary>
    internal static string Fold(string text)
    {
        // Nearly every word, and a search's snippets look at thousands of them.
        if (Ascii.IsValid(text)) return string.Create(text.Length, text, (folded, from) => { for (var i = 0; i < folded.Length; i++) folded[i] = char.IsAsciiLetterOrDigit(from[i]) ? char.ToLowerInvariant(from[i]) : ' '; });
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (Ligature(lower.Value) is { } letters) folded.Append(letters);
            else if (Rune.IsLetterOrDigit(lower)) folded.Append(lower);
            else folded.Append(' ');
        }
        return folded.ToString();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: no letter of any language.
            return string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Normalize(NormalizationForm.FormD);
        }
    }

    private static string? Ligature(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
