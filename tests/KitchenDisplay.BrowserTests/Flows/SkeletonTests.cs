using KitchenDisplay.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

public sealed class SkeletonTests(House house) : Flow(house)
{
    [Fact]
    public async Task The_start_page_leads_to_the_three_screens()
    {
        var page = await PageAsync();
        foreach (var (door, sign) in new[] { ("/wall", ".wall-pick"), ("/order", "[data-table='1']"), ("/office", "h1") })
        {
            await page.GotoAsync(House.Node.Address.ToString());
            await page.Locator($".door[href='{door}']").ClickAsync();
            await Expect(page.Locator(sign)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_screen_chooses_its_display_once_and_remembers_it()
    {
        var page = await PageAsync(width: 1920, height: 1080);
        await page.GotoAsync(new Uri(House.Node.Address, "wall").ToString());
        await page.Locator(".wall-pick a", new() { HasText = "Pastry" }).ClickAsync();
        await Expect(page.Locator("[data-wall] h1")).ToHaveTextAsync("Pastry");

        await page.GotoAsync(new Uri(House.Node.Address, "wall").ToString());
        await Expect(page.Locator("[data-wall] h1")).ToHaveTextAsync("Pastry");
    }

    [Fact]
    public async Task A_script_that_is_not_ours_does_not_run()
    {
        var page = await PageAsync();
        await page.GotoAsync(House.Node.Address.ToString());

        await page.EvaluateAsync("""
            () => {
                window.blocked = new Promise(resolve => document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective)));
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.body.append(script);
            }
            """);

        Assert.StartsWith("script-src", await page.EvaluateAsync<string>("window.blocked"), StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("window.ran === true"));
        // The browser has complained on its console: what fails every other test is here what is wanted.
        Assert.Single(TakeComplaints(), complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
