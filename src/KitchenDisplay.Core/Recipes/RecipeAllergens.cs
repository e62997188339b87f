using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Which allergens are in recipes, and by what: by their ingredients, in sub-recipes too, and by equipment that others leave something in. Knows no database.</summary>
/// <param name="recipes">With their lines and texts, every one that is in them, and every one that shares equipment; without circles.</param>
/// <param name="items">Every item that a line names.</param>
/// <param name="shared">The equipment that carries traces from one recipe to the next, as <see cref="SharedEquipment.Read"/> writes it.</param>
public sealed class RecipeAllergens(IEnumerable<Recipe> recipes, IEnumerable<Item> items, IReadOnlySet<string> shared)
{
    private static readonly IReadOnlyDictionary<Allergen, AllergenState> silent = AllergenSum.Worst([]);

    private readonly Dictionary<Guid, Recipe> recipes = recipes.ToDictionary(r => r.Id);
    private readonly Dictionary<Guid, (string Name, IReadOnlyDictionary<Allergen, AllergenState> States)> items =
        items.ToDictionary(i => i.Id, i => (i.Name, AllergenSum.Worst([i.Allergens])));
    private readonly Dictionary<Guid, IReadOnlyList<Source>> known = [];

    /// <summary>Each of the 14 with its worst state.</summary>
    public IReadOnlyDictionary<Allergen, AllergenState> Of(Guid id) => Worst(SourcesOf(id));

    /// <summary>Each of the 14 with what brings it, or leaves it open; the worst first.</summary>
    public IReadOnlyList<CardAllergen> Because(Guid id) => [.. Of(id).OrderBy(a => a.Value).ThenBy(a => a.Key).Select(a =>
        new CardAllergen(a.Key, a.Value, a.Value == AllergenState.Free ? [] : [.. SourcesOf(id).Where(s => s.States[a.Key] == a.Value).Select(s => s.Name).Distinct()]))];

    private IReadOnlyList<Source> SourcesOf(Guid id)
    {
        if (known.TryGetValue(id, out var sources)) return sources;
        var tree = Tree(recipes[id]).DistinctBy(r => r.Id).ToList();
        return known[id] = [.. tree.SelectMany(r => Inside(r, r.Id == id ? null : r.Name)), .. tree.SelectMany(TracesIn)];
    }

    private IEnumerable<Recipe> Tree(Recipe recipe) => recipe.Lines.Select(l => l.SubRecipeId).OfType<Guid>().SelectMany(sub => Tree(recipes[sub])).Prepend(recipe);

    // What the stock does not know is not declared; and nothing is known of what has no ingredients.
    private IEnumerable<Source> Inside(Recipe recipe, string? within)
    {
        var linked = recipe.Lines.Select(l => l.Position).ToHashSet();
        var texts = recipe.Text.Ingredients.SelectMany(g => g.Lines).Where((_, i) => !linked.Contains(i + 1)).Select(l => new Source(Named(l.Text), silent));
        var known = recipe.Lines.Where(l => l.ItemId is not null).Select(l => items[l.ItemId!.Value]).Select(i => new Source(Named(i.Name), i.States));
        return known.Concat(texts).Concat(recipe.Lines.Count == 0 && recipe.Text.Ingredients.All(g => g.Lines.Count == 0) ? [new(recipe.Name, silent)] : []);

        string Named(string name) => within is null ? name : $"{name} ({within})";
    }

    // Only what is in the others themselves: a trace of a trace is none.
    private IEnumerable<Source> TracesIn(Recipe recipe) =>
        from equipment in SharedEquipment.Of(recipe.Text).Where(shared.Contains)
        from other in recipes.Values
        where other.Id != recipe.Id && SharedEquipment.Of(other.Text).Contains(equipment)
        select new Source($"{equipment}: {other.Name}", Worst(Tree(other).SelectMany(r => Inside(r, null))).ToDictionary(a => a.Key, a => a.Value == AllergenState.Contains ? AllergenState.MayContain : a.Value));

    // The states are numbered from the worst.
    private static Dictionary<Allergen, AllergenState> Worst(IEnumerable<Source> sources)
    {
        var all = sources.ToList();
        return Enum.GetValues<Allergen>().ToDictionary(a => a, a => all.Min(s => s.States[a]));
    }

    private sealed record Source(string Name, IReadOnlyDictionary<Allergen, AllergenState> States);
}

/// <summary>What is known of an allergen in a recipe, and by which ingredients.</summary>
public sealed record CardAllergen(Allergen Allergen, AllergenState State, IReadOnlyList<string> Because);
