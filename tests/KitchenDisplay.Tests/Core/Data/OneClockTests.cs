using System.Text.RegularExpressions;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Data;

/// <summary>Every stored time comes from the injected clock: else a service could not be replayed, and two nodes would not agree.</summary>
public sealed partial class OneClockTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    // The one place that asks the database for its time, because it measures it.
    private static readonly string TheMeasurement = Path.Combine("Web", "Live", "KitchenBridge.cs");

    [Fact]
    public void No_source_asks_the_database_or_the_machine_for_the_time()
    {
        var root = Path.Combine(SourceTree.Root, "src");
        var sources = new[] { "KitchenDisplay.Core", Path.Combine("KitchenDisplay.Web", "Live") }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            // How long a server may take to start and stop is no business of the restaurant.
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}LocalPostgres{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();

        Assert.True(sources.Count > 50);
        var offenders = sources.Where(file => AsksForTheTime().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(root, file).Replace("KitchenDisplay.", "", StringComparison.Ordinal));
        Assert.Equal([TheMeasurement], offenders);
    }

    [Fact]
    public async Task No_trigger_and_no_default_in_the_database_does_either()
    {
        var code = await Sql.ScalarAsync<string>(kitchen.Connections.KitchenOwner, """
            select string_agg(source, E'\n') from (
                select prosrc as source from pg_proc where pronamespace = 'public'::regnamespace
                union all select pg_get_expr(adbin, adrelid) from pg_attrdef
                union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                union all select pg_get_viewdef(oid) from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace) everything
            """);

        Assert.Contains("insert into changes", code, StringComparison.Ordinal);
        Assert.Contains("pg_current_xact_id()", code, StringComparison.Ordinal);
        Assert.DoesNotMatch(AsksForTheTime(), code!);
    }

    [GeneratedRegex(@"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b|\bDateTime(Offset)?\.(UtcNow|Now|Today)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForTheTime();
}
