using System.Text.RegularExpressions;
using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>Recipes: found while typing, by keys alone, and cooked by the card.</summary>
public sealed class RecipeTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_recipe_is_found_while_it_is_typed_and_opened_by_keys_alone()
    {
        await Staff.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), "", 4, "servings", [], new RecipeText("Butter of marmande")
        {
            Yield = 4,
            YieldUnit = "servings",
            Tags = ["cold"],
            Ingredients = [new(null, [IngredientLine.Of(1, "kg", "marmande tomatoes"), IngredientLine.Of(2, "piece", "cucumbers")])],
            Method = [new(null, [new("Blend everything and chill for 2 hours.", 120)])],
        }), await Staff.ManagerAsync());
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "recipes").ToString());
        await Expect(page.Locator("[data-hit]").First).ToBeVisibleAsync();

        await Until.TrueAsync(async () =>
        {
            await page.Keyboard.PressAsync("/");
            return await page.Locator("[data-find-box]:focus").CountAsync() == 1;
        }, TimeSpan.FromSeconds(20));
        await page.Keyboard.TypeAsync("buter marmand");
        await Expect(page.Locator("[data-hit]").First).ToHaveAttributeAsync("data-hit", "Butter of marmande");
        await Expect(page.Locator(".find-says")).ToContainTextAsync("Only “buter”");
        await Expect(page.Locator("[data-hit] mark").First).ToContainTextAsync("Butter");
        await Expect(page.Locator(".find-why").First).ToContainTextAsync("butter: title · marmand: title, ingredients");
        Assert.Contains("q=buter%20marmand", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("cold").CheckAsync();
        await Expect(page.Locator("[data-hit]")).ToHaveCountAsync(1);
        Assert.Contains("tag=cold", page.Url, StringComparison.Ordinal);
        await page.Locator("[data-find-box]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Butter of marmande" })).ToBeVisibleAsync();

        await page.Locator("[data-scale]").FillAsync("10");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".recipe-ingredients")).ToContainTextAsync("2.5 kg");
        await Expect(page.Locator(".recipe-allergens")).ToContainTextAsync("not declared");
    }

    [Fact]
    public async Task A_cook_sees_by_one_key_how_a_ticket_is_made_for_as_many_as_stand_on_it()
    {
        var ticket = (await Staff.SendAsync(await Staff.SeatAsync("9"), new Wish("Whole sea bream", 2))).Number;
        var wall = await WallAsync("grill");
        // A key that comes while cards move is taken for a touch that missed.
        await wall.RestsAsync(ticket);

        await wall.Page.Keyboard.PressAsync("1");
        await Expect(wall.Head(ticket)).ToBeFocusedAsync();
        await wall.Page.Keyboard.PressAsync("i");

        var sheet = wall.Page.Locator("[data-sheet]");
        await Expect(sheet.Locator(".recipe-ingredients li", new() { HasText = "Butter" })).ToContainTextAsync("30 g");
        await Expect(sheet.Locator(".recipe-ingredients li", new() { HasText = "Lemons" })).ToContainTextAsync("8 slices");
        await Expect(sheet.Locator(".recipe-allergens")).ToContainTextAsync("fish");
        await wall.Page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToHaveCountAsync(0);

        await wall.Page.Keyboard.PressAsync("/");
        await Expect(sheet.Locator("[data-find]")).ToBeVisibleAsync();
        await wall.Page.Keyboard.TypeAsync("bream");
        await sheet.Locator("[data-recipe-hit='Whole sea bream']").ClickAsync();
        await Expect(sheet.Locator(".recipe-ingredients li", new() { HasText = "Butter" })).ToContainTextAsync("15 g");
    }

    [Fact]
    public async Task What_can_be_cooked_from_what_is_there_begins_with_what_goes_off_first_and_says_what_it_nourishes_with()
    {
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "recipes").ToString());

        await page.GetByLabel("can be cooked now").CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("covers=1"));
        await page.GetByLabel("covers").FillAsync("40");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page).ToHaveURLAsync(new Regex("covers=40"));
        await Expect(page.Locator("[data-hit]").First).ToContainTextAsync(new Regex("enough for ([4-9][0-9]|[0-9]{3,})"));
        await Expect(page.Locator("[data-hit]").First).ToContainTextAsync(" until ");

        await page.Locator("[data-find-box]").FillAsync("cheeseburger");
        await page.Locator("[data-hit='Cheeseburger, fries']").ClickAsync();
        await Expect(page.Locator("[data-nutrition]")).ToContainTextAsync(new Regex("of 1 pc.*Energy.*kJ.*kcal", RegexOptions.Singleline));
    }
}
