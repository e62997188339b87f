using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>How a value is compared.</summary>
public enum FilterBy
{
    /// <summary>One of the values, whatever their case and accents.</summary>
    Is,

    /// <summary>Its text has the first value in it.</summary>
    Contains,

    /// <summary>There is a value.</summary>
    Exists,

    /// <summary>A number, or a text in its order, between two values.</summary>
    Between,
}

/// <summary>One condition of a filter.</summary>
/// <param name="Path">The keys that lead to the value; for <see cref="KnownFields"/> the field's name alone.</param>
/// <param name="IsNot">Whether it must not be so.</param>
/// <param name="Text">As it was typed.</param>
public sealed record FilterTerm(IReadOnlyList<string> Path, FilterBy By, IReadOnlyList<string> Values, bool IsNot, string Text)
{
    /// <summary>The lower end of a range; null for none.</summary>
    public FilterEnd? From { get; init; }

    /// <summary>The upper end of a range; null for none.</summary>
    public FilterEnd? To { get; init; }

    /// <summary>The keys as they are written: origin.country.</summary>
    public string Name => string.Join('.', Path);
}

/// <summary>An end of a range.</summary>
/// <param name="IsIn">Whether the value itself belongs to it.</param>
public sealed record FilterEnd(string Value, bool IsIn);

/// <summary>What somebody looks for among the items: words, and conditions on anything that is known of an item.</summary>
/// <param name="Words">As they were typed, without the conditions.</param>
public sealed record ItemFilter(string Words, IReadOnlyList<FilterTerm> Terms)
{
    public const int MaxLength = 2_000;

    /// <summary>More nobody types, and each costs.</summary>
    public const int MaxTerms = 20;

    public static ItemFilter None { get; } = new("", []);

    public bool IsEmpty => Words.Length == 0 && Terms.Count == 0;

    /// <summary>Reads the text form: <c>tomato brand:Barilla origin:IT|FR gluten&lt;20 price:2..5 note~ripe has:organic -has:frozen</c>. Values and keys with blanks stand in quotes.</summary>
    /// <exception cref="Refusal">It is too long, or a condition lacks its value.</exception>
    public static ItemFilter Read(string? typed)
    {
        var text = typed ?? "";
        if (text.Length > MaxLength) throw new Refusal("That is too long for a filter: type at most {0} characters.", MaxLength);
        var pieces = FilterPieces.Of(text).ToList();
        var terms = pieces.Where(p => p.Operator >= 0).Select(Term).ToList();
        if (terms.Count > MaxTerms) throw new Refusal("Those are too many conditions: at most {0} at once.", MaxTerms);
        return new(string.Join(' ', pieces.Where(p => p.Operator < 0).Select(p => p.Plain)), terms);
    }

    /// <summary>The same filter without one of its conditions, as text.</summary>
    public string Without(FilterTerm term) => string.Join(' ', Terms.Where(t => t != term).Select(t => t.Text).Prepend(Words).Where(t => t.Length > 0));

    private static FilterTerm Term(FilterPiece piece)
    {
        var isNot = piece.Text[0] == '-';
        var key = piece.Text[(isNot ? 1 : 0)..piece.Operator];
        var sign = piece.Text[piece.Operator];
        var rest = piece.Text[(piece.Operator + 1)..];
        var path = FilterPieces.Split(key, '.').Select(FilterPieces.Unquoted).ToList();
        if (path.Any(p => p.Length == 0)) throw new Refusal("“{0}”: say what “{1}” is about, as in brand:Barilla.", piece.Text, rest);
        if (FilterPieces.Unquoted(rest.TrimStart('=')).Length == 0) throw new Refusal("“{0}” lacks a value: brand:Barilla, gluten<20, has:organic.", piece.Text);
        if (sign is '<' or '>')
        {
            var isIn = rest[0] == '=';
            var end = new FilterEnd(FilterPieces.Unquoted(isIn ? rest[1..] : rest), isIn);
            return new(path, FilterBy.Between, [], isNot, piece.Text) { From = sign == '>' ? end : null, To = sign == '<' ? end : null };
        }
        if (sign == '~') return new(path, FilterBy.Contains, [FilterPieces.Unquoted(rest)], isNot, piece.Text);
        if (path is ["has"]) return new([.. FilterPieces.Split(rest, '.').Select(FilterPieces.Unquoted)], FilterBy.Exists, [], isNot, piece.Text);
        if (rest[0] != '"' && rest.IndexOf("..", StringComparison.Ordinal) is >= 0 and var dots)
        {
            var (from, to) = (FilterPieces.Unquoted(rest[..dots]), FilterPieces.Unquoted(rest[(dots + 2)..]));
            return new(path, FilterBy.Between, [], isNot, piece.Text) { From = from.Length > 0 ? new(from, true) : null, To = to.Length > 0 ? new(to, true) : null };
        }
        return new(path, FilterBy.Is, [.. FilterPieces.Split(rest, '|').Select(FilterPieces.Unquoted).Where(v => v.Length > 0).Distinct()], isNot, piece.Text);
    }
}
