using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Tests.Core.Recipes.Exchange;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes;

public sealed class RecipeImportTests : IClassFixture<StoreRoom>, IAsyncDisposable
{
    private readonly StoreRoom store;
    private readonly ServiceProvider services;
    private readonly RecipeImport import;

    public RecipeImportTests(StoreRoom store)
    {
        (this.store, services) = (store, TestKitchen.Provide(store.Kitchen.Connections));
        import = new(services.GetRequiredService<CommandBook>());
    }

    private TestKitchen Kitchen => store.Kitchen;

    private IDbContextFactory<KitchenContext> Contexts => services.GetRequiredService<IDbContextFactory<KitchenContext>>();

    [Fact]
    public async Task The_same_command_writes_once_and_another_one_leaves_out_what_is_here_word_for_word()
    {
        var command = new ImportRecipes(New(), [new(Text("Once")), new(Text("Once more")), new(Text("Once"))]);
        var first = await import.ImportAsync(command, Kitchen.Manager);
        var contents = await Kitchen.ContentsAsync();

        Assert.Equal((2, 1), (first.Recipes.Count, first.Known));
        Assert.Equal(first.Recipes, (await import.ImportAsync(command, Kitchen.Manager)).Recipes);
        Assert.Equal(contents, await Kitchen.ContentsAsync());
        var again = await import.ImportAsync(new(New(), [.. command.Recipes, new(Text("Once") with { Notes = "Otherwise." })]), Kitchen.Manager);
        Assert.Equal((1, 3), (again.Recipes.Count, again.Known));
    }

    [Fact]
    public async Task More_than_a_command_takes_is_refused()
    {
        var many = Enumerable.Range(0, ImportRecipes.Most + 1).Select(i => new ImportedRecipe(Text($"Many {i}"))).ToList();

        await Assert.ThrowsAsync<Refusal>(() => import.ImportAsync(new(New(), many), Kitchen.Manager));
        Assert.Equal(ImportRecipes.Most, (await import.ImportAsync(new(New(), many[1..]), Kitchen.Manager)).Recipes.Count);
    }

    [Fact]
    public async Task A_linked_line_counts_in_the_stock_and_brings_its_allergens()
    {
        var (butter, salt) = (await DeclaredAsync("Butter", Allergen.Milk), await DeclaredAsync("Salt", null));
        var recipe = Text("Linked") with { Yield = 4, YieldUnit = "kg", Ingredients = [new(null, [IngredientParser.Parse($"200 g {butter.Name}"), IngredientParser.Parse($"5-10 g {salt.Name.ToUpperInvariant()}")])] };
        var found = await new LinkTargets(Contexts).FindAsync(recipe.Ingredients[0].Lines.Select(l => l.Name!));
        var lines = recipe.Ingredients[0].Lines.Select((line, index) => found[line.Name!].Take(line, index + 1)).ToList();

        var id = (await import.ImportAsync(new(New(), [new(recipe, lines)]), Kitchen.Manager)).Recipes[0];
        await store.Recipes.SetDishAsync(new(New(), Kitchen.Dish("Fries").Id, id, 2, "kg"), Kitchen.Manager);

        await using var db = await Kitchen.OpenDatabaseAsync();
        Assert.Equal([(1, butter.Id, 200m), (2, salt.Id, 10m)], (await db.Set<RecipeLine>().Where(l => l.RecipeId == id).OrderBy(l => l.Position).ToListAsync()).Select(l => (l.Position, l.ItemId!.Value, l.Quantity)));
        var needs = await db.DishNeeds.Where(n => n.DishId == Kitchen.Dish("Fries").Id).ToDictionaryAsync(n => n.ItemId, n => n.Quantity);
        Assert.Equal((100, 5), (needs[butter.Id], needs[salt.Id]));
        var facts = (await db.Recipes.SingleAsync(r => r.Id == id)).Facts;
        Assert.True(facts.IsLinked);
        Assert.Equal([Allergen.Milk], facts.Holds);
        Assert.Contains(Allergen.Fish, facts.FreeOf);
        Assert.Equal(lines, Assert.Single(await db.RecipeVersions.Where(v => v.RecipeId == id).ToListAsync()).Lines);
    }

    [Fact]
    public async Task A_link_to_what_is_not_there_or_cannot_be_counted_is_refused_and_names_the_recipe()
    {
        var leek = await store.ItemAsync(BaseUnit.Gram);
        var before = await Kitchen.ContentsAsync();

        foreach (var line in new SavedRecipeLine[] { new(leek, null, 2, "stalk", At: 1), new(New(), null, 2, "g", At: 1), new(leek, null, 2, "g", At: 9) })
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => import.ImportAsync(new(New(), [new(Text("Sound")), new(Text("Unsound"), [line])]), Kitchen.Manager));
            Assert.Contains("Unsound", refusal.Message, StringComparison.Ordinal);
        }
        Assert.Equal(before, await Kitchen.ContentsAsync());
    }

    [Fact]
    public async Task Letters_that_the_database_cannot_hold_are_refused_with_a_sentence()
    {
        var texts = new[] { Text("Nul") with { Notes = "a\0b" }, Text("Zero") with { Source = JsonElement.Parse("""{"\u0000":1}""") }, Text("Half") with { Source = JsonElement.Parse("""{"a":["\ud800"]}""") } };

        Assert.All(await new RecipeArrivals(Contexts).CompareAsync(texts), a => Assert.Equal(Standing.Refused, a.Standing));
        foreach (var text in texts[..2])
            Assert.Contains("letters", (await Assert.ThrowsAsync<Refusal>(() => import.ImportAsync(new(New(), [new(text)]), Kitchen.Manager))).Message, StringComparison.Ordinal);
        await import.ImportAsync(new(New(), [new(Text("Written \\u0000 out") with { Source = JsonElement.Parse("""{"a":"\\u0000 \u00e9"}""") })]), Kitchen.Manager);
    }

    [Fact]
    public async Task What_was_read_is_compared_with_what_is_here_and_with_what_was_read_before_it()
    {
        await import.ImportAsync(new(New(), [new(Text("Here")), new(Text("Here (2)") with { Notes = "Second." })]), Kitchen.Manager);

        var arrivals = await new RecipeArrivals(Contexts).CompareAsync(
        [
            Text("Here"), Text("Here") with { Notes = "Second." }, Text("Here") with { Notes = "Third." }, Text("Here") with { Notes = "Third." }, Text("Here") with { Notes = "Fourth." },
            Text("There"), Text("There") with { Notes = "Other." }, Text(" "),
        ]);

        Assert.Equal([(Standing.Here, "Here"), (Standing.Here, "Here"), (Standing.TitleTaken, "Here (3)"), (Standing.Twice, "Here"), (Standing.TitleTaken, "Here (4)"),
            (Standing.New, "There"), (Standing.TitleTaken, "There (2)"), (Standing.Refused, "")], arrivals.Select(a => (a.Standing, a.FreeTitle)));
        Assert.NotEmpty(arrivals[^1].Wrong);
    }

    [SharedDataFact("public-domain-recipes/aelplermagronen.md")]
    public async Task Hundreds_of_real_recipes_come_back_out_of_the_database_as_they_went_in()
    {
        var folder = Path.GetDirectoryName(SharedDataFactAttribute.PathTo("public-domain-recipes/aelplermagronen.md"))!;
        var files = Directory.GetFiles(folder, "*.md").Order().Select(f => (Text: File.ReadAllText(f), Read: RecipeReader.Read(File.ReadAllBytes(f), Path.GetFileName(f)).Single())).ToList();
        Assert.True(files.Count >= 410);

        var ids = (await import.ImportAsync(new(New(), [.. files.Select(f => new ImportedRecipe(f.Read.Recipe!))]), Kitchen.Manager)).Recipes;
        Assert.Equal(files.Count, ids.Count);

        var export = ActivatorUtilities.CreateInstance<RecipeExport>(services, ActivatorUtilities.CreateInstance<KitchenDisplay.Core.Recipes.Search.RecipeSearch>(services, ActivatorUtilities.CreateInstance<KitchenDisplay.Core.Recipes.Search.RecipeCorpus>(services)));
        foreach (var (file, id) in files.Zip(ids))
        {
            var kept = (await export.FindAsync(id))!;
            Assert.Equal(file.Read.Recipe!.Ingredients.SelectMany(g => g.Lines), kept.Ingredients.SelectMany(g => g.Lines));
            Cookbook.Same(file.Read.Recipe with { Title = file.Read.Recipe.Title.Trim() }, kept);
            Assert.Equal(Words(file.Text), Words(MarkdownRecipes.Write(kept)));
        }
        Assert.Equal(files.Count, (await new RecipeArrivals(Contexts).CompareAsync([.. files.Select(f => f.Read.Recipe!)])).Count(a => a.Standing == Standing.Here));
    }

    private async Task<(Guid Id, string Name)> DeclaredAsync(string name, Allergen? holds)
    {
        var (id, full) = (New(), $"{name} {string.Concat(New().ToString("N").Select(c => (char)('a' + (c % 16))))}");
        await store.Recipes.SaveItemAsync(new(New(), id, full, BaseUnit.Gram, [], [.. Enum.GetValues<Allergen>().Select(a => new ItemAllergen(a, null, a == holds ? AllergenState.Contains : AllergenState.Free))]), Kitchen.Manager);
        return (id, full);
    }

    private static RecipeText Text(string title) => Cookbook.Soup with { Title = title };

    // A title loses the blanks around it.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" \"", "\"", StringComparison.Ordinal);

    private static Guid New() => Guid.CreateVersion7();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
