using System.Globalization;
using System.Text.Json;
using CsvHelper;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Relevance;

/// <summary>A cook book that somebody else has written, with that book's own index: which entry stands for which recipes.</summary>
internal sealed class CookBook(IReadOnlyList<RecipeText> recipes, IReadOnlyList<IndexEntry> index)
{
    public IReadOnlyList<RecipeText> Recipes { get; } = recipes;
    public IReadOnlyList<IndexEntry> Index { get; } = index;

    /// <summary>Reads the recipes, a JSON object with number, title, ingredients and method a line; and the entries, a CSV of query and recipe_numbers.</summary>
    /// <exception cref="FileNotFoundException">One of the two is not there.</exception>
    public static CookBook Read(LoadOptions options)
    {
        var recipes = File.ReadLines(options.File("corpus", "beeton-recipes.jsonl")).Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!).Select(line => new RecipeText(line.Title)
        {
            Ingredients = [new(null, [.. line.Ingredients.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => new IngredientLine(l))])],
            Method = [new(null, [new(line.Method)])],
            Source = JsonSerializer.SerializeToElement(new { number = line.Number }),
        }).ToList();
        using var csv = CsvReader.FromFile(options.File("queries", "beeton-queries.csv"));
        var index = new List<IndexEntry>();
        while (csv.Read())
            index.Add(new(csv.GetString("query"), csv.GetString("recipe_numbers").Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToHashSet()));
        return new(recipes, index);
    }

    /// <summary>Puts these recipes, and no others, into a kitchen's book.</summary>
    public static async Task FillAsync(ThrowAwayKitchen kitchen, KitchenNode node, IReadOnlyList<RecipeText> recipes, CancellationToken cancel)
    {
        await kitchen.RunAsync("truncate modifier_needs, modifier_items, dish_needs, recipe_lines, recipe_versions, recipe_words; update dishes set recipe_id = null, portion = null, portion_unit = null; delete from recipes", cancel);
        var chef = node.Board.Snapshot.All<Person>().First(p => p.Roles.Contains(Role.Manager)).Acting();
        foreach (var some in recipes.Chunk(ImportRecipes.Most))
            await node.CallAsync((RecipeImport import) => import.ImportAsync(new(Guid.CreateVersion7(), [.. some.Select(text => new ImportedRecipe(text))]), chef, cancel));
        await kitchen.RunAsync("vacuum analyze recipes", cancel);
    }

    /// <summary>The number of each recipe in the book, by its id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> NumbersAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select id, (source->>'number')::int from recipes");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var numbers = new Dictionary<Guid, int>();
        while (await rows.ReadAsync(cancel)) numbers[rows.GetGuid(0)] = rows.GetInt32(1);
        return numbers;
    }

    private sealed record Line(int Number, string Title, string Ingredients, string Method);
}

/// <summary>An entry of the index, and the recipes that its author meant.</summary>
internal sealed record IndexEntry(string Query, IReadOnlySet<int> Numbers);
