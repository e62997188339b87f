using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

/// <summary>Recipes to write and read.</summary>
internal static class Cookbook
{
    private static readonly string[] texts = ["Soup", "Crème brûlée", "a; b, \"c\"", "1. Mix", "- x", "# y", "=1+1", "'s", "name: x", "🍳", "<b>bold</b> & more", "\\n", "{}", "[a](b)", "two\nlines"];

    public static RecipeText Soup { get; } = new("Leek soup")
    {
        Summary = "Thick and green.",
        Author = "Ada",
        Cuisine = "French",
        Course = "starter",
        Difficulty = Difficulty.Easy,
        Tags = ["soup", "winter"],
        Equipment = ["blender"],
        Notes = "Freezes well.\n\nServe with bread.",
        Photo = "/pix/leek.webp",
        PrepMinutes = 10,
        CookMinutes = 80,
        Yield = 4,
        YieldUnit = "servings",
        Ingredients =
        [
            new(null, [Line("1 l water"), Line("3 leeks, sliced")]),
            new("Croutons", [Line("2 slices of bread"), Line("butter")]),
        ],
        Method = [new(null, [new("Boil for 20 minutes.", 20)]), new("Croutons", [new("Roast at 180 °C.", null, 180), new("Scatter:\n- on top\n- or beside")])],
    };

    /// <summary>Recipes with all kinds of texts in every place.</summary>
    public static Gen<RecipeText> Any() =>
        from words in Gen.ArrayOf(Gen.Elements(texts), 12)
        from numbers in Gen.ArrayOf(Gen.Choose(1, 600), 5)
        from absent in Gen.ArrayOf(Gen.Elements(true, false), 5)
        select new RecipeText(words[0])
        {
            Language = absent[0] ? "en" : "de",
            Summary = absent[1] ? null : words[1],
            Author = words[2],
            Difficulty = absent[2] ? null : Difficulty.Hard,
            Tags = [words[3], words[4]],
            Notes = absent[3] ? null : words[5],
            PrepMinutes = absent[4] ? null : numbers[0],
            CookMinutes = numbers[1],
            TotalMinutes = absent[0] ? null : numbers[2],
            Yield = numbers[3] / 4m,
            YieldUnit = "loaves",
            Ingredients = [new(absent[1] ? null : words[6], [Line(words[7]), Line(words[8]) with { Quantity = numbers[4] / 7m }])],
            Method = [new(words[9], [new(words[10], numbers[0] / 3m, numbers[1])])],
        };

    public static IngredientLine Line(string text) => IngredientParser.Parse(text);

    /// <summary>Asserts that two recipes say the same, whatever they were read from.</summary>
    public static void Same(RecipeText expected, RecipeText? actual) => Assert.Equal(Content(expected), Content(actual!));

    public static string Content(RecipeText recipe) => JsonRecipes.Write(recipe with { Source = null });

    public static async IAsyncEnumerable<RecipeText> Each(params RecipeText[] recipes)
    {
        foreach (var recipe in recipes)
        {
            await Task.Yield();
            yield return recipe;
        }
    }
}
