using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Menu;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>A bump bar is a keyboard.</summary>
public sealed class KeyboardTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_cook_works_with_keys_alone_and_sees_where_they_are()
    {
        var order = await Staff.SeatAsync("8");
        var first = (await Staff.SendAsync(order, new Wish("Ribeye 300 g"), new Wish("Whole sea bream"))).Number;
        var second = (await Staff.SendAsync(order, new Wish("Ribeye 300 g"))).Number;
        var wall = await WallAsync("grill");
        await wall.RestsAsync(second);

        await wall.Page.Keyboard.PressAsync("Tab");
        await Expect(wall.Head(first)).ToBeFocusedAsync();
        Assert.True(await HasRingAsync(wall, first), "Nobody can see which ticket the keys would bump.");

        await wall.Page.Keyboard.PressAsync("Tab");
        await Expect(wall.Row(first, "Ribeye 300 g")).ToBeFocusedAsync();
        await wall.Page.Keyboard.PressAsync("Space");
        await Expect(wall.Row(first, "Ribeye 300 g").GetByLabel("Ready")).ToBeVisibleAsync();
        await Expect(wall.Row(first, "Whole sea bream").GetByLabel("Ready")).ToHaveCountAsync(0);

        // A key that comes while cards move is taken for a touch that missed.
        await wall.RestsAsync(first);
        await wall.Page.Keyboard.PressAsync("Shift+Tab");
        await wall.Page.Keyboard.PressAsync("Enter");
        await Expect(wall.Card(first)).ToHaveCountAsync(0);
        // Nothing is chosen now, or a second Enter would bump the neighbour; the arrows go on where the ticket was.
        await wall.Page.Keyboard.PressAsync("Enter");
        await wall.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(wall.Head(second)).ToBeFocusedAsync();
        await Expect(wall.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToContainTextAsync($"Bumped #{first}");

        await wall.Page.Keyboard.PressAsync("Backspace");
        await Expect(wall.Card(first)).ToBeVisibleAsync();
        await wall.RestsAsync(first);
        await wall.Page.Keyboard.PressAsync("1");
        await Expect(wall.Head(first)).ToBeFocusedAsync();
        await wall.Page.Keyboard.PressAsync("Enter");
        await Expect(wall.Card(first)).ToHaveCountAsync(0);
        await wall.Page.Keyboard.PressAsync("r");
        await Expect(wall.Card(first)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whatever_comes_after_the_send_can_be_done_by_keys()
    {
        var four = await Staff.SeatAsync("4");
        await Staff.SetAllergyAsync(four, 1, Allergen.Nuts);
        var sent = await Staff.SendAsync(four, new Wish("Ribeye 300 g", Seat: 1), new Wish("Whole sea bream"));
        var other = (await Staff.SendAsync(await Staff.SeatAsync("9"), new Wish("Ribeye 300 g"))).Number;
        var wall = await WallAsync("grill");
        await wall.RestsAsync(other);
        var (keys, card) = (wall.Page.Keyboard, wall.Card(sent.Number));
        // The script that numbers the cells is the one that hears the keys.
        await Expect(card).ToHaveAttributeAsync("data-cell", "1");
        await Expect(wall.Card(other)).ToHaveAttributeAsync("data-cell", "2");

        // An allergy is read before it is confirmed: the first key goes there, the second one says so, the third one bumps.
        await wall.RestsAsync(sent.Number);
        await keys.PressAsync("1");
        await Expect(card.Locator(":focus")).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Expect(card.Locator(".ticket-allergy")).ToBeFocusedAsync();
        await Expect(card.Locator(".ticket-confirm")).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(card.Locator(".ticket-confirm")).ToHaveCountAsync(0);

        await Staff.ChangeAsync(sent, "Whole sea bream", "no salt");
        var changed = card.Locator(".row[data-changed]");
        await Expect(changed).ToHaveCountAsync(1);
        await wall.RestsAsync(sent.Number);
        await keys.PressAsync("1");
        for (var row = 0; row < 3; row++) await keys.PressAsync("ArrowDown");
        await Expect(changed.Locator("button")).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await Expect(changed).ToHaveCountAsync(0);

        await keys.PressAsync("2");
        await keys.PressAsync("u");
        await Expect(wall.Card(other).Locator(".ticket-rush")).ToBeVisibleAsync();

        await keys.PressAsync("Escape");
        await wall.Head(sent.Number).FocusAsync();
        await keys.PressAsync("h");
        var held = wall.Page.Locator($"[data-held='{sent.Number}']");
        await Expect(held).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(0);
        await held.FocusAsync();
        await keys.PressAsync("f");
        await Expect(card).ToBeVisibleAsync();

        await keys.PressAsync("/");
        await keys.TypeAsync("sea bream");
        await Expect(wall.Page.Locator("[data-found]")).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");
        await Expect(wall.Page.Locator("[data-sheet]")).ToHaveCountAsync(0);

        await keys.PressAsync("w");
        await Expect(wall.Page.Locator("html[data-wiping]")).ToHaveCountAsync(1);
        await wall.Head(other).ClickAsync();
        await Expect(wall.Card(other)).ToBeVisibleAsync();
    }

    private static Task<bool> HasRingAsync(Wall wall, long number) => wall.Head(number).EvaluateAsync<bool>("""
        head => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(head);
            return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
        }
        """);
}
