using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Recipes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>Recipes are written: from nothing, by two at once, and back to what they were.</summary>
public sealed class RecipeEditTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_recipe_typed_from_nothing_is_found_and_survives_a_reload_before_it_is_saved()
    {
        var page = await PageAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await GoAsync(page, "recipes");
        await page.GetByRole(AriaRole.Link, new() { Name = "New recipe" }).ClickAsync();
        await Box(page, "title").FillAsync("Quetzal soup of marrow");
        await Box(page, "ingredients").ClickAsync();
        await page.Keyboard.TypeAsync("500 g marrow, peeled and diced\n1 l vegetable stock\n2 cloves garlic");
        await Box(page, "steps").FillAsync("Simmer for 25 minutes.\nBlend.");
        await Expect(page.Locator(".read-line")).ToHaveCountAsync(3);
        await Expect(page.Locator(".read-line").First).ToContainTextAsync("500 g");
        await Expect(page.Locator("[data-timer]")).ToHaveTextAsync("timer 25 min");
        // Every letter is there, however fast it came.
        await Expect(Box(page, "ingredients")).ToHaveValueAsync("500 g marrow, peeled and diced\n1 l vegetable stock\n2 cloves garlic");

        await page.ReloadAsync();
        await page.Locator("[data-resume]").ClickAsync();
        await Expect(Box(page, "title")).ToHaveValueAsync("Quetzal soup of marrow");
        await Expect(page.Locator(".read-line")).ToHaveCountAsync(3);
        await Box(page, "yield").FillAsync("4");
        await page.Locator("[data-save]").ClickAsync();

        await Expect(page.Locator("[data-recipe-card] h1")).ToHaveTextAsync("Quetzal soup of marrow");
        await GoAsync(page, "recipes?q=quetzal");
        await Expect(page.Locator("[data-hit='Quetzal soup of marrow']")).ToBeVisibleAsync();
        await GoAsync(page, "recipes/new");
        await Expect(Box(page, "title")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Two_chefs_write_the_same_recipe_at_once_and_nothing_is_lost()
    {
        var id = Guid.CreateVersion7();
        await Staff.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, "", 4, "servings", [], new RecipeText($"Pilaf {id}")
        {
            Yield = 4,
            YieldUnit = "servings",
            Notes = "As grandmother made it.",
            Ingredients = [new(null, [new("300 g rice"), new("1 onion")])],
            Method = [new(null, [new("Fry the onion."), new("Add the rice.")])],
        }), await Staff.ManagerAsync());
        var (one, other) = (await PageAsync(), await PageAsync());
        foreach (var page in new[] { one, other })
        {
            await GoAsync(page, $"recipes/{id}/edit");
            await Expect(page.Locator(".read-line")).ToHaveCountAsync(2);
        }

        await Box(one, "notes").FillAsync("Rest it under a cloth.");
        await Box(one, "ingredients").FillAsync("350 g rice\n1 onion");
        await one.Locator("[data-save]").ClickAsync();
        await Expect(one.Locator(".recipe-notes")).ToHaveTextAsync("Rest it under a cloth.");

        await Box(other, "steps").FillAsync("Fry the onion.\nAdd the rice.\nSteam for 12 minutes.");
        await other.Locator("[data-save]").ClickAsync();
        var conflict = other.Locator("[data-conflict]");
        await Expect(conflict.Locator("[data-theirs]")).ToContainTextAsync("Rest it under a cloth.");
        await Expect(conflict.Locator("[data-theirs] [data-became='Added']").Filter(new() { HasText = "350 g rice" })).ToContainTextAsync("added");
        await Expect(conflict.Locator("[data-theirs] [data-became='Removed']").Filter(new() { HasText = "300 g rice" })).ToContainTextAsync("removed");
        await Expect(conflict.Locator("[data-mine]")).ToContainTextAsync("Steam for 12 minutes.");
        await Expect(Box(other, "steps")).ToHaveValueAsync("Fry the onion.\nAdd the rice.\nSteam for 12 minutes.");

        await conflict.Locator("[data-take-theirs]").ClickAsync();
        await Expect(Box(other, "notes")).ToHaveValueAsync("Rest it under a cloth.");
        await other.Locator("[data-bring-back]").ClickAsync();
        await Expect(Box(other, "steps")).ToHaveValueAsync("Fry the onion.\nAdd the rice.\nSteam for 12 minutes.");
        await other.Locator("[data-save]").ClickAsync();
        await conflict.Locator("[data-keep-mine]").ClickAsync();

        await Expect(other.Locator(".recipe-method")).ToContainTextAsync("Steam for 12 minutes.");
        await Expect(other.Locator(".recipe-notes")).ToHaveTextAsync("Rest it under a cloth.");
        await Expect(other.Locator(".recipe-ingredients")).ToContainTextAsync("350 g");

        await other.GetByRole(AriaRole.Link, new() { Name = "Versions" }).ClickAsync();
        await Expect(other.Locator("tr[data-version]")).ToHaveCountAsync(3);
        await Expect(other.Locator("[data-compared]")).ToContainTextAsync("Steam for 12 minutes.");
        await other.GetByLabel("Compare version 1", new() { Exact = true }).CheckAsync();
        await Expect(other.Locator("[data-compared] [data-became='Removed']").Filter(new() { HasText = "As grandmother made it." })).ToBeVisibleAsync();
        await other.Locator("[data-go-back='1']").ClickAsync();
        await Expect(other.Locator("tr[data-version]")).ToHaveCountAsync(4);
        await GoAsync(other, $"recipes/{id}");
        await Expect(other.Locator(".recipe-notes")).ToHaveTextAsync("As grandmother made it.");
        await Expect(other.Locator(".recipe-ingredients")).ToContainTextAsync("300 g");
    }

    [Fact]
    public async Task Whoever_leaves_without_saving_is_asked()
    {
        var page = await PageAsync();
        var asked = new TaskCompletionSource<string>();
        page.Dialog += (_, dialog) =>
        {
            _ = dialog.DismissAsync();
            asked.TrySetResult(dialog.Message);
        };
        await GoAsync(page, "recipes/new");
        await Box(page, "title").FillAsync("Half a recipe");
        await Expect(page.Locator("[data-unsaved]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All recipes" }).ClickAsync();

        Assert.Contains("not saved", await asked.Task.WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
        await Expect(Box(page, "title")).ToHaveValueAsync("Half a recipe");
        Assert.EndsWith("recipes/new", page.Url, StringComparison.Ordinal);
    }

    private async Task GoAsync(IPage page, string address) => await page.GotoAsync(new Uri(House.Node.Address, address).ToString());

    private static ILocator Box(IPage page, string field) => page.Locator($"[data-field='{field}']");
}
