using System.Text;
using Deque.AxeCore.Playwright;
using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Inventory;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>Recipes come in as files, are looked through, found, cooked by, printed and taken away again.</summary>
public sealed class RecipeImportTests(House house) : Flow(house)
{
    private const string Markdown = """
        # Potage of quillon

        ## Ingredients

        - 300 g quillon roots, peeled
        - 2 cups water
        - Whatever 3 or 4 of the 12 neighbours brought for 7 of 9 days

        ## Directions

        1. Simmer for 20 minutes.
        """;

    private const string JsonLd = """
        {
          "@context": "https://schema.org", "@type": "Recipe", "name": "Tart of quillon", "recipeYield": "8 slices", "x-cellar": "keep me",
          "recipeIngredient": ["250 g flour", "125 g butter"],
          "recipeInstructions": [
            { "@type": "HowToSection", "name": "Dough", "itemListElement": [{ "@type": "HowToStep", "text": "Knead and rest for 30 minutes." }] },
            { "@type": "HowToSection", "name": "Filling", "itemListElement": [{ "@type": "HowToStep", "text": "Fill and bake at 180 °C." }] }
          ]
        }
        """;

    [Fact]
    public async Task Two_files_are_looked_through_imported_found_cooked_by_and_taken_away_again()
    {
        await Staff.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Quillon roots", BaseUnit.Gram, [], []), await Staff.ManagerAsync());
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "recipes").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();
        await ChooseFilesAsync(page, "#import-files", File("potage.md", Markdown), File("tart.jsonld", JsonLd), File("letter.txt", "Dear neighbour"));

        await Expect(page.Locator("[data-import-recipe]")).ToHaveCountAsync(2);
        await Expect(page.Locator(".import-failed")).ToContainTextAsync("letter.txt");
        await Expect(page.Locator("[data-links]")).ToContainTextAsync("2 lines linked, 3 kept as text");
        var potage = page.Locator("[data-import-recipe='Potage of quillon']");
        await potage.Locator(".import-open").ClickAsync();
        await Expect(potage.Locator("[data-understood=NotAtAll]")).ToContainTextAsync("Whatever 3 or 4");
        await Expect(potage.Locator("[data-understood=NotAtAll]")).ToContainTextAsync("kept as text");
        await Expect(potage.Locator("[data-link='Quillon roots']")).ToBeVisibleAsync();
        await page.Locator("[data-import-recipe='Tart of quillon'] .import-open").ClickAsync();
        await Expect(page.Locator("[data-import-recipe='Tart of quillon'] .import-method h3")).ToHaveTextAsync(["Dough", "Filling"]);
        Assert.DoesNotContain((await page.RunAxe()).Violations, v => v.Impact is "serious" or "critical");
        await page.Locator("[data-look]").CheckAsync();
        await Expect(page.Locator("[data-import-recipe]")).ToHaveCountAsync(1);

        await page.Locator("[data-import-go]").ClickAsync();
        await Expect(page.Locator(".import-bar .stock-told")).ToContainTextAsync("2 recipes imported.");

        await page.GetByRole(AriaRole.Link, new() { Name = "To the recipes" }).ClickAsync();
        await page.Locator("[data-find-box]").FillAsync("tart quillon");
        await page.Locator("[data-hit='Tart of quillon'] a").ClickAsync();
        await Expect(page.Locator(".recipe-method h3")).ToHaveTextAsync(["Dough", "Filling"]);
        await Expect(page.Locator(".recipe-method")).ToContainTextAsync("30 min");

        await page.EvaluateAsync("window.print = () => document.body.dataset.printed = 'yes'");
        await page.Locator("[data-print]").ClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-printed", "yes");
        await page.Locator(".download-links summary").ClickAsync();
        Assert.DoesNotContain((await page.RunAxe()).Violations, v => v.Impact is "serious" or "critical");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-download=jsonld]").ClickAsync());
        Assert.Equal("tart-of-quillon.jsonld", download.SuggestedFilename);
        using var sent = System.Text.Json.JsonDocument.Parse(JsonLd);
        using var back = System.Text.Json.JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(await download.PathAsync()));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(sent.RootElement, back.RootElement), back.RootElement.GetRawText());
    }

    [Fact]
    public async Task On_paper_a_card_is_black_on_white_with_its_allergens_in_words_and_nothing_to_press()
    {
        var id = Guid.CreateVersion7();
        await Staff.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, "", 4, "servings", [], new("Paper soup") { Yield = 4, YieldUnit = "servings", Ingredients = [new(null, [new("water")])], Method = [new(null, [new("Boil.")])] }), await Staff.ManagerAsync());
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, $"recipes/{id}").ToString());
        await Expect(page.Locator(".recipe-method")).ToContainTextAsync("Boil.");
        await page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var screen in new[] { ".office-head", ".recipe-back", "[data-print]", ".recipe-scale .button" }) await Expect(page.Locator(screen).First).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0) rgb(255, 255, 255)", await page.Locator(".surface").EvaluateAsync<string>("e => `${getComputedStyle(e).color} ${getComputedStyle(e).backgroundColor}`"));
        await Expect(page.Locator(".recipe-allergens")).ToContainTextAsync("not declared");
        var (left, right) = (await page.Locator(".recipe-ingredients").BoundingBoxAsync(), await page.Locator(".recipe-method").BoundingBoxAsync());
        Assert.True(left!.X + left.Width <= right!.X && Math.Abs(left.Y - right.Y) < 2);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
