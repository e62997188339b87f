using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Words;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>A word that stands in some recipe, as it is written there but in small letters without accents: what a typing error is mended by.</summary>
public sealed class RecipeWord
{
    public required string Word { get; init; }

    /// <summary>Takes in the words of recipes.</summary>
    internal static async Task LearnAsync(KitchenContext db, IEnumerable<RecipeText> texts, CancellationToken cancel)
    {
        var words = texts.SelectMany(text => new[] { text.Title, text.Summary, text.Notes, text.Cuisine, text.Course }.Concat(text.Tags).Concat(text.Equipment)
            .Concat(text.Ingredients.SelectMany(g => g.Lines.Select(l => l.Text))).Concat(text.Method.SelectMany(s => s.Steps.Select(step => step.Text))))
            .SelectMany(Folding.Words).Where(w => w.Length is >= 3 and <= Vocabulary.Longest && w.All(char.IsLetter)).Distinct().Order(StringComparer.Ordinal).ToArray();
        await db.Database.ExecuteSqlAsync($"insert into recipe_words (word) select w from unnest({words}) w where not exists (select from recipe_words k where k.word = w) on conflict do nothing", cancel);
    }
}

/// <summary>Words for the same thing: whoever looks for one finds the others. A chef edits them.</summary>
public sealed class Synonym
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Words, or several words together, in small letters.</summary>
    public required string[] Words { get; set; }
}
