using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Menu;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Finds recipes.</summary>
public sealed class RecipeSearch(NpgsqlDataSource source, RecipeCorpus corpus)
{
    /// <summary>The first page, or the one after a hit.</summary>
    public async Task<SearchResult> FindAsync(SearchWish wish, CancellationToken cancel = default)
    {
        var known = await corpus.ReadAsync(cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var text = SearchText.Read(wish.Text);
        var plan = await SearchPlan.MakeAsync(connection, known, text, wish.IsExact, cancel);
        // Something was typed, and nothing of it is a word.
        if (plan.IsEmpty && text.All.Count > 0) return SearchResult.Nothing(plan);
        var found = await AskAsync(connection, SearchSql.Write(plan, wish), plan, wish, cancel);
        return found.Hits.Count > 0 || plan.IsEmpty || wish.After is not null || plan.Clauses.Any(c => c.Pattern is not null) ? found : await AskAsync(connection, SearchSql.WriteSimilar(plan, wish), plan, wish, cancel);
    }

    private static async Task<SearchResult> AskAsync(NpgsqlConnection connection, string sql, SearchPlan plan, SearchWish wish, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        Bind(command, plan, wish);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var (hits, facets) = (new List<RecipeHit>(), Facets.None);
        while (await rows.ReadAsync(cancel))
        {
            if (hits.Count == 0) facets = (Facets)RootLoader.Read(typeof(Facets), rows.GetString(10));
            hits.Add(Hit(rows, plan));
        }
        return new SearchResult(hits, facets, plan.Corrections, plan.Excluded);
    }

    private static RecipeHit Hit(NpgsqlDataReader rows, SearchPlan plan) => new(
        rows.GetGuid(0), rows.GetString(1), IsPartial: !rows.GetBoolean(2), rows.GetDouble(3), [.. rows.GetFieldValue<string[]>(4)], rows.IsDBNull(5) ? null : rows.GetString(5), rows.IsDBNull(6) ? null : rows.GetInt32(6),
        [.. rows.GetFieldValue<string[]>(7).Select((fields, i) => new Why(plan.Clauses[i].Text, fields))], rows.GetString(8), rows.GetString(9));

    private static void Bind(NpgsqlCommand command, SearchPlan plan, SearchWish wish)
    {
        var total = plan.Clauses.Sum(c => c.Weight) is > 0 and var sum ? sum : 1;
        command.Parameters.AddWithValue("all", SearchWords.AllOf(plan.Clauses.Select(c => c.Query)));
        command.Parameters.AddWithValue("any", SearchWords.AnyOf(plan.Clauses.Select(c => c.Query)));
        command.Parameters.AddWithValue("telling", plan.IsEmpty ? "" : plan.Telling());
        command.Parameters.AddWithValue("queries", plan.Clauses.Select(c => c.Query).ToArray());
        foreach (var field in "abcd") command.Parameters.AddWithValue($"in_{field}", plan.Clauses.Select(c => SearchWords.In(field, c.Query)).ToArray());
        command.Parameters.AddWithValue("weights", plan.Clauses.Select(c => c.Weight / total).ToArray());
        command.Parameters.AddWithValue("typed", string.Join(' ', plan.Clauses.Select(c => c.Text)));
        command.Parameters.AddWithValue("none", plan.None);
        command.Parameters.AddWithValue("none_held", plan.NoneHeld.Select(a => a.ToString()).ToArray());
        foreach (var (clause, i) in plan.Clauses.Select((c, i) => (c, i)).Where(c => c.c.Pattern is not null)) command.Parameters.AddWithValue($"pattern_{i}", clause.Pattern!);
        foreach (var ((query, pattern), i) in plan.NoneLiterally.Select((n, i) => (n, i)))
        {
            command.Parameters.AddWithValue($"none_query_{i}", query);
            command.Parameters.AddWithValue($"none_pattern_{i}", pattern);
        }
        command.Parameters.AddWithValue("tags", wish.Tags.ToArray());
        command.Parameters.AddWithValue("free_of", wish.FreeOf.Select(a => a.ToString()).ToArray());
        command.Parameters.Add(new("cuisine", NpgsqlDbType.Text) { Value = (object?)wish.Cuisine ?? DBNull.Value });
        command.Parameters.Add(new("course", NpgsqlDbType.Text) { Value = (object?)wish.Course ?? DBNull.Value });
        command.Parameters.Add(new("minutes", NpgsqlDbType.Integer) { Value = (object?)wish.MaxMinutes ?? DBNull.Value });
        command.Parameters.AddWithValue("page", wish.PageSize);
        command.Parameters.Add(new("after_full", NpgsqlDbType.Boolean) { Value = wish.After is { } a ? !a.IsPartial : DBNull.Value });
        command.Parameters.Add(new("after_score", NpgsqlDbType.Double) { Value = wish.After is { } b ? b.Score : DBNull.Value });
        command.Parameters.Add(new("after_id", NpgsqlDbType.Uuid) { Value = wish.After is { } c ? c.Id : DBNull.Value });
    }
}

/// <summary>What somebody looks for.</summary>
/// <param name="Text">As it was typed; empty for everything that the filters let through, by title.</param>
public sealed record SearchWish(string? Text)
{
    /// <summary>Whether the words are meant as they were typed.</summary>
    public bool IsExact { get; init; }

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Cuisine { get; init; }
    public string? Course { get; init; }

    /// <summary>Declared to be free of each of them, in every ingredient.</summary>
    public IReadOnlyList<Allergen> FreeOf { get; init; } = [];
    public int? MaxMinutes { get; init; }
    public int PageSize { get; init; } = 20;

    /// <summary>The last hit of the page before.</summary>
    public RecipeHit? After { get; init; }
}

/// <summary>A recipe that was found.</summary>
/// <param name="IsPartial">It has not all of the words.</param>
/// <param name="Snippet">A part of its ingredients and steps, the words that were found between U+0002 and U+0003.</param>
/// <param name="MarkedTitle">Its title, marked in the same way.</param>
public sealed record RecipeHit(Guid Id, string Title, bool IsPartial, double Score, IReadOnlyList<string> Tags, string? Cuisine, int? Minutes, IReadOnlyList<Why> Why, string Snippet, string MarkedTitle);

/// <summary>Where a word was found: A the title, B the ingredients, C tags and notes, D the steps and what is in sub-recipes.</summary>
public sealed record Why(string Word, string Fields);

/// <summary>How many of what was found have what; of the first thousand, when there are more.</summary>
public sealed record Facets(int Found, Dictionary<string, int>? Tags, Dictionary<string, int>? Cuisines, Dictionary<string, int>? Courses, Dictionary<string, int>? FreeOf, Dictionary<string, int>? Minutes)
{
    public static Facets None { get; } = new(0, null, null, null, null, null);

    /// <summary>More than this is not looked at.</summary>
    public const int Most = 1000;

    public bool IsCut => Found >= Most;
}

/// <summary>What was found.</summary>
/// <param name="Corrections">What was taken for words that no recipe has.</param>
/// <param name="Excluded">What no hit has, in every spelling that was left out.</param>
public sealed record SearchResult(IReadOnlyList<RecipeHit> Hits, Facets Facets, IReadOnlyList<Correction> Corrections, IReadOnlyList<string> Excluded)
{
    public static SearchResult Empty { get; } = new([], Facets.None, [], []);

    internal static SearchResult Nothing(SearchPlan plan) => new([], Facets.None, plan.Corrections, plan.Excluded);
}
