using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Scenarios;

/// <summary>One experiment, by its name on the command line.</summary>
internal sealed record Scenario(string Name, string About, Func<LoadOptions, CancellationToken, Task<Report>> RunAsync)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("latency", "From the commit of an order to every screen that shows it, next to a bare NOTIFY.", LatencyScenario.RunAsync),
        new("gap", "Writers of every kind against the bridge's reader: is any change missed?", GapScenario.RunAsync),
        new("wall", "Two hundred open tickets on fifty screens: what a change costs, and how soon it is seen.", WallScenario.RunAsync),
        new("replay", "Ten hours of service in ten minutes before a wall in a real browser: does it hold more and more?", ReplayScenario.RunAsync),
        new("oversell", "More waiters than portions, with voids between and the server killed: is anything sold twice?", OversellScenario.RunAsync),
        new("out", "From the 86 of a dish to twenty tablets on another node.", OutScenario.RunAsync),
        new("safety", "Is anything ever found that must not be in it? Exclusions with slips and synonyms, through three levels of recipes.", SafetyScenario.RunAsync),
        new("relevance", "Is the right recipe at the top? By a cook book's own index, with and without slips, next to the two usual ways.", RelevanceScenario.RunAsync),
        new("search", "The first page of a search among a hundred thousand and a million recipes while others are written, next to the simplest query.", SearchScenario.RunAsync),
        new("inventory", "Items among a million, by any of their names and attributes, while the store moves; next to SQL by hand.", InventoryScenario.RunAsync),
        new("import", "A hundred thousand items come in as a file while waiters order.", ImportScenario.RunAsync),
        new("stock", "A guarded update of the stock beside a million items with their indexes, next to a bare narrow table.", StockScenario.RunAsync),
    ];
}
