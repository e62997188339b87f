using AngleSharp.Dom;
using Bunit;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Inventory;
using KitchenDisplay.Web.Features.Inventory.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Inventory;

public sealed class StockPagesTests(StoreRoom store) : OfficePages(store)
{
    [Fact]
    public async Task An_item_is_added_found_and_a_refusal_keeps_what_was_typed()
    {
        var page = Render<StockPage>();
        page.WaitForElement(".stock-go", Patience);
        await TypeAsync(page, "Name", " ");
        await TypeAsync(page, "Nearly out at or below", "250");

        page.Find("form.stock-form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Give the item a name", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal("250", Field(page, "Nearly out at or below").GetAttribute("value")), Patience);

        var name = $"Flat parsley {Guid.CreateVersion7()}";
        await TypeAsync(page, "Name", name);
        page.FindAll("button").Single(b => b.TextContent == "Add a measure").Click();
        page.WaitForElement(".stock-measure [aria-label='of this unit']", Patience).Change("bunch");
        page.Find(".stock-measure [aria-label='are so many']").Change("85");
        page.Find("form.stock-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("", Field(page, "Name").GetAttribute("value") ?? ""), Patience);

        page.Find("input[type=search]").Input(name[..20]);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tr[data-item]"), r => r.GetAttribute("data-item") == name), Patience);
        var item = (await Services.GetRequiredService<StockList>().FindAsync(name)).Single();
        Assert.True(item.IsNearlyOut);
    }

    [Fact]
    public async Task What_is_received_twice_by_a_double_tap_is_received_once_and_a_refusal_keeps_what_was_typed()
    {
        var item = await Store.ItemAsync(BaseUnit.Gram, new KitchenDisplay.Core.Recipes.SavedMeasure(1, "case", 12, "tin"), new KitchenDisplay.Core.Recipes.SavedMeasure(1, "tin", 400, "g"));
        var page = Render<ItemPage>(p => p.Add(x => x.Id, item));
        page.WaitForElement(".stock-quantity", Patience);
        Field(page, "Quantity").Input("2");
        Field(page, "Unit").Input("case");
        Assert.Contains("9,600 g", page.Find("output").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 tin = 400 g", page.Find("output").TextContent, StringComparison.Ordinal);
        Field(page, "Lot code on the box").Change("L-4711");
        var before = await DoneAsync("ReceiveStock");

        Receive(page).Submit();
        page.WaitForAssertion(() => Assert.Contains("say what all of it cost", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("L-4711", Field(page, "Lot code on the box").GetAttribute("value"));
        Assert.Equal("2", Field(page, "Quantity").GetAttribute("value"));

        Field(page, "Price of all of it").Change("48");
        var form = Receive(page);
        var (one, other) = (form.SubmitAsync(new()), form.SubmitAsync(new()));
        await Task.WhenAll(one, other);
        page.WaitForElement("tr[data-lot='L-4711']", Patience);
        Assert.Equal(before + 1, await DoneAsync("ReceiveStock"));
        Assert.Equal((9600, 0), await Store.StockAsync(item));
        Assert.Contains("Received: 9,600 g", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Null(Field(page, "Quantity").GetAttribute("value"));
    }

    [Fact]
    public async Task A_lot_is_kept_back_and_a_row_of_the_ledger_is_reversed()
    {
        var item = await Store.ItemAsync();
        await Store.ReceiveAsync(item, 4);
        var page = Render<ItemPage>(p => p.Add(x => x.Id, item));
        page.WaitForElement("tr[data-lot] button", Patience).Click();
        page.WaitForElement("form .stock-pair, form .stock-quantity", Patience);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".stock-acts button"), b => b.TextContent == "Keep back"), Patience);
        page.FindAll(".stock-acts button").Single(b => b.TextContent == "Keep back").Click();
        page.WaitForAssertion(() => Field(page, "Why"), Patience);
        Field(page, "Why").Change("smells");
        page.Find(".stock-aside form").Submit();
        page.WaitForAssertion(() => Assert.Contains("kept back", page.Find("tr[data-lot]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal((0, 0), await Store.StockAsync(item));

        page.Find("tr[data-lot] button").Click();
        page.Find(".stock-aside form").Submit();
        page.WaitForAssertion(() => Assert.Contains("usable", page.Find("tr[data-lot]").TextContent, StringComparison.Ordinal), Patience);

        page.Find("tr[data-kind='Received'] button").Click();
        page.Find(".stock-aside form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Field(page, "Why").Change("wrong box");
        page.Find(".stock-aside form").Submit();
        page.WaitForElement("tr[data-kind='Corrected']", Patience);
        Assert.Equal((0, 0), await Store.StockAsync(item));
        Assert.Empty(page.FindAll("tr[data-kind='Received'] button"));
    }

    [Fact]
    public async Task The_differences_tell_what_is_short_and_audit_when_asked()
    {
        var item = await Store.ItemAsync();
        await Store.MakeOfAsync("Steak frites", (item, 1));
        await Store.ReceiveAsync(item, 2);
        await Store.Kitchen.SendAsync(Store.Kitchen.Line("Steak frites", 2));
        await Store.CountAsync(item, 1);
        var page = Render<DifferencesPage>();

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("tr[data-short-item]"), r => r.GetAttribute("data-short-item") == $"Item {item}"), Patience);
        page.FindAll("button").Single(b => b.TextContent == "Audit now").Click();
        Assert.Equal("0", page.WaitForElement("[data-audit]", Patience).GetAttribute("data-audit"));
    }

    private static IElement Receive(IRenderedComponent<ItemPage> page) => page.Find(".stock-side form");

    // On the renderer's own thread: while the page's list arrives, an event from elsewhere can find its handler replaced and is dropped by bUnit (a browser's is not: it acknowledges renders).
    internal static Task TypeAsync<T>(IRenderedComponent<T> page, string label, string text) where T : Microsoft.AspNetCore.Components.IComponent =>
        page.InvokeAsync(() => Field(page, label).Change(text));

    internal static IElement Field<T>(IRenderedComponent<T> page, string label) where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("label").First(l => l.QuerySelector("span")?.TextContent == label).QuerySelector("input, select")!;
}
