using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Tells what may be left out.</summary>
internal static partial class OptionalWords
{
    /// <summary>Whether a line says that it may be left out, and the line without the word; phrases such as "to taste" stay, since a cook needs them.</summary>
    public static (bool IsOptional, string Plain) Take(string text)
    {
        var rest = Word().Replace(text, "");
        return (rest.Length < text.Length || Phrase().IsMatch(text), rest.Length < text.Length ? Empty().Replace(rest, " ").Trim() : text);
    }

    [GeneratedRegex(@"(?:\b(?:very|but|completely|totally)\s+)?\b(?:option+al(?:ly)?|optionnel(?:le)?s?|facultati(?:f|ve)s?|opcional(?:es)?|facoltativ[oaie]|wahlweise)\b[ :,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:to taste|if (?:desired|needed|necessary|available)|if you (?:like|want|wish|have)|as (?:desired|needed|required)|(?:nach|bei) (?:Belieben|Geschmack|Bedarf)|au goût|selon le goût|al gusto|q\. ?b\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\s*[(\[][\s.,;]*[)\]]\s*")]
    private static partial Regex Empty();
}
