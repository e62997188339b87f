using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>How a recipe that was read stands to those that are here.</summary>
public enum Standing
{
    New,

    /// <summary>Word for word in the book.</summary>
    Here,

    /// <summary>Word for word among those that were read before it.</summary>
    Twice,

    /// <summary>There is one with this title that says something else.</summary>
    TitleTaken,

    /// <summary>It cannot be taken in as it is.</summary>
    Refused,
}

/// <summary>A recipe that was read, and how it stands.</summary>
/// <param name="FreeTitle">Its title, with a number where the title is taken.</param>
/// <param name="Wrong">Why it is refused.</param>
public sealed record Arrival(Standing Standing, string FreeTitle, IReadOnlyList<Sentence> Wrong);

/// <summary>Compares recipes that were read with those that are here.</summary>
public sealed class RecipeArrivals(IDbContextFactory<KitchenContext> contexts)
{
    // Nobody keeps more of one title.
    private const int MostNumbers = 20;

    /// <summary>Each in its turn: what stands before it in the list counts as being here.</summary>
    public async Task<IReadOnlyList<Arrival>> CompareAsync(IReadOnlyList<RecipeText> recipes, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var titles = recipes.Select(r => r.Title.Trim()).ToList();
        var known = await ReadAsync(db, titles, cancel);
        var repeated = titles.GroupBy(t => t).Where(g => g.Count() > 1 || known.ContainsKey(g.Key)).SelectMany(g => Numbers.Select(n => Numbered(g.Key, n)));
        var shelf = new Shelf(known.Concat(await ReadAsync(db, repeated, cancel)).DistinctBy(k => k.Key).ToDictionary());
        return [.. recipes.Select(shelf.Put)];
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(2, MostNumbers);

    private static async Task<Dictionary<string, HashSet<string>>> ReadAsync(KitchenContext db, IEnumerable<string> titles, CancellationToken cancel)
    {
        var wanted = titles.Distinct().ToArray();
        var found = await db.Recipes.AsNoTracking().Where(r => wanted.Contains(r.Name)).Select(r => new { r.Name, r.Text }).ToListAsync(cancel);
        return found.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.Select(r => Content(r.Text)).ToHashSet());
    }

    private static string Content(RecipeText text) => RootLoader.Write(text with { Title = "", Source = null });

    private static string Numbered(string title, int number) => $"{title[..Math.Min(title.Length, RecipeWriter.MaxTitle - 6)]} ({number})";

    /// <summary>What is here, and what has been put beside it.</summary>
    private sealed class Shelf(Dictionary<string, HashSet<string>> known)
    {
        private readonly HashSet<(string, string)> read = [];

        public Arrival Put(RecipeText text)
        {
            var title = text.Title.Trim();
            try
            {
                RecipeWriter.Title(text);
            }
            catch (Refusal refusal)
            {
                return new(Standing.Refused, title, refusal.Reasons);
            }
            var content = Content(text);
            if (read.Contains((title, content))) return new(Standing.Twice, title, []);
            if (Numbers.Select(n => Numbered(title, n)).Prepend(title).Any(t => known.TryGetValue(t, out var same) && same.Contains(content))) return new(Standing.Here, title, []);
            read.Add((title, content));
            if (known.TryAdd(title, [])) return new(Standing.New, title, []);
            var number = 2;
            while (!known.TryAdd(Numbered(title, number), [])) number++;
            return new(Standing.TitleTaken, Numbered(title, number), []);
        }
    }
}
