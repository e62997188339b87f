using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>86: a cook says it once, and every tablet knows.</summary>
public sealed class OutTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_dish_that_a_cook_86s_is_grey_on_every_tablet_and_what_was_in_a_draft_is_sent_without_it()
    {
        var (wall, tablet) = (await WallAsync("grill"), await TabletAsync(await House.SecondNodeAsync()));
        await tablet.SeatAsync("7");
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        await tablet.AddAsync("Sides", "Broccoli, almonds");

        await wall.Page.Keyboard.PressAsync("e");
        await Sheet(wall).Locator("[data-dish='Prawns in the shell']").ClickAsync();
        await Sheet(wall).Locator("[data-do-out]").ClickAsync();
        await Expect(Sheet(wall).Locator("[data-out-now]")).ToContainTextAsync("86 Prawns in the shell");

        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Wood fire" }).TapAsync();
        await Expect(Dish(tablet, "Prawns in the shell")).ToBeDisabledAsync();
        await Expect(Dish(tablet, "Prawns in the shell")).ToContainTextAsync("86");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Send 2" }).TapAsync();
        await Expect(tablet.Page.GetByText("Prawns in the shell is 86")).ToBeVisibleAsync();
        await tablet.Page.Locator("[data-rest]").TapAsync();
        await Expect(tablet.Page.GetByText("is in the kitchen.")).ToBeVisibleAsync();
        await Expect(tablet.Page.Locator(".sent-ticket")).ToContainTextAsync("Broccoli, almonds");

        await Sheet(wall).GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await Expect(Dish(tablet, "Prawns in the shell")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_is_counted_by_hand_counts_down_on_every_tablet_and_at_nought_it_is_out()
    {
        var (tablet, other, wall) = (await TabletAsync(), await TabletAsync(), await WallAsync("grill"));
        var strip = wall.Page.Locator("[data-short-dish='Whole sea bream']");
        await Expect(strip).ToHaveCountAsync(0);
        await tablet.Page.GetByRole(AriaRole.Link, new() { Name = "86" }).TapAsync();
        await tablet.Page.Locator("[data-dish='Whole sea bream']").TapAsync();
        await tablet.Page.Locator("[data-count='1']").TapAsync();
        await Expect(tablet.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Whole sea bream: 1 left");

        await other.SeatAsync("8");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Wood fire" }).TapAsync();
        await Expect(Dish(other, "Whole sea bream")).ToContainTextAsync("1 left");
        await Expect(strip).ToHaveTextAsync("Whole sea bream 1");
        var order = await Staff.SeatAsync("9");
        await Staff.SendAsync(order, new Wish("Whole sea bream"));
        await Expect(Dish(other, "Whole sea bream")).ToBeDisabledAsync();
        await Expect(strip).ToHaveTextAsync("Whole sea bream 86");

        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "office/briefing").ToString());
        await office.Locator("[data-dish='Whole sea bream']").ClickAsync();
        await office.Locator("[data-count='none']").ClickAsync();
        await Expect(strip).ToHaveCountAsync(0);
        await Expect(Dish(other, "Whole sea bream")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Whoever_sent_what_the_kitchen_will_not_make_is_told()
    {
        var tablet = await TabletAsync();
        await tablet.SeatAsync("7");
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        var ticket = await tablet.SendAsync();
        var wall = await WallAsync("grill");
        await wall.Page.Keyboard.PressAsync("e");
        await Sheet(wall).Locator("[data-station='grill']").ClickAsync();
        await Sheet(wall).Locator("[data-tell]").ClickAsync();
        await Sheet(wall).Locator("[data-do-out]").ClickAsync();

        await Expect(Sheet(wall).GetByRole(AriaRole.Status)).ToContainTextAsync("Sent before and not made: 1");
        await Expect(tablet.Ticket(ticket)).ToContainTextAsync("the kitchen does not make it");
    }

    private static ILocator Sheet(Wall wall) => wall.Page.Locator("[data-sheet]");

    private static ILocator Dish(Tablet tablet, string name) => tablet.Page.Locator($".dish[data-dish='{name}']");
}
