using Bunit;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Inventory.Counting;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Counting;

public sealed class CountPagesTests : OfficePages
{
    public CountPagesTests(StoreRoom store) : base(store) => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task A_line_is_counted_by_Enter_and_the_next_one_stands_there()
    {
        var (sheet, items) = await SheetAsync(isBlind: false, 2);
        var page = Open(sheet);
        Assert.Contains("The ledger says 5", page.Find(".count-ledger").TextContent, StringComparison.Ordinal);

        page.Find("#count-box").Input("7");
        page.Find("form.count-card").Submit();

        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-left]").GetAttribute("data-left")), Patience);
        page.WaitForAssertion(() => Assert.Contains(items[1].ToString(), page.Find("#count-item").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("", page.Find(".count-said output").TextContent);
        Assert.True(page.FindAll("[data-line]")[0].HasAttribute("data-counted"));
        Assert.Contains("Tobias", page.Find("[data-counter]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Store.Kitchen.CountAsync($"tallies t join count_lines l on l.tally_id = t.id where l.sheet_id = '{sheet}'"));
    }

    [Fact]
    public async Task A_blind_sheet_says_nothing_of_the_ledger_and_none_is_one_touch()
    {
        var (sheet, _) = await SheetAsync(isBlind: true, 1);
        var page = Open(sheet);
        Assert.Empty(page.FindAll(".count-ledger"));

        page.Find("[data-none]").Click();

        page.WaitForAssertion(() => Assert.Contains("All counted", page.Find("[data-left]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task What_somebody_else_has_just_counted_is_told_and_counted_again_only_by_who_says_it_once_more()
    {
        var (sheet, items) = await SheetAsync(isBlind: false, 1);
        var page = Open(sheet);
        var line = (await Store.Sheets.SheetAsync(sheet))!.Lines.Single();
        await Store.Counting.CountAsync(new(Guid.CreateVersion7(), line.LineId, [new(4, "piece")], null), Store.Kitchen.Cook);

        page.Find("#count-box").Input("6");
        page.Find("form.count-card").Submit();
        page.WaitForAssertion(() => Assert.Contains("Henk has just counted", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal("6", JSInterop.Invocations["write"][^1].Arguments[1]), Patience);
        page.Find("form.count-card").Submit();

        page.WaitForAssertion(() => Assert.Contains("counted 6 ", page.Find("[data-before]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(6, (await Store.Sheets.SheetAsync(sheet))!.Lines.Single(l => l.Item.Id == items[0]).Tally!.Quantity);
    }

    [Fact]
    public async Task The_closing_shows_what_would_be_booked_and_books_it_once_it_is_meant()
    {
        var (sheet, items) = await SheetAsync(isBlind: true, 2);
        var line = (await Store.Sheets.SheetAsync(sheet))!.Lines.Single(l => l.Item.Id == items[0]);
        await Store.Counting.CountAsync(new(Guid.CreateVersion7(), line.LineId, [new(3, "piece")], null), Store.Kitchen.Cook);
        var page = Render<ClosingPage>(p => p.Add(x => x.Id, sheet));
        page.WaitForElement("[data-close-sheet]", Patience);
        Assert.Contains("−2", page.Find("[data-result]").TextContent, StringComparison.Ordinal);

        page.Find("form.stock-form").Submit();
        page.WaitForAssertion(() => Assert.Contains("1 line is not counted", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        page.Find("[data-leave]").Change(true);
        page.Find("form.stock-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Booked: 1 line.", page.Find("[role=status]").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-close-sheet]")), Patience);
        Assert.Equal(((3m, 0m), (5m, 0m)), (await Store.StockAsync(items[0]), await Store.StockAsync(items[1])));
    }

    private IRenderedComponent<SheetPage> Open(Guid sheet)
    {
        var page = Render<SheetPage>(p => p.Add(x => x.Id, sheet));
        page.WaitForElement("#count-box", Patience);
        return page;
    }

    private async Task<(Guid Sheet, IReadOnlyList<Guid> Items)> SheetAsync(bool isBlind, int items)
    {
        var place = await Store.PlaceAsync();
        var made = new List<Guid>();
        for (var i = 0; i < items; i++) made.Add(await Store.ItemAsync(BaseUnit.Piece));
        foreach (var item in made) await Store.ReceiveAsync(item, 5, 10, place: place);
        await Store.Counting.SortAsync(new(Guid.CreateVersion7(), place, made), Store.Kitchen.Cook);
        return ((await Store.OpenSheetAsync(isBlind, place)).Id, made);
    }
}
