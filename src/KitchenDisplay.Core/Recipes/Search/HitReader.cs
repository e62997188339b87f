using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Reads what a page shows of its hits: why each is one, and a marked piece of its text.</summary>
internal sealed class HitReader(NpgsqlConnection connection, SearchPlan plan)
{
    internal async Task<IReadOnlyList<RecipeHit>> ReadAsync(IReadOnlyList<Candidate> page, CancellationToken cancel)
    {
        if (page.Count == 0) return [];
        var (rows, marks) = await RowsAsync([.. page.Select(c => c.Id)], cancel);
        var snippet = new Snippet(marks);
        // Between the reading of the one and the other it may have gone.
        return [.. page.Where(c => rows.ContainsKey(c.Id)).Select(c => Hit(c, rows[c.Id], marks, snippet))];
    }

    private RecipeHit Hit(Candidate one, Row row, Marks marks, Snippet snippet)
    {
        var seen = Seen.Of(one.Facets);
        return new(one.Id, row.Title, !one.IsFull, one.Score, seen.Tags, seen.Cuisine.Length > 0 ? seen.Cuisine : null, seen.Minutes, [.. row.Fields.Select((fields, n) => new Why(plan.Clauses[n].Text, fields))],
            plan.IsEmpty ? "" : marks.Mark(snippet.Of(row.Ingredients, row.Rest)), marks.Mark(row.Title));
    }

    private async Task<(Dictionary<Guid, Row> Rows, Marks Marks)> RowsAsync(Guid[] ids, CancellationToken cancel)
    {
        var (page, forms) = (new NpgsqlBatchCommand(SearchSql.Page(plan)), new NpgsqlBatchCommand(Marks.Forms));
        page.Parameters.ByField(plan).AddWithValue("ids", ids);
        forms.Parameters.AddWithValue("stems", Marks.Stems(plan));
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { page, forms } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var (found, words) = (new Dictionary<Guid, Row>(), new List<(string Stem, string Word)>());
        while (await rows.ReadAsync(cancel)) found[rows.GetGuid(0)] = new(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<string[]>(4));
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel)) words.Add((rows.GetString(0), rows.GetString(1)));
        return (found, new Marks(plan, words.ToLookup(w => w.Stem, w => w.Word)));
    }

    private sealed record Row(string Title, string Ingredients, string Rest, string[] Fields);
}
