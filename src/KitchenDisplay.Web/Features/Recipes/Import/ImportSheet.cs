using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Web.Features.Recipes.Import;

/// <summary>All that was read of files that somebody wants to import.</summary>
public sealed class ImportSheet
{
    /// <summary>What a server can remember for somebody who looks it through.</summary>
    public const int Most = 10_000;

    private readonly List<ImportEntry> entries = [];
    private readonly List<RecipeRead> failures = [];

    public IReadOnlyList<ImportEntry> Entries => entries;

    /// <summary>What was no recipe, each with a sentence about it.</summary>
    public IReadOnlyList<RecipeRead> Failures => failures;

    /// <summary>There was more than can be shown at once.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<ImportEntry> Chosen => [.. entries.Where(e => e.IsChosen)];

    public int Linked => entries.Where(e => e.IsChosen).Sum(e => e.Lines.Count(l => l.Target is not null));

    public int KeptAsText => entries.Where(e => e.IsChosen).Sum(e => e.Lines.Count(l => l.Target is null));

    /// <summary>Puts what was read at the end, and proposes what its ingredients are in the stock: what is called exactly as they are.</summary>
    public async Task AddAsync(IReadOnlyList<RecipeRead> reads, RecipeArrivals arrivals, LinkTargets targets)
    {
        var recipes = reads.Where(r => r.Recipe is not null).Take(Most - entries.Count).ToList();
        var standing = await arrivals.CompareAsync([.. entries.Select(e => e.Read).Concat(recipes).Select(r => r.Recipe!)]);
        var fresh = recipes.Zip(standing.Skip(entries.Count), (read, arrival) => new ImportEntry(read, arrival)).ToList();
        var lines = fresh.SelectMany(e => e.Lines).Where(l => l.Line is { Name: not null, Quantity: not null }).ToList();
        var known = await targets.FindAsync(lines.Select(l => l.Line.Name!));
        foreach (var line in lines)
            if (known.TryGetValue(line.Line.Name!.Trim(), out var target)) line.Offer(target);
        entries.AddRange(fresh);
        failures.AddRange(reads.Where(r => r.Recipe is null));
        IsCut = IsCut || recipes.Count < reads.Count(r => r.Recipe is not null);
    }
}
