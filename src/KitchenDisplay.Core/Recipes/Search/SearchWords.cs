using System.Text.RegularExpressions;
using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>What PostgreSQL makes of words: for each the query that finds it in any language of the recipes.</summary>
/// <param name="known">Whoever types asks for the same words with every letter: what was resolved is kept as long as this is.</param>
internal sealed partial class SearchWords(RecipeCorpus.Known known)
{
    private const string Resolve = """
        select t.n::int, kitchen_query(l.language, t.words)::text, tsvector_to_array(kitchen_vector(l.language, t.words)),
            case when $3::boolean[] is not null and ($3::boolean[])[t.n] then kitchen_prefix(l.language, t.words)::text end,
            exists (select from recipe_words w where w.word = t.words), ($3::boolean[])[t.n] and exists (select from recipe_words w where w.word like t.words || '%')
        from unnest($1::text[]) with ordinality t (words, n), unnest($2::text[]) l (language)
        """;

    // In every language of the recipes, for a word may stand in one of another.
    private const string Forms = """
        select t.word, w.word from unnest($1::text[]) t (word), recipe_words w
        where w.stems && array(select l || ':' || s from unnest($2::text[]) l, unnest(tsvector_to_array(kitchen_vector(l, t.word))) s)
        """;

    private const int Kept = 10_000;

    private readonly Dictionary<string, Word> words = [];

    internal Word this[string text] => words[text];

    /// <summary>Resolves words, or several words together, in one round trip.</summary>
    /// <param name="open">A word that may go on.</param>
    internal async Task ResolveAsync(NpgsqlConnection connection, IEnumerable<string> texts, string? open, CancellationToken cancel)
    {
        foreach (var text in texts.Distinct().Where(t => !words.ContainsKey(t)))
            if (known.Resolved.TryGetValue((text, text == open), out var word)) words[text] = word;
        var wanted = texts.Distinct().Where(t => !words.ContainsKey(t)).ToArray();
        if (wanted.Length == 0) return;
        await using var command = new NpgsqlCommand(Resolve, connection)
        {
            Parameters = { new() { Value = wanted }, new() { Value = known.Languages.ToArray() }, new() { Value = wanted.Select(t => t == open && t.Length > 1 && !t.Contains(' ', StringComparison.Ordinal)).ToArray() } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(int N, string Query, string[] Stems, string? Prefix, bool IsWritten, bool HasLonger)>();
        while (await rows.ReadAsync(cancel)) found.Add((rows.GetInt32(0), rows.GetString(1), rows.GetFieldValue<string[]>(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetBoolean(4), !rows.IsDBNull(5) && rows.GetBoolean(5)));
        foreach (var each in found.GroupBy(f => f.N))
        {
            var (text, first) = (wanted[each.Key - 1], each.First());
            // In one of the languages it says nothing: there nobody would find it.
            var word = words[text] = new(text, AnyOf(each.Select(w => w.Query)), [.. each.SelectMany(w => w.Stems).Distinct()], AnyOf(each.Select(w => w.Prefix)), each.Any(w => w.Query.Length == 0), first.IsWritten, first.HasLonger);
            // One that is in no recipe may be in the next that is saved.
            if (word.IsWritten && known.Resolved.Count < Kept) known.Resolved[(text, text == open)] = word;
        }
    }

    /// <summary>For each word, those of the recipes that are other forms of it in some language.</summary>
    internal async Task<ILookup<string, string>> FormsAsync(NpgsqlConnection connection, IEnumerable<string> texts, CancellationToken cancel)
    {
        var wanted = texts.Distinct().ToArray();
        var forms = new List<(string Word, string Form)>();
        if (wanted.Length == 0) return forms.ToLookup(f => f.Word, f => f.Form);
        await using var command = new NpgsqlCommand(Forms, connection) { Parameters = { new() { Value = wanted }, new() { Value = known.Languages.ToArray() } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) forms.Add((rows.GetString(0), rows.GetString(1)));
        return forms.ToLookup(f => f.Word, f => f.Form);
    }

    /// <summary>One of these queries; empty for none.</summary>
    internal static string AnyOf(IEnumerable<string?> queries) => Join(queries, " | ");

    /// <summary>All of these queries.</summary>
    internal static string AllOf(IEnumerable<string?> queries) => Join(queries, " & ");

    /// <summary>The same query in one field alone.</summary>
    internal static string In(char field, string query) => Lexeme().Replace(query, lexeme => $"{lexeme.Value}{(lexeme.Value.EndsWith('*') ? "" : ":")}{char.ToUpperInvariant(field)}");

    /// <summary>The stems in a query.</summary>
    internal static IEnumerable<string> LexemesOf(string query) => Lexeme().Matches(query).Select(m => m.Value[1..m.Value.LastIndexOf('\'')].Replace("''", "'", StringComparison.Ordinal));

    /// <summary>Of these stems, those that are only beginnings.</summary>
    internal static IEnumerable<string> BeginningsOf(string query) => LexemesOf(string.Join(' ', Lexeme().Matches(query).Select(m => m.Value).Where(lexeme => lexeme.EndsWith('*'))));

    [GeneratedRegex(@"'(?:[^']|'')*'(?::\*)?")]
    private static partial Regex Lexeme();

    private static string Join(IEnumerable<string?> queries, string by)
    {
        var all = queries.Where(q => !string.IsNullOrEmpty(q)).Distinct().ToList();
        return all.Count == 1 ? all[0]! : string.Join(by, all.Select(q => $"({q})"));
    }
}

/// <summary>A word, or several together, for PostgreSQL.</summary>
/// <param name="Query">In the text form of a tsquery; empty for one that no index knows.</param>
/// <param name="Prefix">Finds what begins so.</param>
/// <param name="IsStop">Whether it is too common to be looked for in one of the languages.</param>
/// <param name="IsWritten">Whether it stands in a recipe just so.</param>
/// <param name="HasLonger">Whether a word of a recipe begins so.</param>
internal sealed record Word(string Text, string Query, IReadOnlyList<string> Stems, string Prefix, bool IsStop, bool IsWritten, bool HasLonger);
