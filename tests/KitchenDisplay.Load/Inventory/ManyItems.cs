using System.Globalization;
using CsvHelper;
using KitchenDisplay.Load.Support;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Load.Inventory;

/// <summary>As many items as wanted, on names of real foods with a brand and a pack; each with attributes, some with rare ones.</summary>
internal sealed class ManyItems
{
    private static readonly string[] indexes = ["items_name_key", "items_code_key", "items_category_key", "items_search", "items_attributes", "items_attr_paths", "ix_items_name", "ix_items_code", "ix_items_category"];
    private static readonly string[] countries = ["IT", "FR", "DE", "ES", "US", "GB", "NL", "PL", "GR", "TR"];
    private static readonly string[] packs = ["500 g", "1 kg", "5 kg", "250 ml", "1 l", "10 l", "case of 6", "case of 12"];
    private static readonly string[] syllables = ["bar", "ver", "mon", "tal", "nor", "sal", "qui", "fen", "dor", "lux", "mar", "pel", "tor", "vin", "zen", "gal", "rom", "sil"];

    private readonly List<string> foods;
    private readonly int count;
    private readonly List<string> words;
    private readonly List<Guid> ids = [];

    public ManyItems(string file, int count)
    {
        this.count = count;
        using var csv = CsvReader.FromFile(file);
        var names = new List<string>();
        while (csv.Read()) names.Add(csv.GetString("description"));
        foods = names;
        words = [.. names.SelectMany(n => n.ToLowerInvariant().Split([' ', ',', '(', ')', '/', '-', '%', '.', '\''], StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length is >= 7 and <= 12 && w.All(char.IsAsciiLetterLower)).CountBy(w => w).Where(w => w.Value is >= 2 and <= 40).Select(w => w.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>Some of them.</summary>
    public IReadOnlyList<Guid> Ids => ids;

    public static string Brand(int n) => $"{Title(syllables[n % 18])}{syllables[n / 18 % 18]}{syllables[n / 324 % 18]}";

    public static string RareKey(int n) => $"note_{n}";

    /// <summary>What somebody has typed so far of a name.</summary>
    public string Prefix(int n) => foods[n * 37 % foods.Count].ToLowerInvariant()[..5].Trim().TrimEnd(',');

    /// <summary>A word with two letters swapped, and the word.</summary>
    public (string Typed, string Meant) Slip(int n)
    {
        var word = words[n * 31 % words.Count];
        return ($"{word[..3]}{word[4]}{word[3]}{word[5..]}", word);
    }

    public string Barcode(int n) => Gtin13((n * 9973L) % (count / 2) * 2);

    /// <summary>Adds them by COPY; the indexes are made anew after it, which is faster than row by row.</summary>
    public async Task FillAsync(ThrowAwayKitchen kitchen, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(kitchen.Connections.KitchenOwner) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancel);
        var made = new List<string>();
        foreach (var index in indexes) made.Add((string)(await ScalarAsync($"select indexdef from pg_indexes where indexname = '{index}'"))!);
        foreach (var index in indexes) await ScalarAsync($"drop index {index}");
        var all = new Guid[count];
        await using (var rows = await connection.BeginBinaryImportAsync("copy items (id, name, unit, allergens, attributes, active, code, category, version) from stdin (format binary)", cancel))
        {
            for (var n = 0; n < count; n++) await WriteAsync(rows, all[n] = Guid.CreateVersion7(), n, cancel);
            await rows.CompleteAsync(cancel);
        }
        await using (var rows = await connection.BeginBinaryImportAsync("copy item_barcodes (code, item_id) from stdin (format binary)", cancel))
        {
            for (var n = 0; n < count; n += 2)
            {
                await rows.StartRowAsync(cancel);
                await rows.WriteAsync($"0{Gtin13(n)}", cancel);
                await rows.WriteAsync(all[n], cancel);
            }
            await rows.CompleteAsync(cancel);
        }
        await ScalarAsync("insert into stock (item_id, on_hand, reserved, allow_short, always_strict, is_limiting) select id, 0, 0, true, false, false from items i where not exists (select from stock s where s.item_id = i.id)");
        await ScalarAsync("set maintenance_work_mem = '512MB'");
        foreach (var index in made) await ScalarAsync(index);
        foreach (var table in new[] { "items", "stock", "item_keys", "item_barcodes", "item_words" }) await ScalarAsync($"vacuum analyze {table}");
        ids.AddRange(all.Where((_, n) => n % 97 == 0));

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(cancel);
        }
    }

    private async Task WriteAsync(NpgsqlBinaryImporter rows, Guid id, int n, CancellationToken cancel)
    {
        var brand = Brand((int)(Math.Pow(n * 7919 % 10_007 / 10_007d, 2) * 2_000));
        var attributes = $$"""{"brand": "{{brand}}", "origin": {"country": "{{countries[n * 31 % countries.Length]}}"}, "fat": {{(n * 13 % 1_000 / 10d).ToString(CultureInfo.InvariantCulture)}}{{(n % 5 == 0 ? ", \"organic\": true" : "")}}{{(n % 2_003 < 20 ? $", \"{RareKey(n % 2_003)}\": \"n{n}\"" : "")}}}""";
        await rows.StartRowAsync(cancel);
        await rows.WriteAsync(id, cancel);
        await rows.WriteAsync($"{foods[n % foods.Count]}, {brand} {packs[n / foods.Count % packs.Length]} {n}", cancel);
        await rows.WriteAsync("Gram", cancel);
        await rows.WriteAsync("[]", NpgsqlDbType.Jsonb, cancel);
        await rows.WriteAsync(attributes, NpgsqlDbType.Jsonb, cancel);
        await rows.WriteAsync(true, cancel);
        await rows.WriteAsync($"A{n:0000000}", cancel);
        await rows.WriteAsync($"Category {n % 60}", cancel);
        await rows.WriteAsync(1, cancel);
    }

    private static string Gtin13(long n)
    {
        var body = $"40{n:0000000000}";
        var sum = body.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return $"{body}{(10 - (sum % 10)) % 10}";
    }

    private static string Title(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
