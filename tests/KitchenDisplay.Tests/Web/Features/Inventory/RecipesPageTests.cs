using Bunit;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Inventory;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Inventory;

public sealed class RecipesPageTests(StoreRoom store) : OfficePages(store)
{
    [Fact]
    public async Task A_recipe_is_written_once_and_a_refusal_keeps_its_lines()
    {
        var cream = await Store.ItemAsync(BaseUnit.Millilitre);
        var name = $"Ganache {cream}";
        var page = Render<RecipesPage>();
        page.WaitForElement(".recipe-line", Patience);
        await StockPagesTests.TypeAsync(page, "Name", name);
        await StockPagesTests.TypeAsync(page, "It comes to", "2");
        await StockPagesTests.TypeAsync(page, "Unit", "kg");
        await page.InvokeAsync(() => page.Find(".recipe-line [aria-label='Item or recipe']").Input("nothing like this"));
        await page.InvokeAsync(() => page.Find(".recipe-line [aria-label='Quantity']").Change("0.5"));
        await page.InvokeAsync(() => page.Find(".recipe-line [aria-label='Unit']").Change("l"));

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("“nothing like this”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("0.5", page.Find(".recipe-line [aria-label='Quantity']").GetAttribute("value"));

        await page.InvokeAsync(() => page.Find(".recipe-line [aria-label='Item or recipe']").Input($"Item {cream}"));
        var before = await DoneAsync("SaveRecipe");
        var form = page.Find("form");
        var (one, other) = (form.SubmitAsync(new()), form.SubmitAsync(new()));
        await Task.WhenAll(one, other);

        page.WaitForAssertion(() => Assert.True(page.FindAll("tr[data-recipe]").Any(r => r.GetAttribute("data-recipe") == name), page.Find("main, div").TextContent), Patience);
        Assert.Equal(before + 1, await DoneAsync("SaveRecipe"));
        var saved = (await Services.GetRequiredService<RecipeBook>().RecipesAsync()).Single(r => r.Name == name);
        Assert.Equal((2m, "kg", cream, 0.5m, "l", 1m), (saved.Yield, saved.YieldUnit, saved.Lines[0].ItemId, saved.Lines[0].Quantity, saved.Lines[0].Unit, saved.Lines[0].Usable));
    }

    [Fact]
    public async Task What_is_unmapped_gets_its_recipe_from_the_list()
    {
        const string dish = "Padrón peppers";
        await Store.UnmapAsync(dish);
        await Store.MakeOfAsync("Steak frites", (await Store.ItemAsync(), 1));
        await Store.Kitchen.SendAsync(Store.Kitchen.Line(dish, 2));
        var recipe = (await Services.GetRequiredService<RecipeBook>().RecipesAsync())[0];
        var page = Render<RecipesPage>(p => p.Add(x => x.Part, "unmapped"));
        page.WaitForElement($"tr[data-unmapped='{dish}'] button", Patience).Click();

        page.WaitForElement("aside select", Patience).Change($"{recipe.Id}");
        page.Find("aside form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Say how much of the recipe", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => StockPagesTests.Field(page, "A portion is"), Patience);
        await StockPagesTests.TypeAsync(page, "A portion is", "1");
        page.Find("aside form").Submit();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll($"tr[data-unmapped='{dish}']")), Patience);
    }
}
