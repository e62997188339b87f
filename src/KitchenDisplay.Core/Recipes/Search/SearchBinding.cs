using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Gives a question its words. Those that it does not ask for are not sent.</summary>
internal static class SearchBinding
{
    internal static NpgsqlCommand For(this NpgsqlCommand command, SearchPlan plan, SearchWish wish)
    {
        command.Query("all", SearchWords.AllOf(plan.Clauses.Select(c => c.Query)));
        command.Query("any", SearchWords.AnyOf(plan.Clauses.Select(c => c.Query)));
        command.Query("telling", plan.IsEmpty ? "" : plan.Telling());
        command.Query("none", plan.None);
        foreach (var (i, clause) in plan.Clauses.Index())
        {
            command.Query($"q{i}", clause.Query);
            if (clause.Pattern is { } pattern) command.Parameters.AddWithValue($"pattern_{i}", pattern);
        }
        foreach (var (i, (query, pattern)) in plan.NoneLiterally.Index())
        {
            command.Query($"none_query_{i}", query);
            command.Parameters.AddWithValue($"none_pattern_{i}", pattern);
        }
        command.Parameters.AddWithValue("typed", plan.Typed);
        command.Parameters.AddWithValue("none_held", plan.NoneHeld.Select(a => a.ToString()).ToArray());
        command.Parameters.AddWithValue("tags", wish.Tags.ToArray());
        command.Parameters.AddWithValue("free_of", wish.FreeOf.Select(a => a.ToString()).ToArray());
        command.Parameters.Add(new("cuisine", NpgsqlDbType.Text) { Value = (object?)wish.Cuisine ?? DBNull.Value });
        command.Parameters.Add(new("course", NpgsqlDbType.Text) { Value = (object?)wish.Course ?? DBNull.Value });
        command.Parameters.Add(new("minutes", NpgsqlDbType.Integer) { Value = (object?)wish.MaxMinutes ?? DBNull.Value });
        command.Parameters.AddWithValue("among", wish.Among?.ToArray() ?? []);
        command.Parameters.Add(new("after", NpgsqlDbType.Uuid) { Value = (object?)wish.After?.Id ?? DBNull.Value });
        return command;
    }

    /// <summary>And each word in one of the fields alone.</summary>
    internal static NpgsqlCommand ByField(this NpgsqlCommand command, SearchPlan plan)
    {
        foreach (var (i, clause) in plan.Clauses.Index())
            foreach (var field in "abcd") command.Query($"{field}{i}", SearchWords.In(field, clause.Query));
        return command;
    }

    // Sent without a type, so that PostgreSQL takes it for a tsquery: a text that it has to turn into one would be read anew for every row, and planned without knowing the words.
    private static void Query(this NpgsqlCommand command, string name, string query)
    {
        if (query.Length > 0) command.Parameters.Add(new(name, NpgsqlDbType.Unknown) { Value = query });
    }
}
