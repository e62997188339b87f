using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Takes recipes in by the hundred. Their ingredients stay text until somebody says which items they are.</summary>
public sealed class RecipeImport(CommandBook book)
{
    public Task<RecipesImported> ImportAsync(ImportRecipes command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, Crew.Office, async (db, now, ct) =>
        {
            if (command.Recipes.Count is 0 or > ImportRecipes.Most) throw new Refusal("Take in 1 to {0} recipes at once.", ImportRecipes.Most);
            var recipes = command.Recipes.Select(text => Read(text, actor, now)).ToList();
            var titles = recipes.Select(r => r.Name).Distinct().ToArray();
            var known = (await db.Recipes.AsNoTracking().Where(r => titles.Contains(r.Name)).Select(r => new { r.Name, r.Text }).ToListAsync(ct)).ToLookup(r => r.Name, r => RootLoader.Write(r.Text));
            var fresh = recipes.Where(r => !known[r.Name].Contains(RootLoader.Write(r.Text))).ToList();
            db.AddRange(fresh);
            db.AddRange(fresh.Select(r => new RecipeVersion { RecipeId = r.Id, Version = r.Version, At = now, PersonId = actor.PersonId, Text = r.Text }));
            await Vocabulary.LearnAsync(db, fresh.Select(r => r.Text), ct);
            return new RecipesImported([.. fresh.Select(r => r.Id)], recipes.Count - fresh.Count);
        }, cancel);

    private static Recipe Read(RecipeText text, Actor actor, DateTimeOffset now)
    {
        var title = RecipeWriter.Title(text);
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
        recipe.Facts = new FactsOf([recipe], [], new([recipe], [], new HashSet<string>())).Of(recipe.Id);
        return recipe;
    }
}
