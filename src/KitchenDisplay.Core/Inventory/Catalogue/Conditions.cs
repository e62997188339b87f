using System.Globalization;
using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Words;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>A filter in SQL over items, or over their sample, called i.</summary>
/// <param name="census">What is known of the data: how a value is really written, and how common it is.</param>
/// <param name="promoted">What can be compared by a range.</param>
internal sealed class Conditions(ItemCensus.Known census, IReadOnlyList<Promotion> promoted)
{
    // Words: which ones all that is found has; nothing when it asks for words itself, null when it has none.
    private readonly List<(string Sql, double Share, bool IsKnown, string? Words)> all = [];

    internal List<NpgsqlParameter> Parameters { get; } = [];

    /// <summary>The part of all items that it lets through, as far as one can know.</summary>
    internal double Share => all.Aggregate(1d, (share, c) => share * c.Share);

    internal bool IsEmpty => all.Count == 0;

    /// <summary>Words that no item has, each with the one that was taken for it.</summary>
    internal List<(string Typed, string Meant)> Corrections { get; } = [];

    /// <summary>For a search through their indexes.</summary>
    internal string Indexed => All(c => c.Sql);

    /// <summary>For a walk in the list's order: PostgreSQL, which knows little of what is in JSON, shall not gather half of the table first. Of a promoted attribute it knows enough.</summary>
    internal string Walked => All(c => c.IsKnown ? c.Sql : $"({c.Sql}) is true");

    internal Conditions Add(ItemFilter filter)
    {
        AddWords(filter.Words);
        foreach (var term in filter.Terms) Add(term);
        return this;
    }

    /// <summary>Puts a value into the statement.</summary>
    internal string Value(object value, NpgsqlDbType type = NpgsqlDbType.Unknown)
    {
        Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return $"${Parameters.Count}";
    }

    /// <summary>For a search through the words that whatever is looked for has: PostgreSQL knows how common they are, and brings them together with a range of the list. Null when nothing that is looked for has words.</summary>
    internal string? Worded() => all.Exists(c => c.Words is not null) ? All(c => c.Words switch
    {
        null => $"({c.Sql}) is true",
        "" => c.Sql,
        var words => $"({c.Sql}) is true and i.search @@ {Value(words)}::tsquery",
    }) : null;

    private string All(Func<(string Sql, double Share, bool IsKnown, string? Words), string> each) => all.Count == 0 ? "true" : string.Join(" and ", all.Select(each));

    private void AddWords(string words)
    {
        foreach (var word in Folding.Words(words).Distinct().Take(ItemFilter.MaxTerms))
        {
            var meant = census.Vocabulary.Contains(word) || census.Vocabulary.Longer(word).Count > 0 ? word : census.Vocabulary.Nearest(word) ?? word;
            if (meant != word) Corrections.Add((word, meant));
            all.Add(($"i.search @@ {Value(Beginning(meant))}::tsquery", census.Beginning(meant), false, ""));
        }
    }

    private void Add(FilterTerm term)
    {
        var (sql, share) = term switch
        {
            { By: FilterBy.Is, Path: [KnownFields.Category] } => ($"lower(i.category) = any({Lower(term.Values)})", term.Values.Sum(census.Category)),
            { By: FilterBy.Is, Path: [KnownFields.Code] } => ($"lower(i.code) = any({Lower(term.Values)})", 0),
            { By: FilterBy.Is, Path: [KnownFields.Barcode] } => ($"exists (select from item_barcodes b where b.item_id = i.id and b.code = any({Value(term.Values.Select(Gtin.Tidy).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)}))", 0),
            { By: FilterBy.Is, Path: [KnownFields.Place] } => ($"exists (select from stock_lots l join places p on p.id = l.place_id where l.item_id = i.id and l.on_hand > 0 and lower(p.name) = any({Lower(term.Values)}))", 0.5),
            { By: FilterBy.Is, Path: [KnownFields.Supplier] } => ($"exists (select from offers o join suppliers p on p.id = o.supplier_id where o.item_id = i.id and o.active and lower(p.name) = any({Lower(term.Values)}))", 0.5),
            { By: FilterBy.Is, Path: [KnownFields.State] } => ($"({string.Join(" or ", term.Values.Select(State))})", 0.5),
            { By: FilterBy.Exists } => ($"i.attr_paths @> array[{Value(term.Name, NpgsqlDbType.Text)}]", census.Path(term.Name)),
            { By: FilterBy.Contains } => Contains(term),
            { By: FilterBy.Between } => Between(term),
            _ => Is(term),
        };
        all.Add(term.IsNot ? ($"not coalesce({sql}, false)", 1 - share, false, null) : (sql, Math.Clamp(share, 0, 1), term.By == FilterBy.Between, WordsOf(term)));
    }

    // All that is found has the words of a text that is written in its attributes; a number or a truth has none.
    private string? WordsOf(FilterTerm term)
    {
        if (term.By != FilterBy.Is || (term.Path is [var only] && KnownFields.All.Contains(only))) return null;
        if (term.Values.Select(value => census.Written(term.Name, value)).Any(written => written.Count == 0 || written.Any(v => !v.IsText))) return null;
        var each = term.Values.Select(value => string.Join(" & ", Folding.Words(value).Select(Lexeme))).ToList();
        return each.Contains("") ? null : string.Join(" | ", each);
    }

    // What is common is known as it is written; what is rare is found by its words, and then looked at.
    private (string Sql, double Share) Is(FilterTerm term)
    {
        var (alternatives, share) = (new List<string>(), 0d);
        foreach (var value in term.Values)
        {
            var written = census.Written(term.Name, value);
            share += written.Sum(w => w.Share);
            alternatives.AddRange(Exactly(term.Path, written.Select(w => w.Json)).Select(path => $"i.attributes @@ {Value(path)}::jsonpath"));
            if (written.Count == 0 && Folding.Words(value).ToList() is { Count: > 0 } words)
                alternatives.Add($"(i.search @@ {Value(string.Join(" & ", words.Select(w => Lexeme(w))))}::tsquery and exists (select from jsonb_path_query(i.attributes, {Value(JsonPath(term.Path))}::jsonpath) v where kitchen_folded(v #>> '{{}}') = kitchen_folded({Value(value, NpgsqlDbType.Text)})))");
            if (written.Count == 0) alternatives.AddRange(Exactly(term.Path, Literals(value)).Select(path => $"i.attributes @@ {Value(path)}::jsonpath"));
        }
        return ($"({string.Join(" or ", alternatives.DefaultIfEmpty("false"))})", share);
    }

    private (string Sql, double Share) Contains(FilterTerm term)
    {
        var part = string.Join(' ', Folding.Words(term.Values[0]));
        var like = $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        var longest = part.Split(' ').MaxBy(w => w.Length)!;
        if (longest.Length == 0) throw new Refusal("“{0}”: type a letter or a digit that it should contain.", term.Text);
        var words = census.Vocabulary.With(longest, 200).Select(w => Lexeme(w)).Prepend(Beginning(longest));
        return ($"(i.search @@ {Value(string.Join(" | ", words))}::tsquery and exists (select from jsonb_path_query(i.attributes, {Value(JsonPath(term.Path))}::jsonpath) v where kitchen_folded(v #>> '{{}}') like {Value(like, NpgsqlDbType.Text)}))", Math.Min(census.Path(term.Name), census.Vocabulary.With(longest, 200).Sum(census.Vocabulary.Frequency)));
    }

    private (string Sql, double Share) Between(FilterTerm term)
    {
        var attribute = promoted.FirstOrDefault(p => p.Name == term.Name && p.State == PromotionState.Ready) ?? throw new Refusal("“{0}”: promote {1} first, then items can be found by a range of it.", term.Text, term.Name);
        var ends = new List<string>();
        if (term.From is { } from) ends.Add($"{attribute.Expression} {(from.IsIn ? ">=" : ">")} {End(attribute, term, from)}");
        if (term.To is { } to) ends.Add($"{attribute.Expression} {(to.IsIn ? "<=" : "<")} {End(attribute, term, to)}");
        return ($"({string.Join(" and ", ends.DefaultIfEmpty("true"))})", census.Path(term.Name) * 0.3);
    }

    private string End(Promotion attribute, FilterTerm term, FilterEnd end)
    {
        if (attribute.Kind == AttributeKind.Text) return $"kitchen_folded({Value(end.Value, NpgsqlDbType.Text)})";
        return double.TryParse(end.Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Value(number, NpgsqlDbType.Double) : throw new Refusal("“{0}”: {1} is a number; “{2}” is none.", term.Text, attribute.Name, end.Value);
    }

    private string Lower(IEnumerable<string> values) => Value(values.Select(v => v.ToLowerInvariant()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static string State(string value) => value.ToLowerInvariant() switch
    {
        KnownFields.Bought => "i.active",
        KnownFields.NotBought => "not i.active",
        KnownFields.InStock => "exists (select from stock s where s.item_id = i.id and s.on_hand > 0)",
        KnownFields.RunsShort => "exists (select from stock s where s.item_id = i.id and s.short_at is not null)",
        KnownFields.Strict => "exists (select from stock s where s.item_id = i.id and not s.allow_short)",
        KnownFields.NearlyOut => "exists (select from stock s join items n on n.id = s.item_id where s.item_id = i.id and s.on_hand - s.reserved <= n.nearly_out_at)",
        var other => throw new Refusal("An item is not “{0}”. It can be: {1}.", other, string.Join(", ", KnownFields.States)),
    };

    private static IEnumerable<string> Literals(string value)
    {
        yield return JsonSerializer.Serialize(value);
        if (decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) yield return number.ToString(CultureInfo.InvariantCulture);
        if (bool.TryParse(value, out var truth)) yield return truth ? "true" : "false";
    }

    // One that is in a list is found as well: a path passes through arrays by itself.
    private static IEnumerable<string> Exactly(IReadOnlyList<string> path, IEnumerable<string> literals) => literals.Distinct().Select(literal => $"{JsonPath(path)} == {literal}");

    private static string JsonPath(IEnumerable<string> path) => $"${string.Concat(path.Select(p => $".{JsonSerializer.Serialize(p)}"))}";

    private static string Lexeme(string word) => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Beginning(string word) => $"{Lexeme(word)}:*";
}
