using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>How the sections of a recipe are called.</summary>
internal static partial class MarkdownWords
{
    /// <summary>The section that a heading opens, also where the word is only a part of it: "Prep directions (30 min)".</summary>
    public static MarkdownPart? PartOf(string heading) => Find(Sections().Match(heading));

    /// <summary>The section, when the heading is its name and nothing else.</summary>
    public static MarkdownPart? Exactly(string heading) => Sections().Match(heading) is { Success: true } match && match.Length == heading.Trim(' ', ':').Length && !match.Groups["below"].Success ? Find(match) : null;

    private static MarkdownPart? Find(Match match) =>
        match.Groups["ingredients"].Success ? MarkdownPart.Ingredients
        : match.Groups["method"].Success || match.Groups["below"].Success ? MarkdownPart.Method
        : match.Groups["equipment"].Success ? MarkdownPart.Equipment
        : match.Groups["notes"].Success ? MarkdownPart.Notes
        : match.Groups["summary"].Success ? MarkdownPart.Summary
        : null;

    // "Preparation" is a section of its own as well as the first part of a method.
    [GeneratedRegex(@"\b(?:(?<ingredients>ingredients?|Zutaten|ingrédients|ingredientes|ingredienti)|(?<method>directions?|method|instructions?|steps|Zubereitung|instrucciones|procedimento)|(?<below>preparation|préparation|preparación|elaboración|preparazione)|(?<equipment>equipment|utensils|tools|Ausrüstung|ustensiles|utensilios|utensili)|(?<summary>^(?:description|summary|about|Beschreibung|descripción|descrizione)$)|(?<notes>^(?:notes?|tips?|Notizen|Tipps?|remarques|notas|note)))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sections();
}
