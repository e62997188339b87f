using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Web.Features.Recipes.Import;

namespace KitchenDisplay.Tests.Web.Features.Recipes;

public sealed class ImportRunTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(400, 16)]
    [InlineData(10_000, 20)]
    public async Task It_goes_in_parts_that_a_command_takes(int recipes, int parts)
    {
        var (run, asked) = (new ImportRun(Entries(recipes)), new List<ImportRecipes>());
        await run.GoAsync(c => Answer(asked, c), () => { });

        Assert.Equal((parts, recipes, true), (asked.Count, run.Done, run.IsDone));
        Assert.All(asked, c => Assert.InRange(c.Recipes.Count, 1, ImportRecipes.Most));
        Assert.Equal(parts, asked.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_part_without_an_answer_is_asked_for_again_under_the_same_number()
    {
        var (run, asked) = (new ImportRun(Entries(60)), new List<ImportRecipes>());
        await Assert.ThrowsAsync<IOException>(() => run.GoAsync(c => Answer(asked, c, fail: asked.Count == 1), () => { }));
        Assert.Equal(25, run.Done);

        await run.GoAsync(c => Answer(asked, c), () => { });

        Assert.Equal((4, 3, 60), (asked.Count, asked.Select(c => c.Id).Distinct().Count(), run.Done));
        Assert.Same(asked[1], asked[2]);
    }

    [Fact]
    public async Task A_second_tap_while_it_goes_asks_for_nothing()
    {
        var (run, asked) = (new ImportRun(Entries(60)), new List<ImportRecipes>());
        await Task.WhenAll(run.GoAsync(c => Answer(asked, c), () => { }), run.GoAsync(c => Answer(asked, c), () => { }));

        Assert.Equal((3, 60), (asked.Count, run.Done));
    }

    [Fact]
    public async Task It_can_be_stopped_between_two_parts_and_what_was_imported_says_so()
    {
        var entries = Entries(60);
        var run = new ImportRun(entries);
        await run.GoAsync(c => Answer([], c), run.Stop);

        Assert.Equal((25, false, 25), (run.Done, run.IsDone, entries.Count(e => e.IsImported)));
        Assert.Equal(35, entries.Count(e => e.IsChosen));
    }

    private static ImportEntry[] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ImportEntry(new RecipeRead("file", new RecipeText($"Recipe {i}"), []), new Arrival(Standing.New, $"Recipe {i}", [])))];

    private static async Task<RecipesImported> Answer(List<ImportRecipes> asked, ImportRecipes command, bool fail = false)
    {
        asked.Add(command);
        await Task.Yield();
        return fail ? throw new IOException() : new([.. command.Recipes.Select(_ => Guid.CreateVersion7())], 0);
    }
}
