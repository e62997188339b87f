using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Takes recipes in by the hundred. An ingredient of which nobody has said what it is in the stock stays text.</summary>
public sealed class RecipeImport(CommandBook book)
{
    public Task<RecipesImported> ImportAsync(ImportRecipes command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Recipes.Count is 0 or > ImportRecipes.Most) throw new Refusal("Take in 1 to {0} recipes at once.", ImportRecipes.Most);
            if (command.Recipes.Any(r => r.Lines.Count > 0)) await RecipeService.AloneAsync(db, ct);
            var recipes = command.Recipes.Select(imported => (Imported: imported, Recipe: Read(imported, actor, now))).ToList();
            var titles = recipes.Select(r => r.Recipe.Name).Distinct().ToArray();
            var known = (await db.Recipes.AsNoTracking().Where(r => titles.Contains(r.Name)).Select(r => new { r.Name, r.Text }).ToListAsync(ct)).Select(r => (r.Name, RootLoader.Write(r.Text))).ToHashSet();
            // What comes twice in one command is taken in once as well.
            var fresh = recipes.Where(r => known.Add((r.Recipe.Name, RootLoader.Write(r.Recipe.Text)))).ToList();
            await LinkTargets.CheckAsync(db, [.. fresh.Select(r => r.Imported)], ct);
            db.AddRange(fresh.Select(r => r.Recipe));
            db.AddRange(fresh.SelectMany(r => RecipeWriter.Lines(r.Recipe.Id, r.Imported.Lines)));
            db.AddRange(fresh.Select(r => new RecipeVersion { RecipeId = r.Recipe.Id, Version = r.Recipe.Version, At = now, PersonId = actor.PersonId, Text = r.Recipe.Text, Lines = r.Imported.Lines }));
            await RecipeWord.LearnAsync(db, fresh.Select(r => r.Recipe.Text), ct);
            // What has no lines and leaves nothing in what others use is complete as it is.
            var shared = await db.SharedEquipment.Select(e => e.Name).ToListAsync(ct);
            var others = fresh.Where(r => r.Imported.Lines.Count > 0 || r.Recipe.Facts.Equipment.Any(shared.Contains)).Select(r => r.Recipe.Id).ToList();
            if (others.Count > 0) db.AtLast(last => Needs.FollowAsync(db, others, last));
            return new RecipesImported([.. fresh.Select(r => r.Recipe.Id)], recipes.Count - fresh.Count);
        }, cancel);

    private static Recipe Read(ImportedRecipe imported, Actor actor, DateTimeOffset now)
    {
        var text = imported.Text;
        var title = RecipeWriter.Title(text);
        RecipeWriter.CheckLines(title, imported.Lines, text);
        var recipe = new Recipe
        {
            Name = title,
            Yield = text.Yield is > 0 and <= RecipeWriter.Most and { } yield ? yield : 1,
            YieldUnit = text.YieldUnit is { Length: > 0 and <= RecipeWriter.MaxUnit } unit && !string.IsNullOrWhiteSpace(unit) ? unit : "piece",
            Source = text.Source?.GetRawText(),
            Text = text with { Title = title, Source = null },
            Version = 1,
            ChangedAt = now,
            ChangedBy = actor.PersonId,
        };
        // Without its lines: what follows from them is worked out when they are saved.
        recipe.Facts = new FactsOf([recipe], [], new([recipe], [], new HashSet<string>())).Of(recipe.Id);
        return recipe;
    }
}
