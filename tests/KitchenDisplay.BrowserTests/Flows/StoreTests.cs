using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>The store while the kitchen trades: counted, moved, thrown away, and kept cold.</summary>
public sealed class StoreTests(House house) : Flow(house)
{
    private static readonly byte[] pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task What_is_counted_while_orders_run_ends_at_what_lies_there()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        var (page, other) = (await PageAsync(new() { HasTouch = true }, 1280, 800), await PageAsync(new() { HasTouch = true }, 1280, 800));
        foreach (var tablet in new[] { page, other }) await tablet.GotoAsync(new Uri(House.Node.Address, $"count/{shelf.Sheet}").ToString());
        await Expect(page.Locator("[data-left]")).ToHaveAttributeAsync("data-left", "3");
        await Expect(page.Locator("[data-counter]")).ToHaveCountAsync(2);

        // The octopus again: 12 kg stood in the ledger, 5 trays and 1.3 kg lie there.
        await page.Locator("[data-line^='Octopus']").TapAsync();
        await Expect(page.Locator("#count-item")).ToContainTextAsync("Octopus");
        foreach (var key in "5") await page.Locator($"[data-key='{key}']").TapAsync();
        await page.Locator("[data-unit='tray']").TapAsync();
        await page.Locator("[data-plus]").TapAsync();
        await page.Locator("[data-unit='kg']").TapAsync();
        await Expect(page.Locator("[data-unit='kg']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("#count-box")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1.3");
        await Expect(page.Locator(".count-said output")).ToContainTextAsync("11,300 g");
        await page.Keyboard.PressAsync("Enter");

        // By keys alone through the rest, each Enter a line; what is typed at once after it is said of the next one.
        await Expect(page.Locator("#count-item")).ToContainTextAsync("Butter");
        await page.Keyboard.TypeAsync("5");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("7");
        await Expect(page.Locator("#count-item")).ToContainTextAsync("Cream");
        await Expect(page.Locator("#count-box")).ToHaveValueAsync("7");
        await Expect(other.Locator("[data-left]")).ToHaveAttributeAsync("data-left", "2");
        await shelf.ServeAsync(4);
        Assert.Equal(11_200, await shelf.OnHandAsync());

        await page.GotoAsync(new Uri(House.Node.Address, $"office/counts/{shelf.Sheet}").ToString());
        var octopus = page.Locator("[data-result^='Octopus']");
        await Expect(octopus).ToContainTextAsync("−800");
        await Expect(octopus).ToContainTextAsync("−700");
        await page.Locator("[data-leave]").CheckAsync();
        await page.Locator("[data-close-sheet]").ClickAsync();
        await Expect(page.Locator(".stock-told")).ToContainTextAsync("Booked: 3 lines.");

        Assert.Equal(10_500, await shelf.OnHandAsync());
        await Expect(other.GetByText("This sheet is closed")).ToBeVisibleAsync();
        await shelf.ForgetAsync();
    }

    [Fact]
    public async Task A_temperature_that_fails_demands_what_was_done_and_keeps_back_what_lies_there()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        var point = Guid.CreateVersion7();
        var name = $"Fridge {point.ToString()[^4..]}";
        await Staff.Temperatures.SaveAsync(new(Guid.CreateVersion7(), point, shelf.Place, name, 0, 5, []), await Staff.ManagerAsync());
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/temperatures").ToString());
        var card = page.Locator($"[data-point='{name}']");

        await card.Locator("[data-celsius]").FillAsync("8.3");
        await Expect(card.Locator("[data-action]")).ToContainTextAsync("outside of 0 to 5 °C");
        await card.Locator("[data-record]").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what you have done about it");
        await card.GetByRole(AriaRole.Button, new() { Name = "Moved everything elsewhere" }).ClickAsync();
        await card.Locator("[data-record]").ClickAsync();

        await Expect(page.Locator("[data-keep] [data-lot]")).ToHaveCountAsync(5);
        await page.Locator("[data-keep] [data-lot]").First.UncheckAsync();
        await page.Locator("[data-keep-go]").ClickAsync();
        await Expect(page.Locator(".stock-told")).ToContainTextAsync("Kept back: 4 lots.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Report for the inspector" }).ClickAsync();
        var row = page.Locator($"[data-report='{name}']");
        await Expect(row).ToContainTextAsync("8.3 °C");
        await Expect(row).ToContainTextAsync("Moved everything elsewhere");
        await using var db = await Staff.OpenAsync();
        Assert.Equal(4, await db.Set<Lot>().CountAsync(l => l.State == LotState.Quarantined && db.Set<StockLot>().Any(s => s.LotId == l.Id && s.PlaceId == shelf.Place)));
        await shelf.ForgetAsync();
    }

    [Fact]
    public async Task A_lot_is_carried_by_scan_and_a_dish_is_thrown_away_with_a_photo()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        var code = $"L-{shelf.OctopusLot.ToString()[^6..]}";
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/move").ToString());
        await page.Locator("[data-move-search]").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"[data-move='{code}'] input").FillAsync("2000");
        await page.Locator("[data-move-to]").SelectOptionAsync(new SelectOptionValue { Label = "Freezer" });
        await page.Locator("[data-move-go]").ClickAsync();
        await Expect(page.Locator(".stock-told")).ToContainTextAsync("Moved: 1 lot to Freezer.");
        await using (var db = await Staff.OpenAsync())
            Assert.Equal([2000m, 10_000m], (await db.Set<StockLot>().Where(s => s.LotId == shelf.OctopusLot).Select(s => s.OnHand).ToListAsync()).Order());

        await page.GotoAsync(new Uri(House.Node.Address, "office/waste").ToString());
        await page.Locator("[data-waste-search]").FillAsync("octopus, pot");
        await page.Locator($"[data-target='{CountedShelf.Dish}']").ClickAsync();
        await page.Locator("[data-portions]").FillAsync("2");
        await page.Locator("[data-reason='Dropped']").ClickAsync();
        await ChooseFilesAsync(page, "#waste-photo", new FilePayload { Name = "plate.png", MimeType = "image/png", Buffer = pixel });
        await Expect(page.GetByText("With a photo")).ToBeVisibleAsync();
        await page.Locator("[data-throw]").ClickAsync();
        await Expect(page.Locator(".stock-told")).ToContainTextAsync($"Thrown away: {CountedShelf.Dish}, with 1 items in it.");
        Assert.Equal(11_600, await shelf.OnHandAsync());

        var photo = page.Locator("[data-waste] img").First;
        await Expect(photo).ToBeVisibleAsync();
        var answer = await page.APIRequest.GetAsync(new Uri(House.Node.Address, await photo.GetAttributeAsync("src")).ToString());
        Assert.Equal(("image/png", "nosniff"), (answer.Headers["content-type"], answer.Headers["x-content-type-options"]));
        Assert.Contains("default-src 'none'; sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        await shelf.ForgetAsync();
    }

    [Fact]
    public async Task A_lot_that_is_called_back_leads_to_the_tables_that_ate_of_it_and_to_a_file_for_whoever_has_to_be_told()
    {
        var shelf = await CountedShelf.FillAsync(Staff);
        await shelf.ServeAsync(2);
        var code = $"L-{shelf.OctopusLot.ToString()[^6..]}";
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/trace").ToString());

        await page.GetByLabel("Lot code contains").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = code }).ClickAsync();

        var eaten = page.Locator($"[data-lot='{code}']");
        await Expect(eaten.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(eaten.Locator("tbody tr").First).ToContainTextAsync(CountedShelf.Dish);
        var file = await (await page.RunAndWaitForDownloadAsync(() => eaten.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync())).CreateReadStreamAsync();
        using (var reader = new StreamReader(file)) Assert.Equal(3, (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await shelf.ForgetAsync();
    }
}
