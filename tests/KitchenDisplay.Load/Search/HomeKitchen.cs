using Microsoft.Data.Sqlite;
using Npgsql;

namespace KitchenDisplay.Load.Search;

/// <summary>The same recipes in SQLite, as a home kitchen has them: its full text search with stems, best first by bm25, of at most a thousand.</summary>
internal sealed class HomeKitchen : IAsyncDisposable
{
    private const string Ask = """
        with some as materialized (select rowid as row, bm25(recipes, 0, 10, 4, 2, 1) as score from recipes where recipes match $words limit 1000)
        select r.id, r.title from (select row, score from some order by score limit 20) s join recipes r on r.rowid = s.row order by s.score
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kitchendisplay-home-").FullName;
    private readonly SqliteConnection connection;

    private HomeKitchen() => connection = new SqliteConnection($"Data Source={Path.Combine(folder, "recipes.db")};Pooling=False");

    public static async Task<HomeKitchen> CopyAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var home = new HomeKitchen();
        await home.connection.OpenAsync(cancel);
        await home.RunAsync("create virtual table recipes using fts5(id unindexed, title, ingredients, tags, method, tokenize = 'porter unicode61 remove_diacritics 2')", cancel);
        await using var all = source.CreateCommand("select id::text, name, ingredient_words, tag_words, method_words from recipes order by id");
        await using var rows = await all.ExecuteReaderAsync(cancel);
        await using var transaction = (SqliteTransaction)await home.connection.BeginTransactionAsync(cancel);
        await using var insert = home.connection.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction, "insert into recipes values ($0, $1, $2, $3, $4)");
        for (var field = 0; field < 5; field++) insert.Parameters.Add($"${field}", SqliteType.Text);
        while (await rows.ReadAsync(cancel))
        {
            for (var field = 0; field < 5; field++) insert.Parameters[field].Value = rows.GetString(field);
            await insert.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        await home.RunAsync("insert into recipes (recipes) values ('optimize')", cancel);
        return home;
    }

    /// <summary>The first page: all of the words.</summary>
    public IReadOnlyList<Guid> Find(string words)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Ask;
        command.Parameters.AddWithValue("$words", string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\"")));
        using var rows = command.ExecuteReader();
        var ids = new List<Guid>();
        while (rows.Read()) ids.Add(rows.GetGuid(0));
        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
