using System.Collections.Concurrent;
using KitchenDisplay.Core.Words;
using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>What a node knows of all recipes together: their words, how common each is, and which mean the same. Read anew once a minute; nothing is found or left out by it alone.</summary>
public sealed class RecipeCorpus(SearchSource source, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), Old = TimeSpan.FromMinutes(5);

    // PostgreSQL gathers the frequencies by itself, of the most common thousands. What is not among them is rare.
    private const string Frequencies = """
        select s.attname = 'title_search', f.word, f.frequency from pg_stats s, lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs[1:cardinality(s.most_common_elems::text::text[])]) as f (word, frequency)
        where s.schemaname = 'public' and s.tablename = 'recipes' and s.attname in ('search', 'title_search')
        """;

    // One look into the index for each, however many recipes there are.
    private const string Languages = "with recursive l as ((select language from recipes order by language limit 1) union all select (select r.language from recipes r where r.language > l.language order by r.language limit 1) from l where l.language is not null) select language from l where language is not null";

    private const string Size = "select greatest(1, reltuples)::float8 from pg_class where oid = 'public.recipes'::regclass";

    private readonly SemaphoreSlim reading = new(1);
    private Known? known;
    private DateTimeOffset readAt;
    private int forgotten;

    private TimeSpan Age => clock.GetUtcNow() - readAt;

    /// <summary>As it was some minutes ago at most. Only the first question after a long time, and one after <see cref="Forget"/>, waits for the reading.</summary>
    internal async Task<Known> ReadAsync(CancellationToken cancel)
    {
        if (known is { } old && Age < Old)
        {
            if (Age >= Fresh && await reading.WaitAsync(0, cancel)) _ = RenewAsync();
            return old;
        }
        await reading.WaitAsync(cancel);
        try
        {
            if (known is { } other && Age < Fresh) return other;
            return await ReadAllAsync(cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            await ReadAllAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
        {
            // The database is away: the older one stays, and the next question tries again.
        }
        finally
        {
            reading.Release();
        }
    }

    // What was forgotten while it was read may have been read before it changed.
    private async Task<Known> ReadAllAsync(CancellationToken cancel)
    {
        var before = Volatile.Read(ref forgotten);
        var read = await QueryAsync(cancel);
        (known, readAt) = (read, before == Volatile.Read(ref forgotten) ? clock.GetUtcNow() : default);
        return read;
    }

    /// <summary>To be read anew with the next question.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        readAt = default;
    }

    public void Dispose() => reading.Dispose();

    private async Task<Known> QueryAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Languages), new(Frequencies), new(Size), new("select word, (select substr(s, 4) from unnest(stems) s where s like 'en:%' limit 1) from recipe_words"),
                new("select s.words, array(select array_to_string(tsvector_to_array(kitchen_vector('en', w)), ' ') from unnest(s.words) w) from synonyms s"),
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var languages = await ListAsync(rows, r => r.GetString(0), cancel);
        var counted = (await ListAsync(rows, r => (IsTitle: r.GetBoolean(0), Word: r.GetString(1), Part: (double)r.GetFloat(2)), cancel)).DistinctBy(f => (f.IsTitle, f.Word)).ToLookup(f => f.IsTitle);
        var frequencies = counted[false].ToDictionary(f => f.Word, f => f.Part);
        var size = (await ListAsync(rows, r => r.GetDouble(0), cancel))[0];
        var words = await ListAsync(rows, r => (Word: r.GetString(0), Stem: r.IsDBNull(1) ? "" : r.GetString(1)), cancel);
        var synonyms = await ListAsync(rows, r => (Words: r.GetFieldValue<string[]>(0), Keys: r.GetFieldValue<string[]>(1)), cancel);
        // A slip in a word that only a synonym of it stands in a recipe is mended as well.
        words.AddRange(synonyms.SelectMany(s => s.Words).Where(w => !w.Contains(' ', StringComparison.Ordinal)).Except(words.Select(w => w.Word)).Select(w => (w, "")));
        // An empty book has no language, but whoever asks it gets an answer.
        return new(languages.Count > 0 ? languages : ["en"], frequencies, counted[true].ToDictionary(f => f.Word, f => f.Part), size, new Vocabulary(words.Select(w => KeyValuePair.Create(w.Word, Math.Max(frequencies.GetValueOrDefault(w.Stem), frequencies.GetValueOrDefault(w.Word))))),
            synonyms.SelectMany(s => s.Words.Zip(s.Keys, (word, key) => (key, Others: s.Words.Where(w => w != word)))).ToLookup(s => s.key, s => s.Others));
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader rows, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        var list = new List<T>();
        while (await rows.ReadAsync(cancel)) list.Add(read(rows));
        await rows.NextResultAsync(cancel);
        return list;
    }

    /// <summary>What is known.</summary>
    /// <param name="Languages">Those of the recipes.</param>
    /// <param name="Frequencies">In which part of the recipes a stem stands.</param>
    /// <param name="TitleFrequencies">And in which part of their titles.</param>
    /// <param name="Size">How many recipes there are, about.</param>
    /// <param name="Synonyms">By the stems of the one, the others.</param>
    internal sealed record Known(IReadOnlyList<string> Languages, Dictionary<string, double> Frequencies, Dictionary<string, double> TitleFrequencies, double Size, Vocabulary Vocabulary, ILookup<string, IEnumerable<string>> Synonyms)
    {
        /// <summary>What was found out of words since this was read, by the word and whether it may go on.</summary>
        internal ConcurrentDictionary<(string Text, bool IsOpen), Word> Resolved { get; } = new();

        // Rarer than the rarest that PostgreSQL has counted.
        private readonly double rare = Frequencies.Count > 0 ? Frequencies.Values.Min() / 2 : 1 / Size;

        /// <summary>How much a word tells, by its most common stem: the logarithm of how few recipes have it.</summary>
        internal double Weight(IEnumerable<string> stems) => Math.Log(1 + (1 / Math.Max(Frequency(stems), rare)));

        /// <summary>In which part of the recipes the most common of them stands; 0 for rare ones.</summary>
        internal double Frequency(IEnumerable<string> stems) => stems.Select(s => Frequencies.GetValueOrDefault(s)).DefaultIfEmpty().Max();

        /// <summary>Likewise in their titles.</summary>
        internal double TitleFrequency(IEnumerable<string> stems) => stems.Select(s => TitleFrequencies.GetValueOrDefault(s)).DefaultIfEmpty().Max();

        internal bool IsKnown(string word, IEnumerable<string> stems) => Vocabulary.Contains(word) || stems.Any(Frequencies.ContainsKey);
    }
}
