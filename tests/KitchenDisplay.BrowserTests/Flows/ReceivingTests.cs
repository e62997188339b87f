using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>A delivery is taken in with a scanner, which is a keyboard that types fast.</summary>
public sealed class ReceivingTests(House house) : Flow(house)
{
    [Fact]
    public async Task An_order_is_received_by_scan_with_a_code_that_is_learned_on_the_way()
    {
        var market = new Market(House);
        var (supplier, order) = await market.OrderAsync();
        var page = await PageAsync(width: 1280, height: 800);
        await page.GotoAsync(new Uri(House.Node.Address, "office/receive").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = supplier }).ClickAsync();
        await Expect(Scan(page)).ToBeFocusedAsync();
        var useBy = DateTime.UtcNow.AddDays(20).ToString("yyMMdd", System.Globalization.CultureInfo.InvariantCulture);

        // Known: weighed, with a separator that is a key, as scanners type it.
        await page.Keyboard.TypeAsync($"]C101{market.MeatCode}10L-77");
        await page.Keyboard.PressAsync("Control+]");
        await page.Keyboard.TypeAsync($"3103004125" + $"17{useBy}");
        await page.Keyboard.PressAsync("Enter");
        var meat = page.Locator($"[data-arrived='{market.Meat}']");
        await Expect(meat).ToHaveCountAsync(1);
        await Expect(meat.Locator("[data-field='quantity']")).ToHaveValueAsync("4.125");
        await Expect(meat.Locator("[data-field='lot']")).ToHaveValueAsync("L-77");
        await Expect(Scan(page)).ToBeFocusedAsync();
        await Expect(Scan(page)).ToHaveValueAsync("");

        // A wrong one says why, and the next one is heard all the same.
        await ScanAsync(page, $"]C101{market.MeatCode[..13]}{(market.MeatCode[13] - '0' + 1) % 10}");
        await Expect(page.Locator("[data-mistake]")).ToContainTextAsync("last digit");

        // Unknown: two boxes before anybody has said what they are.
        await ScanAsync(page, $"(01){market.MilkCode}(10)M1");
        await ScanAsync(page, $"(01){market.MilkCode}(10)M1");
        var unknown = page.Locator($"[data-unknown='{market.MilkCode}']");
        await Expect(unknown).ToHaveCountAsync(2);
        await unknown.First.Locator($"[data-is='{market.Milk}']").ClickAsync();
        await unknown.First.Locator("[data-learn]").ClickAsync();
        var milk = page.Locator($"[data-arrived='{market.Milk}']");
        await Expect(milk).ToHaveAttributeAsync("data-scans", "2");
        await Expect(unknown).ToHaveCountAsync(0);
        await Expect(Scan(page)).ToBeFocusedAsync();

        // What was scanned survives a reload, and the code is known from now on.
        await page.ReloadAsync();
        await Expect(milk).ToHaveAttributeAsync("data-scans", "2");
        await ScanAsync(page, $"(01){market.MilkCode}(10)M1");
        await Expect(milk).ToHaveAttributeAsync("data-scans", "3");

        // Too warm, and less than ordered: both are asked for, nothing is lost meanwhile.
        await meat.Locator("[data-field='temperature']").FillAsync("9.5");
        await meat.Locator("[data-field='temperature']").BlurAsync();
        await Expect(meat).ToHaveAttributeAsync("data-out", "");
        await page.Locator(".receive-go").ClickAsync();
        await Expect(page.Locator(".receive-side .sentences")).ToContainTextAsync("Decide whether it is taken");
        await meat.Locator("[data-decide='KeptBack']").ClickAsync();
        await meat.Locator("[data-field='reason']").FillAsync("the van was warm");
        await page.Locator(".receive-go").ClickAsync();
        await Expect(page.Locator(".receive-side .sentences")).ToContainTextAsync("were open");
        await page.Locator($"[data-compared='{market.Meat}'] [data-later]").CheckAsync();
        await AccessibilityTests.ExpectNoViolationAsync(page);
        await page.Locator(".receive-go").ClickAsync();
        await Expect(page.Locator("[data-received]")).ToContainTextAsync("2 lots are in the store");
        await Expect(page.Locator("[data-received]")).ToContainTextAsync("partly here");

        await using (var db = await Staff.OpenAsync())
        {
            Assert.Equal(36, (await db.Stock.SingleAsync(s => s.ItemId == market.MilkId)).OnHand);
            Assert.Equal(0, (await db.Stock.SingleAsync(s => s.ItemId == market.MeatId)).OnHand);
            Assert.Equal(1, await db.Set<Delivery>().CountAsync(d => d.OrderId == order));
        }
        await page.Locator("[data-labels]").ClickAsync();
        await Expect(page.Locator($"[data-label='{market.Milk}'] svg").First).ToBeVisibleAsync();
        await AccessibilityTests.ExpectNoViolationAsync(page);
    }

    [Fact]
    public async Task What_lacks_is_ordered_and_the_order_is_sent()
    {
        var market = new Market(House);
        await market.OrderAsync(isSent: false);
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/orders").ToString());
        var card = page.Locator($"[data-suggestion='{market.Supplier}']");
        await Expect(card.Locator($"[data-suggested='{market.Milk}'] input")).ToHaveValueAsync("3");
        await AccessibilityTests.ExpectNoViolationAsync(page);
        await card.GetByRole(AriaRole.Button, new() { Name = "Write the order" }).ClickAsync();
        await Expect(page.Locator("[data-order-state='Draft']")).ToBeVisibleAsync();
        await AccessibilityTests.ExpectNoViolationAsync(page);
        await page.Locator($"[data-line='{market.Milk}'] input").FillAsync("4");
        Assert.StartsWith("mailto:orders@market.example?", await page.Locator("[data-letter]").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "It is sent" }).ClickAsync();
        await Expect(page.Locator("[data-order-state='Sent']")).ToBeVisibleAsync();
        await Expect(page.Locator($"[data-line='{market.Milk}']")).ToContainTextAsync("4 × 12 pc");
        await page.GetByRole(AriaRole.Link, new() { Name = "Paper" }).ClickAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync(market.Milk);
        await AccessibilityTests.ExpectNoViolationAsync(page);
    }

    private static ILocator Scan(IPage page) => page.Locator("[data-scan]");

    private static async Task ScanAsync(IPage page, string label)
    {
        await Expect(Scan(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(label);
        await page.Keyboard.PressAsync("Enter");
    }
}
