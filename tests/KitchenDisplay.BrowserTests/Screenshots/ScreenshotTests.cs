using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Screenshots;

public sealed class ScreenshotTests(House house) : Flow(house)
{
    [ScreenshotFact]
    public async Task Full_service()
    {
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
