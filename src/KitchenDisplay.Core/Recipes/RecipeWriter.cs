using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Writes a recipe and its version. What follows from it is worked out after it.</summary>
internal static class RecipeWriter
{
    // What no kitchen weighs and no column holds.
    internal const decimal Most = 1_000_000_000;

    /// <summary>Titles of old books are sentences.</summary>
    internal const int MaxTitle = 300;

    internal const int MaxUnit = 60;

    // More than any recipe, and less than the search can take in.
    private const int MaxText = 200_000;

    /// <exception cref="Refusal">Something is missing or wrong, or somebody else has changed it meanwhile.</exception>
    internal static async Task<Recipe> WriteAsync(KitchenContext db, SaveRecipe command, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        if (command.RecipeId == Guid.Empty) throw new Refusal("A recipe without a number cannot be saved. Reload the page and try again.");
        var name = Check(command);
        var names = await MustExistAsync(db, name, command.Lines, cancel);
        if (await db.Recipes.AnyAsync(r => r.Name == name && r.Id != command.RecipeId, cancel)) throw new Refusal("There already is a recipe “{0}”. Choose another name.", name);
        var recipe = await db.Recipes.Include(r => r.Lines).SingleOrDefaultAsync(r => r.Id == command.RecipeId, cancel);
        if (recipe is not null && command.BasedOn is { } based && based != recipe.Version) throw await OverwritesAsync(db, recipe, cancel);
        if (recipe is not null) await KeepAsync(db, recipe, cancel);
        if (recipe is null) db.Add(recipe = new Recipe { Id = command.RecipeId, Name = name, YieldUnit = command.YieldUnit });
        var text = (command.Text ?? Written(recipe.Text, command, names)) with { Title = name };
        (recipe.Name, recipe.Yield, recipe.YieldUnit, recipe.Version, recipe.ChangedAt, recipe.ChangedBy) = (name, command.Yield, command.YieldUnit, recipe.Version + 1, now, actor.PersonId);
        // The source stands in a column of its own, to be asked for what the recipe has no field for.
        if (text.Source is { } source) recipe.Source = source.GetRawText();
        recipe.Text = text with { Source = null };
        db.RemoveRange(recipe.Lines);
        // The old lines have the new ones' keys: they have to go first.
        await db.SaveChangesAsync(cancel);
        recipe.Lines.Clear();
        db.AddRange(Lines(recipe.Id, command.Lines));
        db.Add(new RecipeVersion { RecipeId = recipe.Id, Version = recipe.Version, At = now, PersonId = actor.PersonId, Text = recipe.Text, Lines = command.Lines });
        await RecipeWord.LearnAsync(db, [recipe.Text], cancel);
        return recipe;
    }

    // What came with the house has no versions yet: what it says now is the first one that somebody may want back.
    private static async Task KeepAsync(KitchenContext db, Recipe recipe, CancellationToken cancel)
    {
        if (await db.RecipeVersions.AnyAsync(v => v.RecipeId == recipe.Id && v.Version == recipe.Version, cancel)) return;
        db.Add(new RecipeVersion { RecipeId = recipe.Id, Version = recipe.Version, At = recipe.ChangedAt, PersonId = recipe.ChangedBy, Text = recipe.Text with { Title = recipe.Name, Yield = recipe.Yield, YieldUnit = recipe.YieldUnit }, Lines = RecipeHistory.LinesOf(recipe) });
    }

    /// <summary>The rows of the lines, each at its place.</summary>
    internal static IEnumerable<RecipeLine> Lines(Guid recipe, IReadOnlyList<SavedRecipeLine> lines) =>
        lines.Select((line, index) => new RecipeLine { RecipeId = recipe, Position = line.At ?? index + 1, ItemId = line.ItemId, SubRecipeId = line.SubRecipeId, Quantity = line.Quantity, Unit = line.Unit.Trim(), Usable = line.Usable });

    /// <summary>The names of what the lines name.</summary>
    /// <exception cref="Refusal">Something is not there any more.</exception>
    internal static async Task<IReadOnlyDictionary<Guid, string>> MustExistAsync(KitchenContext db, string what, IEnumerable<SavedRecipeLine> lines, CancellationToken cancel)
    {
        var (itemIds, subIds) = (lines.Select(l => l.ItemId).OfType<Guid>().Distinct().ToArray(), lines.Select(l => l.SubRecipeId).OfType<Guid>().Distinct().ToArray());
        var items = await db.Items.Where(i => itemIds.Contains(i.Id)).Select(i => new { i.Id, i.Name }).ToListAsync(cancel);
        if (items.Count < itemIds.Length) throw new Refusal("{0} names an item that does not exist any more. Choose another one.", what);
        var subs = await db.Recipes.Where(r => subIds.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync(cancel);
        if (subs.Count < subIds.Length) throw new Refusal("{0} names a recipe that does not exist any more. Choose another one.", what);
        return items.Concat(subs).DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Name);
    }

    /// <summary>What it is called.</summary>
    /// <exception cref="Refusal">It is too long, or it has no title.</exception>
    internal static string Title(RecipeText text)
    {
        var title = Name(text.Title);
        if (!StorableText.Is(text)) throw new Refusal("{0} holds letters that do not exist. Take them out, or save the file anew with the encoding UTF-8.", title);
        if (RootLoader.Write(text with { Source = null }).Length > MaxText) throw new Refusal("{0} is too long: a recipe has at most {1} characters.", title, MaxText);
        return title;
    }

    private static string Name(string? name) =>
        name?.Trim() is { Length: > 0 and <= MaxTitle } trimmed && !trimmed.Any(char.IsControl) ? trimmed : throw new Refusal("Give the recipe a name of 1 to {0} characters.", MaxTitle);

    private static string Check(SaveRecipe command)
    {
        var name = command.Text is { } written ? Title(written) : Name(command.Name);
        if (command.Yield is <= 0 or > Most || string.IsNullOrWhiteSpace(command.YieldUnit) || command.YieldUnit.Length > MaxUnit || (command.Text is null && Units.Find(command.YieldUnit) is null)) throw new Refusal("Say how much {0} comes to, in a unit such as kg, l or pc.", name);
        CheckLines(name, command.Lines, command.Text);
        return name;
    }

    /// <exception cref="Refusal">A line has no quantity, is not one thing, or is not at a place of the text.</exception>
    internal static void CheckLines(string name, IReadOnlyList<SavedRecipeLine> lines, RecipeText? text)
    {
        if (lines.Any(l => l.Quantity is <= 0 or > Most || string.IsNullOrWhiteSpace(l.Unit) || l.Usable is <= 0 or > 1)) throw new Refusal("{0}: each ingredient needs a quantity above 0 with its unit, and a usable part up to 100 %.", name);
        if (lines.Any(l => l.ItemId is null == l.SubRecipeId is null)) throw new Refusal("{0}: each ingredient is an item or another recipe.", name);
        if (text is null) return;
        var written = text.Ingredients.Sum(g => g.Lines.Count);
        if (lines.Select((l, i) => l.At ?? i + 1).ToList() is var at && (at.Any(a => a < 1 || a > written) || at.Distinct().Count() < at.Count)) throw new Refusal("{0}: an ingredient that the stock knows is not one of its ingredients. Reload the page and try again.", name);
    }

    private static RecipeText Written(RecipeText text, SaveRecipe command, IReadOnlyDictionary<Guid, string> names) => text with
    {
        Yield = command.Yield,
        YieldUnit = command.YieldUnit,
        Ingredients = [new(null, [.. command.Lines.Select(l => IngredientLine.Of(l.Quantity, l.Unit.Trim(), names[l.ItemId ?? l.SubRecipeId!.Value]))])],
    };

    private static async Task<Refusal> OverwritesAsync(KitchenContext db, Recipe recipe, CancellationToken cancel)
    {
        var who = await db.Set<Person>().Where(p => p.Id == recipe.ChangedBy).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "?";
        var house = await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel);
        return new Refusal("{0} has changed this recipe at {1}, after you opened it. Compare both and save again.", who, (house?.TimeOfDay(recipe.ChangedAt) ?? TimeOnly.FromDateTime(recipe.ChangedAt.UtcDateTime)).ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
