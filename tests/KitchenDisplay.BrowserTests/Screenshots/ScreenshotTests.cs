using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Screenshots;

public sealed class ScreenshotTests(House house) : Flow(house)
{
    [ScreenshotFact]
    public async Task Full_service()
    {
        // Without its screen its tickets would come to the grill's, and say so.
        await WallAsync("saute");
        await new FullService(House).ServeAsync();
        var grill = await WallAsync("grill");
        await Expect(grill.Cards).ToHaveCountAsync(10);
        await TakeAsync(grill.Page, "wall-grill");

        var pass = await WallAsync("pass");
        await Expect(pass.Cards.First).ToBeVisibleAsync();
        await TakeAsync(pass.Page, "wall-pass");

        var tablet = await TabletAsync();
        await Expect(tablet.Table("12")).ToContainTextAsync("4 of");
        await TakeAsync(tablet.Page, "tablet-floor");

        await tablet.GoToAsync("12");
        await tablet.ChooseSeatAsync(3);
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        await tablet.AddAsync("Wood fire", "Ribeye 300 g", "medium rare", "chimichurri");
        await tablet.ChooseSeatAsync(2);
        await tablet.AddAsync("Wood fire", "Celeriac steak, hazelnuts");
        await TakeAsync(tablet.Page, "tablet-pad");
    }

    [ScreenshotFact]
    public async Task What_happens_after_the_send()
    {
        await new FullService(House).ChangeAsync();
        var grill = await WallAsync("grill");
        await Expect(grill.Page.Locator("[data-held]")).ToHaveCountAsync(2);
        await TakeAsync(grill.Page, "wall-changes");

        await grill.Page.Keyboard.PressAsync("1");
        await grill.Page.Keyboard.PressAsync("/");
        await Expect(grill.Page.Locator("[data-found]").First).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "wall-find");
        await grill.Page.Keyboard.PressAsync("Escape");
        await Expect(grill.Page.Locator("[data-sheet]")).ToHaveCountAsync(0);

        await grill.Page.Keyboard.PressAsync("e");
        await Expect(grill.Page.Locator("[data-sheet] [data-dish]").First).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "wall-out");
        await grill.Page.Locator("[data-sheet] [data-dish]").First.ClickAsync();
        await TakeAsync(grill.Page, "wall-out-dish");
        await grill.Page.Keyboard.PressAsync("Escape");
        await Expect(grill.Page.Locator("[data-sheet]")).ToHaveCountAsync(0);

        await grill.Page.Locator(".ticket-head").First.ClickAsync(new() { Delay = 800 });
        await Expect(grill.Page.Locator("[data-sheet]")).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "wall-ticket");
        await grill.Page.Keyboard.PressAsync("Escape");
        await grill.Page.Keyboard.PressAsync("s");
        await TakeAsync(grill.Page, "wall-stations");

        await grill.Page.GotoAsync(new Uri(House.Node.Address, "kitchen/grill/setup").ToString());
        await Expect(grill.Page.GetByRole(AriaRole.Heading, new() { Name = "Sounds" })).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "wall-setup");
        await grill.Page.GotoAsync(new Uri(House.Node.Address, "display").ToString());
        await Expect(grill.Page.Locator(".wall-pick a").First).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "display");

        var tablet = await TabletAsync();
        await tablet.GoToAsync("4");
        await tablet.Page.Locator("[data-sent]").First.ClickAsync();
        await TakeAsync(tablet.Page, "tablet-line");
        await tablet.Page.GetByLabel("Close", new() { Exact = true }).ClickAsync();
        await tablet.Page.GetByText("Courses and table").ClickAsync();
        await TakeAsync(tablet.Page, "tablet-courses");
    }

    [ScreenshotFact]
    public async Task Every_size_and_layout_of_a_wall()
    {
        await new FullService(House).ServeAsync();
        await new FullService(House).ChangeAsync();
        var grill = await WallAsync("grill");
        foreach (var (name, settings) in new[] { ("wall-24", """{"inch": 24}"""), ("wall-43", """{"inch": 43}"""), ("wall-grid", """{"layout": "Grid", "cells": 8}""") })
        {
            await Sql.RunAsync(Connections.KitchenOwner, $"update displays set settings = settings || '{settings}' where slug = 'grill'");
            await grill.Page.ReloadAsync();
            await grill.ExpectLiveAsync();
            await Expect(grill.Cards.First).ToHaveAttributeAsync("data-cell", "1");
            await TakeAsync(grill.Page, name);
            await Sql.RunAsync(Connections.KitchenOwner, "update displays set settings = settings - 'inch' - 'layout' - 'cells' where slug = 'grill'");
        }
    }

    [ScreenshotFact]
    public async Task When_something_is_wrong()
    {
        await new FullService(House).ServeAsync();
        var (grill, fallback) = (await WallAsync("grill"), await WallAsync("saute"));
        await Expect(grill.Cards).ToHaveCountAsync(10);
        using (await FrozenServer.FreezeAsync(Connections))
        {
            await Expect(grill.Page.Locator("#connection")).ToBeVisibleAsync();
            await TakeAsync(grill.Page, "wall-stale");
        }
        foreach (var wall in new[] { grill, fallback }) await Expect(wall.Page.Locator("#connection")).ToBeHiddenAsync();

        await grill.Page.CloseAsync();
        await Expect(fallback.Page.Locator(".ticket-missing", new() { HasText = "Grill" }).First).ToBeVisibleAsync();
        await TakeAsync(fallback.Page, "wall-not-on-screen");

        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "office/screens").ToString());
        await Expect(office.Locator("tr[data-missing='now']").First).ToBeVisibleAsync();
        await TakeAsync(office, "office-screens");
        await office.GotoAsync(new Uri(House.Node.Address, "office/kitchen").ToString());
        await Expect(office.Locator("main section").First).ToBeVisibleAsync();
        await TakeAsync(office, "office-kitchen");
    }

    [ScreenshotFact]
    public async Task The_store()
    {
        var store = new FullStore(House);
        await store.FillAsync();
        var office = await PageAsync();
        foreach (var (address, sign, name) in new[]
        {
            ("office/briefing", "A whole station", "office-briefing"), ("office/attributes", "aged_days", "office-attributes"), ($"office/stock/{store.Butter}", "What happened last", "office-item"), ("office/recipes", "Béarnaise", "office-recipes"),
            ("office/recipes/unmapped", "Most money first", "office-unmapped"), ("office/differences", "kept back", "office-differences"), ($"office/trace?lot={store.ButterLot}", "Portion is", "office-trace"),
        })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            await TakeAsync(office, name);
        }
        await store.ForgetAsync();
    }

    [ScreenshotFact]
    public async Task What_the_store_tells()
    {
        var butter = await Sql.ScalarAsync<Guid>(House.Connections.KitchenOwner, "select id from items where name in ('Butter', 'Zz Butter')");
        var office = await PageAsync();
        foreach (var (address, sign, name) in new[]
        {
            ("office/stock?q=has:origin&show=code,category,origin.country,labels", "Beef fillet", "office-stock"), ("recipes?q=buter+octopus", "Only", "recipes"), ("office/morning", "Below par", "office-morning"), ("office/charts", "Value by category", "office-charts"), ($"office/charts/{butter}", "On hand over time", "office-item-charts"),
            ($"office/stock/{butter}/facts", "Whatever else is known", "office-facts"), ("office/attributes/templates?category=Dairy+%26+eggs", "Add a field", "office-templates"),
        })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            await TakeAsync(office, name);
        }
        await office.GotoAsync(new Uri(House.Node.Address, "office/stock").ToString());
        await office.Locator("[data-items-box]").PressSequentiallyAsync("origin.country:");
        await Expect(office.Locator("#item-proposals li").First).ToBeVisibleAsync();
        await TakeAsync(office, "office-filter");
    }

    [ScreenshotFact]
    public async Task The_store_while_the_kitchen_trades()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        await shelf.ServeAsync(4);
        var manager = await Staff.ManagerAsync();
        await using (var db = await Staff.OpenAsync())
            await Staff.Waste.ThrowAwayAsync(new(Guid.CreateVersion7(), null, db.Dishes.Single(d => d.Name == CountedShelf.Dish).Id, null, 2, null, Core.Inventory.Waste.WasteReason.Burnt, "left on the grill", null), manager);
        var tablet = await PageAsync(new() { HasTouch = true }, 1280, 800);
        await tablet.GotoAsync(new Uri(House.Node.Address, $"count/{shelf.Sheet}").ToString());
        await Expect(tablet.Locator("#count-item")).ToContainTextAsync("Butter");
        await tablet.Locator("[data-line^='Riesling']").TapAsync();
        await tablet.Locator("[data-unit='case']").TapAsync();
        await tablet.Locator("[data-key='3']").TapAsync();
        await tablet.Locator("[data-plus]").TapAsync();
        await tablet.Locator("[data-unit='bottle']").TapAsync();
        await tablet.Locator("[data-key='4']").TapAsync();
        await Expect(tablet.Locator(".count-said output")).ToContainTextAsync("22");
        await TakeAsync(tablet, "count-sheet");
        await tablet.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
        await tablet.Locator("[data-line^='Octopus']").TapAsync();
        await Expect(tablet.Locator("[data-before]")).ToBeVisibleAsync();
        await TakeAsync(tablet, "count-sheet-dark");

        var office = await PageAsync();
        var point = (await Staff.Temperatures.SaveAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), shelf.Place, "Cold room", 0, 5, [new(0, 0), new(12, 0), new(23, 0)]), manager)).PointId;
        foreach (var (celsius, action) in new[] { (3.4m, null), (7.9m, "Moved everything elsewhere") }) await Staff.Temperatures.RecordAsync(new(Guid.CreateVersion7(), point, celsius, action), manager);
        foreach (var (address, sign, name) in new[]
        {
            ("office/counts", "Evening count", "office-counts"), ($"office/counts/{shelf.Sheet}", "Portioning", "office-count-closing"), ($"office/counts/shelf/{shelf.Place}", "Save this order", "office-shelf"), ("office/waste", "left on the grill", "office-waste"),
            ("office/temperatures", "Cold room", "office-temperatures"), ("office/temperatures/report", "Moved everything", "office-temperature-report"), ("office/move", "Scan or type", "office-move"),
        })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            if (name == "office-move") await office.Locator("[data-move-search]").FillAsync("oct");
            if (name == "office-move") await Expect(office.Locator("[data-found-lot]").First).ToBeVisibleAsync();
            if (name == "office-temperatures") await office.Locator("[data-point='Cold room'] [data-celsius]").FillAsync("8.1");
            if (name == "office-temperatures") await Expect(office.Locator("[data-action]")).ToBeVisibleAsync();
            if (name == "office-waste") await office.Locator("[data-waste-search]").FillAsync("octopus");
            if (name == "office-waste") await Expect(office.Locator("[data-target]").First).ToBeVisibleAsync();
            await TakeAsync(office, name);
        }
        await shelf.ForgetAsync();
    }

    [ScreenshotFact]
    public async Task What_comes_in_as_a_file()
    {
        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "office/exchange").ToString());
        await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync("Bring a table in");
        await ChooseFilesAsync(office, "#exchange-file", new FilePayload
        {
            Name = "spring-list.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("Code;Name;Unit;Category;EAN;Brand;Vintage\nD-01;;;;;Bergland;\n;Halloumi;g;Dairy & eggs;;Chaniotis;\n;Zweigelt Heideboden;pc;Drinks;9120008370014;Pannobile;2024\n;Blaufränkisch;crate;Drinks;;Prieler;2023\nD-02;;;;4011149x;;\n;Rhubarb;g;Fruit & vegetables;;;\n;Ramson;g;Fruit & vegetables;;;\nD-01;;;Fats;;;\n"),
        });
        await office.Locator("[data-map]").ClickAsync();
        await Expect(office.Locator(".exchange-problem").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await TakeAsync(office, "office-import");
        await office.GetByRole(AriaRole.Button, new() { Name = "Throw the file away" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync("Bring a table in");
        await TakeAsync(office, "office-exchange");
    }

    [ScreenshotFact]
    public async Task What_is_bought_and_comes_in()
    {
        var office = await PageAsync();
        foreach (var (address, sign, name) in new[] { ("office/orders", "What lacks up to par", "office-orders"), ("office/suppliers", "Milchhof", "office-suppliers"), ("office/pars", "Order point", "office-pars") })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign);
            await TakeAsync(office, name);
        }
        await office.GotoAsync(new Uri(House.Node.Address, "office/suppliers").ToString());
        await office.GetByRole(AriaRole.Link, new() { Name = "Hof Lindner" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync("What they sell");
        await TakeAsync(office, "office-supplier");
        await office.GotoAsync(new Uri(House.Node.Address, "office/orders").ToString());
        await office.Locator("[data-suggestion='Milchhof Drei']").GetByRole(AriaRole.Button, new() { Name = "Write the order" }).ClickAsync();
        await Expect(office.Locator("[data-order-state]")).ToBeVisibleAsync();
        await TakeAsync(office, "office-order");
        await office.GetByRole(AriaRole.Link, new() { Name = "Paper" }).ClickAsync();
        await Expect(office.Locator(".paper")).ToBeVisibleAsync();
        await TakeAsync(office, "office-order-paper");

        var market = new Market(House);
        await market.OrderAsync();
        var store = await PageAsync(width: 1280, height: 800);
        await store.GotoAsync(new Uri(House.Node.Address, "office/receive").ToString());
        await Expect(store.GetByRole(AriaRole.Link, new() { Name = market.Supplier })).ToBeVisibleAsync();
        await TakeAsync(store, "receive-empty");
        await store.GetByRole(AriaRole.Link, new() { Name = market.Supplier }).ClickAsync();
        foreach (var label in new[] { $"(01){market.MeatCode}(10)L-77(3103)004125(17)301231", $"(01){market.MeatCode}(10)L-78(3103)003900(17)301231", $"(01){market.MilkCode}(10)M1", "(01)09506000134353(17)261231" })
        {
            await Expect(store.Locator("[data-scan]")).ToBeFocusedAsync();
            await store.Keyboard.TypeAsync(label);
            await store.Keyboard.PressAsync("Enter");
        }
        await Expect(store.Locator("[data-mistake]")).ToBeVisibleAsync();
        await store.Locator("[data-field='temperature']").First.FillAsync("9.5");
        await store.Locator("[data-field='temperature']").First.BlurAsync();
        await Expect(store.Locator("[data-out]").First).ToBeVisibleAsync();
        await TakeAsync(store, "office-receive");
        await store.Locator("[data-mistake] button").ClickAsync();
        await store.Locator("[data-unknown]").GetByRole(AriaRole.Button, new() { Name = "Take it away" }).ClickAsync();
        await TakeAsync(store, "office-receive-lines");
        foreach (var row in await store.Locator("[data-arrived]").AllAsync())
        {
            await row.Locator("[data-decide='Taken']").ClickAsync();
            await row.Locator("[data-field='reason']").FillAsync("the probe was wet");
        }
        foreach (var why in await store.Locator("[data-later]").AllAsync()) await why.CheckAsync();
        await store.Locator(".receive-go").ClickAsync();
        await store.Locator("[data-labels]").ClickAsync();
        await Expect(store.Locator("[data-label] svg").First).ToBeVisibleAsync();
        await TakeAsync(store, "office-labels");
        await Sql.RunAsync(Connections.KitchenOwner, "delete from purchase_lines where order_id in (select id from purchase_orders where state = 'Draft'); delete from purchase_orders where state = 'Draft'");
    }

    [ScreenshotFact]
    public async Task What_is_in_it()
    {
        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "recipes?q=cheeseburger").ToString());
        await office.Locator("[data-hit='Cheeseburger, fries']").ClickAsync();
        await Expect(office.Locator("[data-nutrition]")).ToContainTextAsync("kcal");
        await TakeAsync(office, "recipe-card");

        var tablet = await TabletAsync();
        await tablet.SeatAsync("2");
        await tablet.Page.Locator("[data-inside]").TapAsync();
        await tablet.TapDishAsync("Starters", "Burrata, charred peach, hazelnuts");
        await Expect(tablet.Sheet.Locator("[data-allergen='Nuts']")).ToBeVisibleAsync();
        await TakeAsync(tablet.Page, "tablet-inside");
    }

    [ScreenshotFact]
    public async Task A_recipe_is_written()
    {
        var store = new FullStore(House);
        await store.FillAsync();
        var id = Guid.CreateVersion7();
        await SaveAsync(null, "300 g ripe tomatoes, chopped");
        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, $"recipes/{id}/edit").ToString());
        await office.Locator("[data-field='ingredients']").FillAsync("400 g ripe tomatoes, chopped\n50 g unsalted butter\n1 tsp salt\nFor the sauce:\n100 g butter, cold\nsome of grandmother’s mixture of 7 herbs or 9");
        await Expect(office.Locator(".read-line")).ToHaveCountAsync(5);
        await office.Locator("[data-choose]").Nth(2).ClickAsync();
        await Expect(office.Locator("[data-candidate]").First).ToBeVisibleAsync();
        foreach (var (theme, name) in new[] { ("light", "recipe-edit"), ("dark", "recipe-edit-dark") })
        {
            await office.EvaluateAsync($"document.documentElement.dataset.theme = '{theme}'");
            await TakeAsync(office, name);
            await office.Locator("#write-steps").ScrollIntoViewIfNeededAsync();
        }
        await SaveAsync("Theirs: serve it warm.", "320 g ripe tomatoes, chopped");
        await office.Locator("[data-save]").ClickAsync();
        await Expect(office.Locator("[data-conflict]")).ToBeVisibleAsync();
        await office.Locator("[data-conflict]").ScrollIntoViewIfNeededAsync();
        await TakeAsync(office, "recipe-conflict-dark");
        await office.EvaluateAsync("document.documentElement.dataset.theme = 'light'");
        await TakeAsync(office, "recipe-conflict");
        await office.Locator("[data-keep-mine]").ClickAsync();
        await Expect(office.Locator("[data-recipe-card] h1")).ToBeVisibleAsync();
        await TakeAsync(office, "recipe-card");
        foreach (var (address, sign, name) in new[] { ($"recipes/{id}/history", "From version", "recipe-history"), ("recipes/words", "aubergine", "recipe-words"), ("recipes?q=tomato", "New recipe", "recipe-find") })
        {
            await office.GotoAsync(new Uri(House.Node.Address, address).ToString());
            await Expect(office.GetByRole(AriaRole.Main)).ToContainTextAsync(sign == "aubergine" ? "groups" : sign);
            await TakeAsync(office, name);
        }
        await store.ForgetAsync();

        async Task SaveAsync(string? notes, params string[] lines) => await Staff.Recipes.SaveRecipeAsync(new(Guid.CreateVersion7(), id, "", 4, "servings", [], new($"Tomatoes {id}")
        {
            Yield = 4,
            YieldUnit = "servings",
            Notes = notes,
            Summary = "Of the last tomatoes of the year.",
            Course = "starter",
            CookMinutes = 25,
            Equipment = ["wide pan", "fine sieve"],
            Photo = "https://example.com/tomatoes.jpg",
            Tags = ["vegetarian"],
            Ingredients = [new(null, [.. lines.Select(l => Core.Recipes.Exchange.IngredientParser.Parse(l))])],
            Method = [new(null, [new("Simmer for 25 minutes at 90 °C.", 25, 90), new("Pass through the sieve.")])],
        }), await Staff.ManagerAsync());
    }

    [ScreenshotFact]
    public async Task Before_the_first_guest()
    {
        var grill = await WallAsync("grill");
        await Expect(grill.Page.GetByText("All caught up")).ToBeVisibleAsync();
        await TakeAsync(grill.Page, "wall-empty");

        var tablet = await TabletAsync();
        await TakeAsync(tablet.Page, "tablet-floor-empty");

        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "office").ToString());
        await Expect(office.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await TakeAsync(office, "office");
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await page.ScreenshotAsync(new() { Path = Path.Combine(ScreenshotFactAttribute.Folder!, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
