using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Load.Safety;

/// <summary>Recipes three levels deep, of which it is known for each what is in it: written by one name or another, linked to the stock or only as text.</summary>
public sealed class Pantry(int seed)
{
    private static readonly string[] dishes = ["stew", "pie", "salad", "broth", "tart", "relish", "gratin", "ragout"];

    private readonly Random random = new(seed);
    private readonly Dictionary<Ingredient, Guid> items = Ingredient.All.ToDictionary(i => i, _ => Guid.CreateVersion7());
    private readonly List<Made> all = [];

    public IReadOnlyDictionary<Guid, Made> Recipes => all.ToDictionary(m => m.Id);

    /// <summary>Each item, and of what nobody has said anything.</summary>
    public IEnumerable<SaveItem> Items() => items.Select(i => new SaveItem(Guid.CreateVersion7(), i.Value, $"{i.Key.Names[0]} of the pantry", BaseUnit.Gram, [],
        [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, null, i.Key.Holds.Contains(a) ? AllergenState.Contains : AllergenState.Free)).Where(_ => !IsSilent(i.Key))]));

    /// <summary>Of these nobody has declared anything.</summary>
    public static bool IsSilent(Ingredient ingredient) => ingredient.Names[0] is "venison" or "quince" or "fennel";

    /// <summary>Stocks, sauces of them, and dishes of those.</summary>
    public IEnumerable<SaveRecipe> Write(int each)
    {
        for (var level = 0; level < 3; level++)
        {
            var below = all.ToList();
            for (var n = 0; n < each; n++) yield return Write(level, n, below);
        }
    }

    private SaveRecipe Write(int level, int n, List<Made> below)
    {
        var own = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Ingredient.All[random.Next(Ingredient.All.Count)]).Distinct().ToList();
        var subs = below.Count == 0 ? [] : Enumerable.Range(0, random.Next(0, 3)).Select(_ => below[random.Next(below.Count)]).DistinctBy(s => s.Id).ToList();
        var (texts, lines) = (new List<IngredientLine>(), new List<SavedRecipeLine>());
        var isLinked = subs.All(s => s.IsLinked);
        foreach (var ingredient in own)
        {
            var name = ingredient.Names[random.Next(ingredient.Names.Length)];
            texts.Add(new($"200 g {(random.Next(2) == 0 ? name : ingredient.Plural(name))}"));
            if (random.Next(4) > 0) lines.Add(new(items[ingredient], null, 200, "g", At: texts.Count));
            else isLinked = false;
        }
        foreach (var sub in subs)
        {
            texts.Add(new($"100 g of {sub.Title}"));
            lines.Add(new(null, sub.Id, 100, "g", At: texts.Count));
        }
        // Now and then the title says what is in it; the steps say nothing, and another language stems otherwise.
        var title = $"{(random.Next(3) == 0 ? own[0].Names[0] + " " : "")}{dishes[random.Next(dishes.Length)]} {level}.{n}";
        var made = new Made(Guid.CreateVersion7(), title, [.. own, .. subs.SelectMany(s => s.Inside)], isLinked);
        all.Add(made);
        var text = new RecipeText(title) { Language = random.Next(5) == 0 ? "de" : "en", Yield = 1, YieldUnit = "kg", Ingredients = [new(null, texts)], Method = [new(null, [new("Put together and serve.")])] };
        return new(Guid.CreateVersion7(), made.Id, title, 1, "kg", lines, text);
    }
}

/// <summary>A recipe, and what is in it and in all that is in it.</summary>
/// <param name="IsLinked">Whether the stock knows all of it.</param>
public sealed record Made(Guid Id, string Title, IReadOnlySet<Ingredient> Inside, bool IsLinked)
{
    public Made(Guid id, string title, IEnumerable<Ingredient> inside, bool isLinked) : this(id, title, inside.ToHashSet(), isLinked) { }

    /// <summary>Whether somebody may be told that it is free of it.</summary>
    public bool IsFreeOf(Allergen allergen) => IsLinked && Inside.All(i => !i.Holds.Contains(allergen) && !Pantry.IsSilent(i));
}
