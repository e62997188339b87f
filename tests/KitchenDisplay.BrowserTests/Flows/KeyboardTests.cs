using KitchenDisplay.BrowserTests.Support;
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

    private static Task<bool> HasRingAsync(Wall wall, long number) => wall.Head(number).EvaluateAsync<bool>("""
        head => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(head);
            return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
        }
        """);
}
