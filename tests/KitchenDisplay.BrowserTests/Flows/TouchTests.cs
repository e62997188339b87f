using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Menu;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>A wall without any keys.</summary>
public sealed class TouchTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_cook_does_everything_by_touch()
    {
        var four = await Staff.SeatAsync("4");
        await Staff.SetAllergyAsync(four, 1, Allergen.Nuts);
        var sent = await Staff.SendAsync(four, new Wish("Ribeye 300 g", Seat: 1), new Wish("Whole sea bream"));
        var wall = await TouchWallAsync();
        var card = wall.Card(sent.Number);

        await TapAsync(wall, sent.Number, card.Locator(".ticket-allergy"));
        await Expect(card.Locator(".ticket-confirm")).ToHaveCountAsync(0);

        await Staff.ChangeAsync(sent, "Whole sea bream", "no salt");
        await TapAsync(wall, sent.Number, card.Locator(".row[data-changed] button"));
        await Expect(card.Locator(".row[data-changed]")).ToHaveCountAsync(0);

        await TapAsync(wall, sent.Number, wall.Row(sent.Number, "Ribeye 300 g"));
        await Expect(wall.Row(sent.Number, "Ribeye 300 g").GetByLabel("Ready")).ToBeVisibleAsync();

        await TapAsync(wall, sent.Number, wall.Head(sent.Number));
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).TapAsync();
        await TapAsync(wall, sent.Number, wall.Head(sent.Number));
        await Expect(card).ToHaveCountAsync(0);
        await ExpectBigEnoughAsync(wall);

        await wall.Page.Locator("[data-do='find']").TapAsync();
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "B", Exact = true, IncludeHidden = true }).TapAsync();
        await ExpectBigEnoughAsync(wall);
        await wall.Page.Locator($"[data-found='{sent.Number}']").GetByRole(AriaRole.Button, new() { Name = "Recall", Exact = true }).TapAsync();
        await Expect(card).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_touch_cannot_say_a_long_one_does()
    {
        var sent = await Staff.SendAsync(await Staff.SeatAsync("4"), new Wish("Ribeye 300 g"));
        var wall = await TouchWallAsync();
        var card = wall.Card(sent.Number);

        var sheet = await OpenAsync(wall, sent.Number);
        await ExpectBigEnoughAsync(wall);
        await sheet.Locator("[data-do='hold']").TapAsync();
        await Expect(card).ToHaveCountAsync(0);
        await wall.Page.Locator($"[data-held='{sent.Number}']").TapAsync();
        await sheet.Locator("[data-do='fire']").TapAsync();
        await Expect(card.Locator("[data-state='new']").First).ToBeVisibleAsync();

        await OpenAsync(wall, sent.Number);
        await sheet.Locator("[data-do='rush']").TapAsync();
        await Expect(card.Locator(".ticket-rush")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_station_comes_with_two_touches_and_goes_with_two()
    {
        var order = await Staff.SeatAsync("4");
        var here = (await Staff.SendAsync(order, new Wish("Ribeye 300 g"))).Number;
        var there = (await Staff.SendAsync(order, new Wish("Pumpkin soup, cream"))).Number;
        var wall = await TouchWallAsync();
        await Expect(wall.Card(here)).ToBeVisibleAsync();
        await Expect(wall.Card(there)).ToHaveCountAsync(0);

        try
        {
            await TakeAsync();
            await Expect(wall.Card(there)).ToBeVisibleAsync();
        }
        finally
        {
            await TakeAsync();
        }
        await Expect(wall.Card(there)).ToHaveCountAsync(0);

        async Task TakeAsync()
        {
            await wall.Page.Locator("[data-do='stations']").TapAsync();
            await wall.Page.Locator("[data-take='saute']").TapAsync();
        }
    }

    private async Task<Wall> TouchWallAsync()
    {
        var page = await PageAsync(new() { HasTouch = true }, 1920, 1080);
        return await Wall.OpenAsync(page, House.Node.Address, "grill");
    }

    private static async Task TapAsync(Wall wall, long ticket, ILocator what)
    {
        await Expect(what).ToBeVisibleAsync();
        await wall.RestsAsync(ticket);
        await what.TapAsync();
    }

    private static async Task<ILocator> OpenAsync(Wall wall, long ticket)
    {
        await wall.RestsAsync(ticket);
        var box = (await wall.Head(ticket).BoundingBoxAsync())!;
        var fingers = await wall.Page.Context.NewCDPSessionAsync(wall.Page);
        await fingers.SendAsync("Input.dispatchTouchEvent", Touch("touchStart", new { x = box.X + (box.Width / 2), y = box.Y + (box.Height / 2) }));
        var sheet = wall.Page.Locator("[data-sheet]");
        await Expect(sheet).ToBeVisibleAsync();
        await fingers.SendAsync("Input.dispatchTouchEvent", Touch("touchEnd"));
        return sheet;
    }

    private static Dictionary<string, object> Touch(string type, params object[] points) => new() { ["type"] = type, ["touchPoints"] = points };

    /// <summary>Everything that can be touched has at least 64 px each way.</summary>
    private static async Task ExpectBigEnoughAsync(Wall wall) => Assert.Empty(await wall.Page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('[data-wall] :is(button, a, input)')]
          .map(button => [button, button.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < 63.9 || box.height < 63.9))
          .map(([button, box]) => `${button.className} ${button.textContent.trim().slice(0, 30)}: ${Math.round(box.width)} x ${Math.round(box.height)}`)
        """));
}
