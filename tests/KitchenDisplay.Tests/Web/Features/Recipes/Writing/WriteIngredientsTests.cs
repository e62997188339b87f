using Bunit;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes.Writing;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Tests.Web.Features.Inventory;
using KitchenDisplay.Web.Features.Recipes;
using KitchenDisplay.Web.Features.Recipes.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Recipes.Writing;

public sealed class WriteIngredientsTests(StoreRoom store) : OfficePages(store)
{
    [Fact]
    public async Task Each_line_shows_what_was_understood_and_a_link_is_taken_only_when_somebody_touches_it()
    {
        var item = await NamedAsync("Smoked yarrow");
        var recipe = new OpenRecipe(new Larder(Services.GetRequiredService<IDbContextFactory<KitchenContext>>()), null, Guid.CreateVersion7());
        IRenderedComponent<WriteIngredients> page = null!;
        page = Render<WriteIngredients>(p => p.Add(x => x.Recipe, recipe)
            .Add(x => x.OnTyped, async written => { await recipe.TypeAsync(written); page.Render(); })
            .Add(x => x.OnChoose, async said => { await recipe.ChooseAsync(said.At, said.Choice); page.Render(); }));

        await page.InvokeAsync(() => page.Find("textarea").Input("# Rub\n15 g yarrow, for the rub\n!!!\n10 g smoked yarrow"));

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".read-line").Count), Patience);
        Assert.Equal("Rub", page.Find("h3").TextContent);
        Assert.Equal("15 g", page.Find(".read-line b").TextContent);
        Assert.Contains("kept as text", page.FindAll(".read-line")[1].TextContent, StringComparison.Ordinal);
        // The stock is asked while the lines are shown already.
        page.WaitForAssertion(() => Assert.Equal(["None", "None", "ByName"], page.FindAll(".read-line").Select(l => l.GetAttribute("data-link"))), Patience);
        page.Find("[data-choose]").Click();
        page.WaitForElement("[data-candidate='Smoked yarrow']", Patience);
        Assert.Equal("None", page.Find(".read-line").GetAttribute("data-link"));

        page.Find("[data-candidate='Smoked yarrow']").Click();

        page.WaitForAssertion(() => Assert.Equal("Chosen", page.Find(".read-line").GetAttribute("data-link")), Patience);
        Assert.Equal((item, 15m, "g"), (recipe.Lines[0].ToSave().ItemId!.Value, recipe.Lines[0].ToSave().Quantity, recipe.Lines[0].ToSave().Unit));
        page.Find("[data-unlink]").Click();
        page.WaitForAssertion(() => Assert.Equal("None", page.Find(".read-line").GetAttribute("data-link")), Patience);
    }

    [Fact]
    public void Words_are_added_and_what_is_wrong_with_them_is_said()
    {
        var page = Render<WordsPage>();
        page.WaitForElement("[data-group='aubergine']", Patience);
        page.Find(".words-form input").Input("eggplant, melongene");
        page.Find(".words-form").Submit();
        page.WaitForAssertion(() => Assert.Contains("“eggplant” already means", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);

        page.Find(".words-form input").Input("sorrel, oseille");
        page.Find(".words-form").Submit();

        page.WaitForElement("[data-group='sorrel']", Patience);
        Assert.Equal("", page.Find(".words-form input").GetAttribute("value") ?? "");
        page.Find("[data-group='sorrel'] button.quiet").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-group='sorrel']")), Patience);
    }

    private async Task<Guid> NamedAsync(string name)
    {
        var id = Guid.CreateVersion7();
        await Store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, name, BaseUnit.Gram, [], []), Store.Kitchen.Manager);
        return id;
    }
}
