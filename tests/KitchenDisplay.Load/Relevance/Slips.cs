using System.Globalization;
using System.Text;

namespace KitchenDisplay.Load.Relevance;

/// <summary>The same question as other people would type it. Each gives null where it does not apply; the same seed gives the same slips.</summary>
internal sealed class Slips(int seed)
{
    private const int Shortest = 5;

    private static readonly (string Uk, string Us)[] spellings =
    [
        ("aubergine", "eggplant"), ("courgette", "zucchini"), ("coriander", "cilantro"), ("beetroot", "beet"), ("prawn", "shrimp"), ("treacle", "molasses"), ("savoury", "savory"), ("flavour", "flavor"), ("colour", "color"),
        ("omelet", "omelette"), ("biscuit", "cookie"), ("fillet", "filet"), ("mould", "mold"), ("whisky", "whiskey"), ("ketchup", "catsup"), ("grill", "broil"), ("sultana", "golden raisin"), ("chilli", "chili"),
    ];

    private readonly Random random = new(seed);

    /// <summary>One letter is wrong, missing, doubled, or swapped with the next, in a word of five letters or more.</summary>
    public string? Typo(string query) => Change(query, word =>
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, $"{(char)('a' + random.Next(26))}"),
            2 => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    });

    /// <summary>An accent that does not belong there; those that do are dropped.</summary>
    public string? Accent(string query)
    {
        var bare = string.Concat(query.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        if (bare != query) return bare;
        var vowels = query.Index().Where(c => "aeiou".Contains(c.Item, StringComparison.Ordinal)).ToList();
        if (vowels.Count == 0) return null;
        var (at, vowel) = vowels[random.Next(vowels.Count)];
        return query[..at] + "áéíóú"["aeiou".IndexOf(vowel, StringComparison.Ordinal)] + query[(at + 1)..];
    }

    /// <summary>As the other side of the ocean writes it.</summary>
    public static string? Spelling(string query)
    {
        var words = query.Split(' ').Select(word => spellings.Select(s => word == s.Uk ? s.Us : word == s.Us ? s.Uk : word == s.Uk + "s" ? s.Us + "s" : word == s.Us + "s" ? s.Uk + "s" : null).FirstOrDefault(w => w is not null) ?? word);
        return string.Join(' ', words) is var other && other != query ? other : null;
    }

    /// <summary>The plural for the singular, or the other way round.</summary>
    public string? Number(string query) => Change(query, word => word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word.EndsWith('y') ? word[..^1] + "ies" : word.EndsWith('h') || word.EndsWith('s') ? word + "es" : word + "s");

    /// <summary>While it is typed: a third of the last word is still to come.</summary>
    public static string? Cut(string query) => query.Split(' ')[^1] is { Length: >= Shortest } last ? query[..^(last.Length / 3)] : null;

    private string? Change(string query, Func<string, string> change)
    {
        var words = query.Split(' ');
        var longer = words.Index().Where(w => w.Item.Length >= Shortest && w.Item.All(char.IsAsciiLetter)).Select(w => w.Index).ToList();
        if (longer.Count == 0) return null;
        var at = longer[random.Next(longer.Count)];
        words[at] = change(words[at]);
        return string.Join(' ', words) is var other && other != query ? other : null;
    }
}
