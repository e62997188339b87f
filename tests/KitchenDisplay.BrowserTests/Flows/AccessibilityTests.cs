using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Menu;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>axe on every page and its main states: no serious and no critical violation, in both themes.</summary>
public sealed class AccessibilityTests(House house) : Flow(house)
{
    // axe describes each element that passes as well, and a menu has thousands.
    private static readonly HashSet<ResultType> violationsOnly = [ResultType.Violations];

    [Theory]
    [InlineData("", "Which screen is this?")]
    [InlineData("office", "")]
    [InlineData("office/screens", "No screen open")]
    [InlineData("office/stock", "Add an item")]
    [InlineData("office/stock?q=category:Meat+origin.country:IE&sort=code&show=origin.country,aged_days", "Ribeye")]
    [InlineData("office/attributes", "origin.country")]
    [InlineData("office/briefing", "A whole station")]
    [InlineData("order/out", "A whole station")]
    [InlineData("recipes?q=butter", "title")]
    [InlineData("recipes/new", "Nothing is written yet.")]
    [InlineData("recipes/words", "groups")]
    [InlineData("recipes/import", "Choose files")]
    [InlineData("office/recipes", "Add a recipe")]
    [InlineData("office/recipes/unmapped", "Most money first")]
    [InlineData("office/differences", "Audit now")]
    [InlineData("office/trace", "not by scan")]
    [InlineData("office/suppliers", "Add a supplier")]
    [InlineData("office/pars", "What should lie where")]
    [InlineData("office/orders", "What lacks up to par")]
    [InlineData("office/receive", "Scan the first box")]
    [InlineData("office/exchange", "Bring a table in")]
    [InlineData("office/morning", "Below par")]
    [InlineData("office/charts", "Value by category")]
    [InlineData("office/attributes/templates?category=Dairy+%26+eggs", "Add a field")]
    [InlineData("office/counts", "Open a sheet")]
    [InlineData("office/waste", "Throw something away")]
    [InlineData("office/move", "Scan or type")]
    [InlineData("office/temperatures", "Walk-in")]
    [InlineData("office/temperatures/report", "Not done")]
    [InlineData("no-such-page", "Page not found")]
    [InlineData("kitchen/no-such-station", "Choose the one that this screen is for")]
    public async Task A_page(string address, string sign)
    {
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, address).ToString());
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
        await ExpectNoViolationAsync(page);
        if (address == "no-such-page") Assert.Single(TakeComplaints(), c => c.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_count_sheet_and_what_it_found()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        await shelf.ServeAsync();
        var tablet = await PageAsync(new() { HasTouch = true }, 1280, 800);
        await tablet.GotoAsync(new Uri(House.Node.Address, $"count/{shelf.Sheet}").ToString());
        await Expect(tablet.Locator("#count-box")).ToBeVisibleAsync();
        await tablet.Locator("[data-counted]").First.ClickAsync();
        await Expect(tablet.Locator("[data-before]")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet);

        var office = await PageAsync();
        foreach (var (address, sign) in new[] { ($"office/counts/{shelf.Sheet}", "Portioning"), ($"office/counts/shelf/{shelf.Place}", "Save this order") })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            await ExpectNoViolationAsync(office);
        }
        await shelf.ForgetAsync();
    }

    [Fact]
    public async Task A_page_of_an_item()
    {
        var store = new FullStore(House);
        await store.FillAsync();
        var page = await PageAsync();
        foreach (var (address, sign) in new[] { ($"office/stock/{store.Butter}", "What happened last"), ("office/differences", "kept back"), ($"office/trace?lot={store.ButterLot}", "Portion is"), ("office/recipes", "Béarnaise"), ("office/stock", "Unsalted butter") })
        {
            await page.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            await ExpectNoViolationAsync(page);
        }
        await store.ForgetAsync();
    }

    [Fact]
    public async Task A_recipe_that_is_written_by_two_and_its_versions()
    {
        var id = Guid.CreateVersion7();
        var page = await PageAsync();
        await SaveAsync("200 g unsalted butter\n!!!");
        await page.GotoAsync(new Uri(House.Node.Address, $"recipes/{id}/edit").ToString());
        await page.Locator("[data-choose]").First.ClickAsync();
        await Expect(page.Locator("[data-candidate]").First).ToBeVisibleAsync();
        await SaveAsync("300 g unsalted butter");
        await page.Locator("[data-field='steps']").FillAsync("# Sauce\nMelt for 5 minutes at 60 °C.");
        await ExpectNoViolationAsync(page);

        await page.Locator("[data-save]").ClickAsync();
        await Expect(page.Locator("[data-conflict]")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page);
        await page.Locator("[data-keep-mine]").ClickAsync();
        await Expect(page.Locator(".recipe-method")).ToContainTextAsync("Melt");
        await ExpectNoViolationAsync(page);
        await page.GotoAsync(new Uri(House.Node.Address, $"recipes/{id}/history").ToString());
        await Expect(page.Locator("[data-compared]")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(page);

        async Task SaveAsync(string lines) => await Staff.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, "", 1, "pc", [], new($"Butter sauce {id}") { Yield = 1, YieldUnit = "pc", Equipment = ["pan"], Photo = "https://example.com/sauce.jpg", Ingredients = [new(null, [.. lines.Split('\n').Select(l => KitchenDisplay.Core.Recipes.Exchange.IngredientParser.Parse(l))])] }), await Staff.ManagerAsync());
    }

    [Fact]
    public async Task The_empty_wall()
    {
        var wall = await WallAsync("grill");
        await Expect(wall.Page.GetByText("All caught up")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(wall.Page);
        await wall.Page.Keyboard.PressAsync("e");
        await wall.Page.Locator("[data-sheet] [data-dish]").First.ClickAsync();
        await Expect(wall.Page.Locator("[data-do-out]")).ToBeVisibleAsync();
        await ExpectNoViolationAsync(wall.Page);
    }

    [Fact]
    public async Task A_full_wall()
    {
        var order = await Staff.SeatAsync("13", covers: 6);
        await Staff.SetAllergyAsync(order, 2, Allergen.Nuts, Allergen.Milk);
        var first = await Staff.SendAsync(order, new Wish("Ribeye 300 g", 2, Seat: 2, Note: "sauce beside it"), new Wish("Broccoli, almonds"), new Wish("Burrata, charred peach, hazelnuts", Hold: true));
        var second = await Staff.SendAsync(order, new Wish("Cheeseburger, fries", 3, Modifiers: ["smoked bacon", "onion"]));
        await Staff.ReadyAsync(second);
        var wall = await WallAsync("grill");
        await Expect(wall.Card(second.Number)).ToHaveAttributeAsync("data-progress", "ready");
        await ExpectNoViolationAsync(wall.Page);

        await House.AgeAsync(TimeSpan.FromMinutes(40));
        await Expect(wall.Card(first.Number)).ToHaveAttributeAsync("data-time-state", "late");
        await ExpectNoViolationAsync(wall.Page);

        var every = await WallAsync(null);
        await Expect(every.Cards).ToHaveCountAsync(2);
        await ExpectNoViolationAsync(every.Page);
    }

    [Fact]
    public async Task The_floor_and_its_sheets()
    {
        await Staff.SendAsync(await Staff.SeatAsync("5"), new Wish("Ribeye 300 g"));
        var tablet = await TabletAsync();
        await ExpectNoViolationAsync(tablet.Page);
        await tablet.Table("4").TapAsync();
        await Expect(tablet.Sheet).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet.Page);
        await tablet.CloseSheetAsync();
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "New take-away" }).TapAsync();
        await Expect(tablet.Sheet).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet.Page);
    }

    [Fact]
    public async Task The_pad_with_a_draft_and_its_sheets()
    {
        var order = await Staff.SeatAsync("5", covers: 4);
        await Staff.SetAllergyAsync(order, 2, Allergen.Nuts);
        await Staff.SendAsync(order, new Wish("Ham croquettes"), new Wish("Ribeye 300 g", Hold: true));
        var tablet = await TabletAsync();
        await tablet.GoToAsync("5");
        await tablet.ShareAsync();
        await tablet.AddAsync("Sides", "Broccoli, almonds");
        await ExpectNoViolationAsync(tablet.Page);

        await tablet.TapDishAsync("Wood fire", "Ribeye 300 g");
        await Expect(tablet.Sheet).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet.Page);
        await tablet.CloseSheetAsync();

        await tablet.Page.Locator(".seats [data-ask]").TapAsync();
        await Expect(tablet.Sheet).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet.Page);
        await tablet.CloseSheetAsync();

        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Close order" }).TapAsync();
        await Expect(tablet.Sheet).ToBeVisibleAsync();
        await ExpectNoViolationAsync(tablet.Page);
    }

    [Fact]
    public async Task A_wall_and_a_tablet_that_have_lost_the_kitchen()
    {
        ExpectLostConnections();
        await using var node = await AppProcess.StartAsync(Connections);
        await Staff.SendAsync(await Staff.SeatAsync("5"), new Wish("Ribeye 300 g"));
        var wall = await WallAsync("grill", node);
        var tablet = await TabletAsync(node);
        await node.KillAsync();
        foreach (var page in new[] { wall.Page, tablet.Page })
        {
            await Expect(page.Locator("#connection")).ToBeVisibleAsync();
            await ExpectNoViolationAsync(page);
        }
    }

    internal static async Task ExpectNoViolationAsync(IPage page)
    {
        Assert.Equal("", await ViolationsAsync(page, new() { ResultTypes = violationsOnly }));
        // The other theme has the same elements in other colours.
        await page.EvaluateAsync("document.documentElement.dataset.theme = getComputedStyle(document.body).colorScheme === 'dark' ? 'light' : 'dark'");
        Assert.Equal("", await ViolationsAsync(page, new() { ResultTypes = violationsOnly, RunOnly = new() { Type = "rule", Values = ["color-contrast"] } }));
        await page.EvaluateAsync("delete document.documentElement.dataset.theme");
    }

    private static async Task<string> ViolationsAsync(IPage page, AxeRunOptions options)
    {
        var seen = await page.RunAxe(options);
        return string.Join('\n', seen.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Select(n => n.Html))}"));
    }
}
