using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Reads what a page shows of its hits: why each is one, and a marked piece of its text.</summary>
internal sealed class HitReader(NpgsqlConnection connection, SearchPlan plan, SearchWish wish)
{
    internal async Task<IReadOnlyList<RecipeHit>> ReadAsync(IReadOnlyList<Candidate> page, CancellationToken cancel)
    {
        if (page.Count == 0) return [];
        var rows = await RowsAsync([.. page.Select(c => c.Id)], cancel);
        // Between the reading of the one and the other it may have gone.
        var shown = page.Where(c => rows.ContainsKey(c.Id)).ToList();
        var marked = plan.IsEmpty ? [.. shown.SelectMany(c => new[] { "", rows[c.Id].Title })] : await MarkAsync([.. shown.Select(c => rows[c.Id])], cancel);
        return [.. shown.Select((c, i) => new RecipeHit(c.Id, rows[c.Id].Title, !c.IsFull, c.Score, Candidate.Each(c.Tags), c.Cuisine, c.Minutes, [.. rows[c.Id].Fields.Select((fields, n) => new Why(plan.Clauses[n].Text, fields))], marked[2 * i], marked[(2 * i) + 1]))];
    }

    private async Task<Dictionary<Guid, Row>> RowsAsync(Guid[] ids, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(SearchSql.Page(plan), connection).ByField(plan);
        command.Parameters.AddWithValue("ids", ids);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<Guid, Row>();
        while (await rows.ReadAsync(cancel)) found[rows.GetGuid(0)] = new(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetFieldValue<string[]>(5));
        return found;
    }

    // To mark a whole text takes PostgreSQL longer than to find it: it gets only the pieces that are shown.
    private async Task<IReadOnlyList<string>> MarkAsync(IReadOnlyList<Row> shown, CancellationToken cancel)
    {
        var snippet = new Snippet(plan);
        await using var command = new NpgsqlCommand(SearchSql.Mark, connection).For(plan, wish);
        command.Parameters.AddWithValue("languages", shown.SelectMany(r => new[] { r.Language, r.Language }).ToArray());
        command.Parameters.AddWithValue("texts", shown.SelectMany(r => new[] { snippet.Of(r.Ingredients, r.Rest), r.Title }).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var marked = new List<string>();
        while (await rows.ReadAsync(cancel)) marked.Add(rows.GetString(0));
        return marked;
    }

    private sealed record Row(string Title, string Language, string Ingredients, string Rest, string[] Fields);
}
