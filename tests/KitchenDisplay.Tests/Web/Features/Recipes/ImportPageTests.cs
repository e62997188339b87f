using Bunit;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Tests.Web.Features.Inventory;
using KitchenDisplay.Web.Features.Recipes.Import;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Recipes;

public sealed class ImportPageTests : OfficePages
{
    public ImportPageTests(StoreRoom store) : base(store) => Services.AddScoped<RecipeImport>().AddScoped<RecipeArrivals>().AddScoped<LinkTargets>();

    [Fact]
    public async Task Each_line_is_shown_as_written_and_as_understood_and_a_proposed_link_can_be_taken_away_or_chosen()
    {
        var (item, other) = (await ItemAsync("Leek"), await ItemAsync("Salt"));
        var page = await ChooseAsync(("soup.md", Markdown($"Soup {item}", $"200 g {item}", "3 g cellar salt", "Whatever 3 or 4 of the 12 neighbours brought for 7 of 9 days")));

        page.WaitForAssertion(() => Assert.Contains("1 line linked, 2 kept as text", page.Find("[data-links]").TextContent, StringComparison.Ordinal), Patience);
        await page.Find(".import-open").ClickAsync(new());
        Assert.Equal(item, page.Find("[data-link]").GetAttribute("data-link"));
        Assert.Equal(["Whole", "Whole", "NotAtAll"], page.FindAll("[data-understood]").Select(r => r.GetAttribute("data-understood")));
        Assert.Contains("kept as text", page.FindAll("[data-understood]")[2].TextContent, StringComparison.Ordinal);

        await page.Find("[data-link] button").ClickAsync(new());
        Assert.Contains("0 lines linked, 3 kept as text", page.Find("[data-links]").TextContent, StringComparison.Ordinal);
        await page.Find("button[aria-label='Link 3 g cellar salt']").ClickAsync(new());
        await page.InvokeAsync(() => page.Find("[aria-label='Item or recipe']").Input(other));
        page.WaitForAssertion(() => Assert.Equal(other, page.Find("[data-link]").GetAttribute("data-link")), Patience);

        await page.Find("[data-import-go]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("1 recipe imported.", page.Find(".import-bar [role=status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(1, await Store.Kitchen.CountAsync($"recipe_lines l join items i on i.id = l.item_id where i.name = '{other}' and l.position = 2 and l.quantity = 3"));
    }

    [Fact]
    public async Task Many_are_shown_fifty_at_a_time_and_only_what_needs_a_look_when_asked()
    {
        var mark = Guid.NewGuid();
        var many = string.Join('\n', Enumerable.Range(0, 2000).Select(i => JsonRecipes.Write(new RecipeText($"Many {mark} {i}") { Ingredients = i == 7 ? [] : [new(null, [IngredientParser.Parse("200 g flour")])], Method = [new(null, [new("Bake.")])] }).ReplaceLineEndings(" ")));
        var page = await ChooseAsync(("many.json", many), ("broken.pdf", "%PDF-1.7"));

        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("[data-import-recipe]").Count), Patience);
        Assert.Contains("2000 of 2000 recipes chosen", page.Find(".import-bar").TextContent, StringComparison.Ordinal);
        Assert.Contains("This is a PDF", page.Find(".import-failed").TextContent, StringComparison.Ordinal);
        await page.FindAll(".import-pages button")[1].ClickAsync(new());
        Assert.Equal($"Many {mark} 50", page.Find("[data-import-recipe]").GetAttribute("data-import-recipe"));
        await page.InvokeAsync(() => page.Find("[data-look]").Change(true));
        Assert.Equal([$"Many {mark} 7"], page.FindAll("[data-import-recipe]").Select(r => r.GetAttribute("data-import-recipe")));
    }

    [Fact]
    public async Task What_is_here_is_left_out_and_another_one_of_its_title_comes_in_under_a_number_when_wanted()
    {
        var title = $"Bread {Guid.NewGuid()}";
        var page = await ChooseAsync(("one.md", Markdown(title, "1 kg flour")), ("same.md", Markdown(title, "1 kg flour")), ("other.md", Markdown(title, "2 kg flour")));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[data-import-recipe]").Count), Patience);
        Assert.Contains("twice in these files", page.FindAll(".import-marks")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 3 recipes chosen", page.Find(".import-bar").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.FindAll(".import-row > input")[2].Change(true));
        Assert.Contains($"new as “{title} (2)”", page.FindAll(".import-marks")[2].TextContent, StringComparison.Ordinal);
        await page.Find("[data-import-go]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("2 recipes imported.", page.Find(".import-bar [role=status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(1, await Store.Kitchen.CountAsync($"recipes where name = '{title}'"));
        Assert.Equal(1, await Store.Kitchen.CountAsync($"recipes where name = '{title} (2)'"));
        var again = await ChooseAsync(("one.md", Markdown(title, "1 kg flour")), ("other.md", Markdown(title, "2 kg flour")));
        again.WaitForAssertion(() => Assert.All(again.FindAll(".import-marks"), m => Assert.Contains("already here", m.TextContent, StringComparison.Ordinal)), Patience);
        Assert.Contains("Nothing to import", again.Find(".import-bar").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<ImportPage>> ChooseAsync(params (string Name, string Text)[] files)
    {
        var page = Render<ImportPage>();
        var input = page.FindComponent<InputFile>();
        // It waits for the page, which then must not wait for it.
        await Task.Run(() => input.UploadFiles([.. files.Select(f => InputFileContent.CreateFromText(f.Text, f.Name))]));
        return page;
    }

    private async Task<string> ItemAsync(string name)
    {
        var full = $"{name} {string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 16))))}";
        await Store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), full, BaseUnit.Gram, [], []), Store.Kitchen.Manager);
        return full;
    }

    private static string Markdown(string title, params string[] lines) => $"# {title}\n\n## Ingredients\n\n{string.Join('\n', lines.Select(l => $"- {l}"))}\n\n## Directions\n\n1. Do it for 5 minutes.\n";
}
