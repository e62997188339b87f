using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Gives a question its words. Those that it does not ask for are not sent.</summary>
internal static class SearchBinding
{
    internal static NpgsqlParameterCollection For(this NpgsqlParameterCollection parameters, SearchPlan plan, SearchWish wish)
    {
        parameters.Query("all", SearchWords.AllOf(plan.Clauses.Select(c => c.Query)));
        parameters.Query("any", SearchWords.AnyOf(plan.Clauses.Select(c => c.Query)));
        parameters.Query("telling", plan.IsEmpty ? "" : plan.Telling());
        parameters.Query("none", plan.None);
        foreach (var (i, clause) in plan.Clauses.Index())
        {
            parameters.Query($"q{i}", clause.Query);
            if (clause.Pattern is { } pattern) parameters.AddWithValue($"pattern_{i}", pattern);
        }
        foreach (var (i, (query, pattern)) in plan.NoneLiterally.Index())
        {
            parameters.Query($"none_query_{i}", query);
            parameters.AddWithValue($"none_pattern_{i}", pattern);
        }
        parameters.AddWithValue("text", wish.Text?.Trim() ?? "");
        parameters.AddWithValue("typed", plan.Typed);
        parameters.AddWithValue("none_held", plan.NoneHeld.Select(a => a.ToString()).ToArray());
        parameters.AddWithValue("tags", wish.Tags.ToArray());
        parameters.AddWithValue("free_of", wish.FreeOf.Select(a => a.ToString()).ToArray());
        parameters.Add(new("cuisine", NpgsqlDbType.Text) { Value = (object?)wish.Cuisine ?? DBNull.Value });
        parameters.Add(new("course", NpgsqlDbType.Text) { Value = (object?)wish.Course ?? DBNull.Value });
        parameters.Add(new("minutes", NpgsqlDbType.Integer) { Value = (object?)wish.MaxMinutes ?? DBNull.Value });
        parameters.AddWithValue("among", wish.Among?.ToArray() ?? []);
        parameters.Add(new("after", NpgsqlDbType.Uuid) { Value = (object?)wish.After?.Id ?? DBNull.Value });
        return parameters;
    }

    /// <summary>And each word in one of the fields alone.</summary>
    internal static NpgsqlParameterCollection ByField(this NpgsqlParameterCollection parameters, SearchPlan plan)
    {
        foreach (var (i, clause) in plan.Clauses.Index())
            foreach (var field in "abcd") parameters.Query($"{field}{i}", SearchWords.In(field, clause.Query));
        return parameters;
    }

    // Sent without a type, so that PostgreSQL takes it for a tsquery: a text that it has to turn into one would be read anew for every row, and planned without knowing the words.
    private static void Query(this NpgsqlParameterCollection parameters, string name, string query)
    {
        if (query.Length > 0) parameters.Add(new(name, NpgsqlDbType.Unknown) { Value = query });
    }
}
