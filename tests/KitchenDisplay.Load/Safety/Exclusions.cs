using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Load.Relevance;

namespace KitchenDisplay.Load.Safety;

/// <summary>Questions of people who must not have something: by any of its names, with a slip or without, and whatever else they ask for.</summary>
public sealed class Exclusions(int seed)
{
    private static readonly Allergen[] asked = [Allergen.Milk, Allergen.Nuts, Allergen.Fish, Allergen.Gluten, Allergen.Celery];

    private readonly Random random = new(seed);
    private readonly Slips slips = new(seed);

    /// <summary>The next question, and whether a recipe would be a wrong answer to it.</summary>
    public (SearchWish Wish, Func<Made, bool> IsWrong) Next()
    {
        var none = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any()).Distinct().ToList();
        var words = Enumerable.Range(0, random.Next(0, 3)).Select(_ => Typed(Any())).Concat(none.Select(n => $"-{Typed(n)}")).OrderBy(_ => random.Next()).ToList();
        Allergen? held = random.Next(5) == 0 ? asked[random.Next(asked.Length)] : null, free = random.Next(5) == 0 ? asked[random.Next(asked.Length)] : null;
        if (held is { } word) words.Insert(random.Next(words.Count + 1), $"-{word.ToString().ToLowerInvariant()}");
        var wish = new SearchWish(string.Join(random.Next(10) == 0 ? "   " : " ", words)) { FreeOf = free is { } f ? [f] : [], IsExact = random.Next(10) == 0, PageSize = 200 };
        return (wish, made => none.Any(made.Inside.Contains) || (held is { } h && made.IsLinked && made.Inside.Any(i => i.Holds.Contains(h))) || (free is { } must && !made.IsFreeOf(must)));
    }

    private Ingredient Any() => Ingredient.All[random.Next(Ingredient.All.Count)];

    private string Typed(Ingredient ingredient)
    {
        var name = ingredient.Names[random.Next(ingredient.Names.Length)];
        var text = random.Next(3) == 0 ? ingredient.Plural(name) : name;
        return random.Next(6) switch
        {
            // Short words are never mended: too many others are a slip away.
            0 or 1 when name.Length >= 5 => slips.Typo(text) ?? text,
            2 => slips.Accent(text) ?? text,
            3 => text.ToUpperInvariant(),
            _ => text,
        };
    }
}
