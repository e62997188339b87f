using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>
/// Reads a line of a list of ingredients. Its confidence is 1 for a quantity, a unit or a countable thing, and a name, and is multiplied for everything that is less certain:
/// 0.9 without a quantity, 0.8 for a quantity behind the name, for a dash that may be none ("1 - 15 oz can") and for a choice ("butter or lard"), 0.5 for digits in the name, and five parts of the words for a name of more than five.
/// Below 0.3 nothing is claimed: the line is kept as text with the confidence 0.
/// </summary>
public static partial class IngredientParser
{
    private const double LeastConfidence = 0.3;
    private const int WordsOfAName = 5;
    // A line is no chapter; what is longer is kept as text. Links make it longer than what it says.
    private const int Longest = 400;
    private const int LongestWithLinks = 4000;

    private sealed record Reading(string Name, Measure? Measure, IEnumerable<string?> Preparation, double Confidence = 1)
    {
        public Reading With(string preparation) => this with { Preparation = Preparation.Prepend(preparation) };
    }

    /// <summary>What a line says; never fails, and keeps the text exactly as it is.</summary>
    /// <param name="language">Two letters of ISO 639-1; decides what a comma in a number means. Words of measure and number are known in all languages at once.</param>
    public static IngredientLine Parse(string text, string language = "en")
    {
        var kept = new IngredientLine(text);
        if (text.Length > LongestWithLinks) return kept;
        var (isOptional, plain) = OptionalWords.Take(PlainText.OfMarkdown(text));
        if (plain.Length > Longest || !plain.Any(char.IsLetter) || IsHeading(plain)) return kept;
        var read = Read(plain, language);
        var name = read.Name.Trim(' ', ',', ';', ':', '.', '*', '†', '-', '–');
        if (name.StartsWith("of ", StringComparison.Ordinal)) name = name[3..];
        // Three cloves are a spice and no measure of anything.
        if (name.Length == 0 && read.Measure is { Unit: { } word, Amount: var many } && KitchenWords.IsBehindItem(word)) (read, name) = (read with { Measure = new(many, null) }, many.Upper > 1 ? KitchenWords.Plural(word) : word);
        if (!name.Any(char.IsLetter)) return kept;
        var (item, done) = Preparations.Split(name);
        (var unit, item) = read.Measure is { Unit: null } ? UnitIn(item) : (read.Measure?.Unit, item);
        var preparation = string.Join(", ", read.Preparation.Take(1).Concat(done).Concat(read.Preparation.Skip(1)).Select(p => p?.Trim(' ', ',', ';', '.', '-', '–')).Where(p => !string.IsNullOrEmpty(p)));
        var confidence = Math.Round(read.Confidence * Confidence(item, read.Measure), 2);
        return confidence < LeastConfidence ? kept : kept with
        {
            Quantity = read.Measure?.Amount.From,
            QuantityTo = read.Measure?.Amount.To,
            Unit = unit,
            Name = item,
            Preparation = preparation.Length == 0 ? null : preparation,
            IsOptional = isOptional,
            Confidence = confidence,
        };
    }

    /// <summary>True for what announces ingredients rather than being one: "For the sauce", "Spices:".</summary>
    internal static bool IsHeading(string plain) => plain.EndsWith(':') || Heading().IsMatch(plain);

    private static Reading Read(string plain, string language)
    {
        if (Vague().Match(plain) is { Success: true } vague) return Split(plain[vague.Length..], null).With(vague.Value);
        var at = 0;
        if (Measures.Read(plain, ref at, language) is { } measure) return Split(plain[at..], measure);
        if (PartOf().Match(plain) is { Success: true } part && (at = part.Length) > 0 && Measures.Read(plain, ref at, language) is { } whole) return Split(plain[at..], whole).With(part.Value);
        return Behind(plain, language) ?? InParentheses(plain, language) ?? Split(plain, null);
    }

    /// <summary>Light soy sauce, 1 tbsp. Gingerbread: 5 slices.</summary>
    private static Reading? Behind(string plain, string language)
    {
        if (NameFirst().Match(plain) is not { Success: true } first) return null;
        var at = first.Length;
        if (Measures.Read(plain, ref at, language) is not { } measure || !End().IsMatch(plain, at)) return null;
        // Flour type 55 are not 55 flour types.
        if (measure.Unit is null && first.Groups["sign"].Length == 0 && measure.Amount.Upper > 20) return null;
        return new(first.Groups["name"].Value, measure, [measure.Note, first.Groups["inside"].Value, plain[at..].Trim('|', ' ')], 0.8);
    }

    /// <summary>Corn (1 can).</summary>
    private static Reading? InParentheses(string plain, string language)
    {
        foreach (Match match in Preparations.InParentheses().Matches(plain))
            if (match.Index > 0 && Measures.ReadAll(match.Groups["inside"].Value, language) is { } measure)
                return Split(plain.Remove(match.Index, match.Length), measure) with { Confidence = 0.8 };
        return null;
    }

    private static Reading Split(string rest, Measure? measure)
    {
        rest = rest.TrimStart(' ', ',', ':', '.');
        var end = Preparations.EndOfName(rest);
        var (head, tail) = (rest[..end], rest[end..]);
        var inside = Preparations.InParentheses().Matches(head).Select(m => m.Groups["inside"].Value);
        return new(Preparations.InParentheses().Replace(head, " "), measure, [measure?.Note, .. inside, tail]);
    }

    /// <summary>Garlic cloves, thin slices of ham: the unit stands behind its item, or behind how it is.</summary>
    private static (string? Unit, string Name) UnitIn(string name)
    {
        if (UnitOf().Match(name) is { Success: true } of && KitchenWords.Find(of.Groups["unit"].Value) is { } before) return (before, of.Groups["name"].Value);
        var last = name.LastIndexOf(' ');
        return last > 0 && KitchenWords.Find(name[(last + 1)..]) is { } unit && KitchenWords.IsBehindItem(unit) ? (unit, name[..last]) : (null, name);
    }

    private static double Confidence(string name, Measure? measure)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return (measure?.Confidence ?? 0.9) * (Choice().IsMatch(name) ? 0.8 : 1) * (Percent().Replace(name, "").Any(char.IsDigit) ? 0.5 : 1) * (words > WordsOfAName ? (double)WordsOfAName / words : 1);
    }

    [GeneratedRegex(@"^(?:for (?:the|a)|für (?:den|die|das)|pour (?:le|la|les)|para (?:el|la|los|las)|per (?:il|la))\s[^0-9,]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:(?:just\s+)?a (?:little(?: bit)?|good bit|bit|few)|some|several|plenty|enough|any|lots|a lot|etwas|einige|ein wenig|ein paar|un peu|quelques|un poco|algunos|algunas|qualche)(?:\s+(?:of|de|di)\b|\s+d['’])?(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(?:the )?(?:(?:grated |finely grated )?(?:zest|rind|peel|juice)(?: and (?:zest|juice))?) (?:of|from)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"^(?<name>[^0-9¼-¾⅐-⅞(,:|]*[^0-9¼-¾⅐-⅞(,:|\s~–-])(?:\s*\((?<inside>[^()0-9]*)\))?(?:\s*(?<sign>[,:–-])\s*|\s+)(?=[~≈0-9¼-¾⅐-⅞.])")]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"\G\s*(?:$|[,;(|.])")]
    private static partial Regex End();

    [GeneratedRegex(@"^(?<unit>\p{L}+) of (?<name>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex UnitOf();

    [GeneratedRegex(@"[0-9.,–-]+\s?%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?:or|and/or|oder|ou|o)\b|/", RegexOptions.IgnoreCase)]
    private static partial Regex Choice();
}
