using System.Text.RegularExpressions;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

/// <summary>Hundreds of recipes that many people wrote in their own ways.</summary>
public sealed partial class PublicDomainRecipesTests
{
    private const string OneFile = "public-domain-recipes/aelplermagronen.md";
    private static readonly Lazy<List<(string Name, string Text, RecipeRead Read)>> all = new(() =>
        [.. Directory.GetFiles(Path.GetDirectoryName(SharedDataFactAttribute.PathTo(OneFile))!, "*.md").Order().Select(f => (Path.GetFileName(f), File.ReadAllText(f))).Select(f => (f.Item1, f.Item2, MarkdownRecipes.Read(f.Item2, f.Item1)))]);

    [SharedDataFact(OneFile)]
    public void Every_file_is_a_recipe_with_ingredients_and_steps()
    {
        Assert.True(all.Value.Count >= 410);
        Assert.All(all.Value, file => Assert.True(file.Read.Recipe is { Ingredients.Count: > 0, Method.Count: > 0, Tags.Count: > 0 }, file.Name));
    }

    [SharedDataFact(OneFile)]
    public void No_entry_of_a_list_of_ingredients_is_lost()
    {
        foreach (var (name, text, read) in all.Value)
        {
            var section = IngredientSection().Match(text.ReplaceLineEndings("\n")).Groups["section"].Value;
            var entries = Entry().Matches(section).Select(m => Blanks().Replace(m.Groups["text"].Value, " ").Trim()).ToList();
            var kept = read.Recipe!.Ingredients.SelectMany(g => g.Lines.Select(l => l.Text).Append(g.Name ?? "")).Select(t => Blanks().Replace(t, " ")).ToList();
            Assert.All(entries, entry => Assert.True(kept.Any(k => k.StartsWith(entry, StringComparison.Ordinal)) || kept.Contains(entry.TrimEnd(':')), $"{name}: {entry}"));
        }
    }

    [SharedDataFact(OneFile)]
    public void Written_back_each_is_as_it_was() =>
        Assert.All(all.Value, file => Assert.Equal(Words(file.Text), Words(MarkdownRecipes.Write(file.Read.Recipe!))));

    [SharedDataFact(OneFile)]
    public void Written_anew_each_says_the_same() => Assert.All(all.Value, file =>
        Cookbook.Same(file.Read.Recipe!, MarkdownRecipes.Read(MarkdownRecipes.Write(file.Read.Recipe! with { Source = null }), file.Name).Recipe));

    [SharedDataFact(OneFile)]
    public void One_changed_title_changes_nothing_else() => Assert.All(all.Value, file =>
    {
        var changed = MarkdownRecipes.Write(file.Read.Recipe! with { Title = "Anew" });
        Assert.Equal("Anew", MarkdownRecipes.Read(changed, file.Name).Recipe!.Title);
        Assert.Equal(Words(Title().Replace(file.Text, "", 1)), Words(Title().Replace(changed, "", 1)));
    });

    [SharedDataFact(OneFile)]
    public void Through_every_other_format_the_ingredients_come_back() => Assert.All(all.Value, file =>
    {
        var recipe = file.Read.Recipe! with { Source = null };
        Cookbook.Same(recipe, Assert.Single(JsonRecipes.Read(JsonRecipes.Write(recipe), file.Name)).Recipe);
        var throughPage = Assert.Single(JsonLdRecipes.Read(JsonLdRecipes.Write(recipe), file.Name)).Recipe!;
        Assert.Equal(Steps(recipe).Select(PlainText.OfHtml), Steps(throughPage));
    });

    [SharedDataFact(OneFile)]
    public void Nearly_all_lines_are_understood_and_the_rest_is_kept_as_text()
    {
        var lines = all.Value.SelectMany(f => f.Read.Recipe!.Ingredients).SelectMany(g => g.Lines).ToList();
        Assert.InRange(lines.Count, 3300, 3500);
        Assert.InRange(lines.Count(l => l.Confidence == 0), 1, lines.Count / 50);
        Assert.True(lines.Count(l => l.Confidence >= 0.8) > lines.Count * 0.9);
        Assert.True(lines.Count(l => l.Quantity is not null) > lines.Count * 0.65);
        Assert.All(lines.Where(l => l.Confidence == 0), l => Assert.Equal(new IngredientLine(l.Text), l));
    }

    private static IEnumerable<string> Steps(RecipeText recipe) => recipe.Method.SelectMany(s => s.Steps.Select(t => t.Text));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^## Ingredients *\n(?<section>(?:(?!## ).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex IngredientSection();

    [GeneratedRegex(@"^\s*[-*][ \t]+(?<text>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^title:.*\n", RegexOptions.Multiline)]
    private static partial Regex Title();
}
