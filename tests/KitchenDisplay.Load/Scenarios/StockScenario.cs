using System.Diagnostics;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>Does it cost a send anything that there are a million items, with all the indexes that people search them by?</summary>
internal static class StockScenario
{
    private const int Items = 1_000_000, QuickItems = 100_000, Clients = 8, Rounds = 6;
    private const double LeastRatio = 0.8;

    private const string Fill = """
        insert into items (id, name, unit, allergens, attributes, active)
            select gen_random_uuid(), 'Item ' || n || ' ' || md5(n::text), 'Gram', '[]', jsonb_build_object('brand', 'Brand ' || n % 500, 'origin', md5((n % 97)::text), 'grade', n % 7), true from generate_series(1, {items}) n;
        insert into stock (item_id, on_hand, reserved, allow_short, always_strict, is_limiting) select id, 1000000, 0, false, false, false from items where name like 'Item %';
        create index on items using gin (attributes jsonb_path_ops);
        create index on items using gin (to_tsvector('simple', name));
        create table bare (item_id uuid primary key, on_hand numeric(14, 4) not null, reserved numeric(14, 4) not null) with (fillfactor = 70);
        insert into bare select item_id, on_hand, reserved from stock;
        vacuum analyze items; vacuum analyze stock; vacuum analyze bare
        """;

    public static async Task<Report> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        await using var kitchen = await ThrowAwayKitchen.OpenAsync(cancel);
        var count = options.Quick ? QuickItems : Items;
        foreach (var statement in Fill.Replace("{items}", $"{count}", StringComparison.Ordinal).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await kitchen.RunAsync(statement, cancel);
        var time = TimeSpan.FromSeconds(options.Quick ? 1 : 4);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(kitchen.Connections.Kitchen) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 });
        var ids = await IdsAsync(source, cancel);
        var (guarded, bare) = (0L, 0L);
        // The one after the other, again and again: whatever else the machine does meets both.
        for (var round = 0; round < Rounds; round++)
        {
            bare += await UpdateAsync(source, "update bare set reserved = reserved + 1 where item_id = $1", ids, time, cancel);
            guarded += await UpdateAsync(source, "update stock set reserved = reserved + 1 where item_id = $1 and (allow_short or reserved + 1 <= on_hand)", ids, time, cancel);
        }
        var seconds = Rounds * time.TotalSeconds;
        var ratio = (double)guarded / bare;
        return new Report("stock")
            .Measure("items", count)
            .Measure("updates_per_s", guarded / seconds)
            .Measure("bare_updates_per_s", bare / seconds)
            .Measure("ratio", ratio)
            .Floor(options.Quick || ratio >= LeastRatio, $"a guarded update runs at less than {LeastRatio} of the rate of a bare one");
    }

    private static async Task<Guid[]> IdsAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select array_agg(item_id) from (select item_id from stock tablesample system (20) limit 50000) s");
        return (Guid[])(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<long> UpdateAsync(NpgsqlDataSource source, string sql, Guid[] ids, TimeSpan time, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<Guid>() } };
            var updates = 0L;
            for (; Stopwatch.GetElapsedTime(began) < time; updates++)
            {
                ((NpgsqlParameter<Guid>)command.Parameters[0]).TypedValue = ids[Random.Shared.Next(ids.Length)];
                await command.ExecuteNonQueryAsync(cancel);
            }
            return updates;
        }));
        return done.Sum();
    }
}
