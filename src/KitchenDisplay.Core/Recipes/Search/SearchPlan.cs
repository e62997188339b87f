using KitchenDisplay.Core.Menu;
using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>What is really looked for: each word with its stems, its synonyms, its likely correction, and the end that is still to be typed.</summary>
/// <param name="Clauses">All of them, if there is a recipe with all of them.</param>
/// <param name="None">What no recipe may have, as a tsquery; empty for nothing.</param>
/// <param name="NoneLiterally">What no recipe may have just so: the index's query for it, and the pattern of the words.</param>
/// <param name="NoneHeld">Allergens that no recipe may have or perhaps have.</param>
internal sealed record SearchPlan(IReadOnlyList<SearchClause> Clauses, string None, IReadOnlyList<(string Query, string Pattern)> NoneLiterally, IReadOnlyList<Allergen> NoneHeld, IReadOnlyList<Correction> Corrections, IReadOnlyList<string> Excluded)
{
    private static readonly Dictionary<string, Allergen> allergens = Enum.GetValues<Allergen>().SelectMany(a => new[] { (Word: a.ToString().ToLowerInvariant(), a), (Word: a.ToString().ToLowerInvariant().TrimEnd('s'), a) })
        .Append(("dairy", Allergen.Milk)).Append(("soy", Allergen.Soybeans)).Append(("soya", Allergen.Soybeans)).Append(("wheat", Allergen.Gluten)).DistinctBy(a => a.Item1).ToDictionary(a => a.Item1, a => a.Item2);

    internal bool IsEmpty => Clauses.Count == 0;

    /// <summary>What was typed, mended.</summary>
    internal string Typed => string.Join(' ', Clauses.Select(c => c.Text));

    /// <summary>How many recipes have all words, as far as one can know.</summary>
    internal double Likely { get; private init; }

    /// <summary>How many of those have one in their title.</summary>
    internal double LikelyTitled { get; private init; }

    /// <summary>Whether they are few enough to ask for all of them at once.</summary>
    internal bool IsRare => Likely < Facets.Most;

    /// <summary>Finds what has one of the words that tell most: what only has another is not what was meant, and there would be too many of them.</summary>
    internal string Telling()
    {
        var known = Clauses.Any(c => c.IsKnown) ? Clauses.Where(c => c.IsKnown).ToList() : Clauses;
        return SearchWords.AnyOf(known.Where(c => c.Weight >= known.Max(x => x.Weight) * 0.3).Select(c => c.Query));
    }

    /// <param name="isExact">Whether the words are taken as they were typed, even if nobody has them.</param>
    internal static async Task<SearchPlan> MakeAsync(NpgsqlConnection connection, RecipeCorpus.Known corpus, SearchText text, bool isExact, CancellationToken cancel)
    {
        var words = new SearchWords(corpus);
        var open = text.IsOpen ? text.All[^1][^1].Text : null;
        await words.ResolveAsync(connection, text.All.SelectMany(either => either).Concat(text.None).Select(t => t.Text), open, cancel);
        var corrections = isExact ? [] : Unknown(text.All.SelectMany(either => either)).Where(t => !(t == open && words[t].HasLonger))
            .Select(t => (Typed: t, Meant: corpus.Vocabulary.Nearest(t))).Where(c => c.Meant is not null).ToDictionary(c => c.Typed, c => c.Meant!);
        // What must not be found may be any of the words that were perhaps meant, unless it is one itself: “giner” is ginger, though a German would also say it of gin.
        var perhaps = text.None.Where(t => !t.IsLiteral).Select(t => t.Text).Distinct().Where(t => !words[t].IsWritten && !corpus.Vocabulary.Contains(t)).ToDictionary(t => t, t => corpus.Vocabulary.Near(t).ToList());
        // What is typed to its end is a word of its own, unless a longer one is likelier.
        var endings = open is { Length: > 1 } && !corrections.ContainsKey(open) && corpus.Vocabulary.Longer(open) is { Count: > 0 } longer && corpus.Frequency(words[open].Stems) < longer.Max(corpus.Vocabulary.Frequency) ? longer : [];
        var related = text.All.SelectMany(either => either).Concat(text.None).Where(t => !t.IsLiteral).SelectMany(t => Synonyms(t.Text));
        var meant = corrections.Values.Concat(perhaps.Values.SelectMany(p => p)).ToList();
        await words.ResolveAsync(connection, meant.Concat(related).Concat(endings), null, cancel);
        // Only now the stems of what was meant are known, and so its synonyms.
        await words.ResolveAsync(connection, meant.SelectMany(Synonyms), null, cancel);
        var forms = await words.FormsAsync(connection, text.None.Where(t => !t.IsLiteral).SelectMany(t => Whatever(t.Text)), cancel);
        await words.ResolveAsync(connection, forms.SelectMany(f => f), null, cancel);

        // What says nothing in one of the languages is left out, unless nothing else was typed.
        var telling = text.All.Where(either => either.Any(t => t.IsLiteral || !words[t.Text].IsStop)).ToList();
        var clauses = (telling.Count > 0 ? telling : text.All).Select(either => Clause(either)).Where(c => c.Query.Length > 0).ToList();
        var none = text.None.Where(t => !t.IsLiteral).Select(t => SearchWords.AnyOf(Whatever(t.Text).SelectMany(w => forms[w].Prepend(w)).Select(w => words[w].Query))).ToList();
        return new SearchPlan(clauses, SearchWords.AnyOf(none), [.. text.None.Where(t => t.IsLiteral && words[t.Text].Query.Length > 0).Select(t => (words[t.Text].Query, Literally(t)))],
            [.. text.None.Where(t => !t.IsLiteral).SelectMany(t => Whatever(t.Text)).Where(allergens.ContainsKey).Select(w => allergens[w]).Distinct()],
            [.. corrections.Where(c => text.All.Any(either => either.Any(t => t.Text == c.Key))).Select(c => new Correction(c.Key, c.Value))],
            [.. text.None.Select(Says)])
        {
            Likely = corpus.Size * Together(clauses),
            LikelyTitled = corpus.Size * clauses.Sum(c => c.TitlePart * Together(clauses.Where(other => other != c))),
        };

        SearchClause Clause(IReadOnlyList<SearchTerm> either)
        {
            var queries = either.SelectMany(t => t.IsLiteral ? [words[t.Text].Query] : Wide(t.Text)).ToList();
            var stems = (IReadOnlyList<string>)[.. either.SelectMany(t => words[corrections.GetValueOrDefault(t.Text, t.Text)].Stems.Concat(t.Text == open ? endings.SelectMany(e => words[e].Stems) : []))];
            return new(string.Join(" OR ", either.Select(t => corrections.GetValueOrDefault(t.Text, t.Text))), SearchWords.AnyOf(queries), corpus.Weight(stems), corpus.Frequency(stems), corpus.TitleFrequency(stems), queries.Count > either.Count || either.Any(t => words[corrections.GetValueOrDefault(t.Text, t.Text)] is var word && (word.IsWritten || corpus.IsKnown(word.Text, word.Stems))), either.All(t => t.IsLiteral) ? string.Join('|', either.Select(Literally)) : null);
        }

        IEnumerable<string> Wide(string typed)
        {
            var meant = corrections.GetValueOrDefault(typed, typed);
            yield return words[meant].Query;
            if (typed == open && meant == typed && (endings.Count > 0 || !corpus.IsKnown(typed, words[typed].Stems)))
                foreach (var ending in endings.Select(e => words[e].Query).Prepend(words[typed].Prefix)) yield return ending;
            foreach (var other in Synonyms(meant)) yield return words[other].Query;
        }

        // A minus only ever widens: what was typed, what was perhaps meant, and every other word for either.
        IEnumerable<string> Whatever(string typed) => perhaps.GetValueOrDefault(typed, []).Prepend(typed).SelectMany(word => Synonyms(word).Prepend(word)).Distinct();

        IEnumerable<string> Synonyms(string word) => Keys(words[word]).SelectMany(key => corpus.Synonyms[key]).SelectMany(s => s);

        IEnumerable<string> Unknown(IEnumerable<SearchTerm> terms) =>
            terms.Where(t => !t.IsLiteral).Select(t => t.Text).Distinct().Where(t => words[t] is { IsStop: false, IsWritten: false } word && !corpus.IsKnown(t, word.Stems));

        string Says(SearchTerm term) => term.IsLiteral ? $"“{term.Text}”" : string.Join(", ", Whatever(term.Text));
    }

    // As if words did not care for each other.
    private static double Together(IEnumerable<SearchClause> clauses) => clauses.Aggregate(1d, (part, c) => part * c.Part);

    // Under its stems together, and under each alone for a word that the languages cut differently.
    private static IEnumerable<string> Keys(Word word) => word.Stems.Prepend(string.Join(' ', word.Stems)).Distinct();

    private static string Literally(SearchTerm term) => $@"\m{string.Join(@"[^[:alnum:]]+", term.Words)}\M";
}

/// <summary>Something that is looked for.</summary>
/// <param name="Query">As a tsquery.</param>
/// <param name="Weight">How much it tells.</param>
/// <param name="Part">In which part of the recipes it stands, about; 0 for a rare one.</param>
/// <param name="TitlePart">In which part of their titles, likewise.</param>
/// <param name="IsKnown">Whether some recipe has it.</param>
/// <param name="Pattern">The words just so, as a regular expression; null when their stems are enough.</param>
internal sealed record SearchClause(string Text, string Query, double Weight, double Part, double TitlePart, bool IsKnown, string? Pattern);

/// <summary>A word that no recipe has, and the one that was taken for it.</summary>
public sealed record Correction(string Typed, string Meant);
