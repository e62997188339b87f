using System.Text.Json;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Load.Support;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Load.Search;

/// <summary>As many recipes as wanted, varied from real ones: the title of one with a word of another, ingredients and steps of two.</summary>
internal sealed class ManyRecipes(IReadOnlyList<RecipeText> real, int seed)
{
    private static readonly string[] indexes = ["recipes_found", "recipes_found_8", "recipes_found_64", "recipes_called", "recipes_tags", "recipes_equipment", "recipes_name_like", "recipes_source", "ix_recipes_name"];
    private static readonly string[] tags = ["vegan", "quick", "cheap", "winter", "summer", "festive", "children", "cold", "spicy", "sweet"];
    private static readonly string[] cuisines = ["english", "french", "italian", "indian", "german"];
    private static readonly string[] courses = ["starter", "main", "side", "dessert", "sauce"];

    private static readonly string[] free = ["Milk", "Nuts"];

    private readonly Random random = new(seed);

    /// <summary>Adds them by COPY; the indexes are made anew after it, which is faster than row by row.</summary>
    public async Task FillAsync(ThrowAwayKitchen kitchen, int count, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(kitchen.Connections.KitchenOwner) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancel);
        var made = new List<string>();
        foreach (var index in indexes) made.Add((string)(await ScalarAsync($"select indexdef from pg_indexes where indexname = '{index}'"))!);
        foreach (var index in indexes) await ScalarAsync($"drop index {index}");
        await using (var rows = await connection.BeginBinaryImportAsync("copy recipes (id, name, yield, yield_unit, text, version, changed_at, changed_by, language, ingredient_words, method_words, tag_words, tags, cuisine, course, minutes, free_of, holds, is_linked) from stdin (format binary)", cancel))
        {
            for (var i = 0; i < count; i++) await WriteAsync(rows, cancel);
            await rows.CompleteAsync(cancel);
        }
        await ScalarAsync("set maintenance_work_mem = '512MB'");
        foreach (var index in made) await ScalarAsync(index);
        await ScalarAsync("vacuum analyze recipes");

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(cancel);
        }
    }

    private async Task WriteAsync(NpgsqlBinaryImporter rows, CancellationToken cancel)
    {
        var (one, other) = (real[random.Next(real.Count)], real[random.Next(real.Count)]);
        var title = random.Next(3) == 0 ? $"{one.Title} with {other.Title.Split(' ')[^1]}" : one.Title;
        var chosen = tags.Where(_ => random.Next(5) == 0).ToArray();
        var (cuisine, course) = (cuisines[random.Next(cuisines.Length)], courses[random.Next(courses.Length)]);
        await rows.StartRowAsync(cancel);
        await rows.WriteAsync(Guid.CreateVersion7(), cancel);
        await rows.WriteAsync(title, cancel);
        await rows.WriteAsync(1m, cancel);
        await rows.WriteAsync("piece", cancel);
        await rows.WriteAsync(JsonSerializer.Serialize(new { title }), NpgsqlDbType.Jsonb, cancel);
        await rows.WriteAsync(1, cancel);
        await rows.WriteAsync(DateTime.UnixEpoch, NpgsqlDbType.TimestampTz, cancel);
        await rows.WriteAsync(Guid.Empty, cancel);
        await rows.WriteAsync("en", cancel);
        await rows.WriteAsync(string.Join('\n', Half(one.Ingredients[0].Lines).Concat(Half(other.Ingredients[0].Lines))), cancel);
        await rows.WriteAsync(string.Join(". ", Half(one.Method[0].Steps[0].Text.Split(". ")).Concat(Half(other.Method[0].Steps[0].Text.Split(". ")))), cancel);
        await rows.WriteAsync(string.Join('\n', [.. chosen, cuisine, course]), cancel);
        await rows.WriteAsync(chosen, cancel);
        await rows.WriteAsync(cuisine, cancel);
        await rows.WriteAsync(course, cancel);
        await rows.WriteAsync(random.Next(5, 180), cancel);
        await rows.WriteAsync(random.Next(3) == 0 ? free : [], cancel);
        await rows.WriteAsync(Array.Empty<string>(), cancel);
        await rows.WriteAsync(false, cancel);
    }

    private IEnumerable<string> Half(IReadOnlyList<IngredientLine> lines) => Half([.. lines.Select(l => l.Text)]);

    private IEnumerable<string> Half(IReadOnlyList<string> all) => all.Where(_ => random.Next(3) != 0);
}
